"""How the site's texts are read: front matter, citations, words for ids, reading ease."""

"""How well the model measures: readings held against judgements, and the pages that say so."""

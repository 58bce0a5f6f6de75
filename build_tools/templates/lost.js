// For an address that leads nowhere: finds where the guide stands, so that every link leads there.
// A server gives this page at any depth, and the build knows no address of its own.

const page = document.documentElement;
const link = linkIn(location.href); // of docs/assets/javascripts/address.js, which stands before this
const asked = link ? new URL(link.page).pathname : location.pathname;
const path = asked.replace(/(\/|%(25)*2F)+/gi, "/"); // "//" at its start names a host
const show = (id) => document.getElementById(id).removeAttribute("hidden");

/** The deepest folder at or above `folder` that holds the guide's mark is its root. */
function look(folder) {
  const image = new Image();
  image.onload = () => arrive(folder);
  image.onerror = () => (folder === "/" ? show("nowhere") : look(folder.replace(/[^/]+\/$/, "")));
  image.src = folder + page.dataset.mark; // a picture: a server that answers all with HTML has none
}

/** Opens a share link; or leads every link to the guide at `root`, and offers a search. */
function arrive(root) {
  const shared = path === location.pathname ? `${root}assessment/` : path; // that page is not there
  if (link && shared !== location.pathname) return location.replace(shared + link.fragment);
  page.dataset.scheme = schemeAt(root);
  for (const link of document.querySelectorAll("[data-to]")) link.href = root + link.dataset.to;
  const name = path.split("/").filter(Boolean).pop() ?? "";
  const words = name.replace(/\.html?$|%..|[^a-z0-9]+/gi, " ").trim().slice(0, 60);
  const search = document.getElementById("search");
  search.href += encodeURIComponent(words);
  if (words) search.textContent += ` for “${words}”`;
  show("ways");
}

/** The colour scheme that the reader chose in the guide; the system's where there is none. */
function schemeAt(root) {
  try {
    return JSON.parse(localStorage.getItem(`${root}.__palette`)).color.scheme;
  } catch {
    return "";
  }
}

look(path.match(/^\/([^/]+\/){0,12}/)[0]);

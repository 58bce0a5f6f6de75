// The score as a page would get it from Pyodide's own files, on the main thread, as its
// documentation shows: loadPyodide, unpack the package, call. Both downloads start at once.
async function start({ pyodide, sources }) {
  const archive = fetch(sources).then((response) => response.arrayBuffer());
  const python = await loadPyodide({ indexURL: pyodide });
  python.unpackArchive(await archive, "zip");
  const asked = scan.asked();
  scan.level(python.pyimport("widgets.headline").headline(asked)); // as ours: the level comes first
  scan.drawn(python.pyimport("widgets.worker").handle(asked));
}

start(document.currentScript.dataset);

// The same in a worker, as Pyodide's documentation shows: the page posts a question and gets a text.
if (globalThis.document) {
  const { dataset, src } = document.currentScript;
  const worker = new Worker(src);
  worker.onmessage = ({ data: [kind, answer] }) => scan[kind](answer);
  worker.onerror = ({ message }) => Promise.reject(new Error(message));
  worker.postMessage({ ...dataset, asked: scan.asked() });
} else {
  onmessage = async ({ data: { pyodide, sources, asked } }) => {
    const archive = fetch(sources).then((response) => response.arrayBuffer());
    importScripts(`${pyodide}pyodide.js`);
    const python = await loadPyodide({ indexURL: pyodide });
    python.unpackArchive(await archive, "zip");
    postMessage(["level", python.pyimport("widgets.headline").headline(asked)]);
    postMessage(["drawn", python.pyimport("widgets.worker").handle(asked)]);
  };
}

// What the pages of others share: what they ask Python for, and where its answer goes. Every way to
// run Python gets the same message and fills the same regions.
globalThis.scan = (() => {
  const { prefix } = document.currentScript.dataset;
  const records = () => {
    const found = {};
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) found[key.slice(prefix.length)] = localStorage[key];
    }
    return found;
  };
  const fill = (html) => {
    for (const [name, text] of Object.entries(html)) {
      const region = document.querySelector(`[data-kam-region="${name}"]`);
      if (!region) throw new Error(`the answer holds “${name}”, a region that the page lacks`);
      region.innerHTML = text;
    }
  };
  return {
    records,
    asked: () =>
      JSON.stringify({ widget: "quick-scan", root: "/", options: {}, records: records() }),
    level: (answer) => fill(JSON.parse(answer)), // before the rest, as on our page
    drawn: (answer) => fill(JSON.parse(answer).html),
  };
})();

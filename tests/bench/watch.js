// Runs before a page's own scripts, in every tree that the bench visits. It puts RECORDS (the bench
// writes them in, {key: text}) into storage, listens, and changes nothing else.
(() => {
  for (const [key, text] of Object.entries(RECORDS)) localStorage.setItem(key, text);
  const bench = (globalThis.bench = { long: [], ours: [], calls: [] });

  /** Milliseconds from navigation to the first level on the page. */
  bench.score = new Promise((resolve, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason)); // stock.js failed
    const observer = new MutationObserver(() => {
      const level = document.querySelector(".kam-headline__level")?.textContent;
      if (!level || level === "No answer yet") return;
      observer.disconnect();
      resolve(performance.now());
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.long.push(duration);
  }).observe({ type: "longtask", buffered: true });

  new PerformanceObserver((list) => {
    for (const { sourceURL, duration } of list.getEntries().flatMap(({ scripts }) => scripts)) {
      if (/\/assets\/javascripts\/\w{12}\//.test(sourceURL)) bench.ours.push(duration);
    }
  }).observe({ type: "long-animation-frame", buffered: true });

  const channel = new BroadcastChannel("kam-bench"); // the other end is in timed.js
  const asked = [];
  let counted = () => {};
  channel.onmessage = ({ data }) => {
    if (!("ms" in data)) return asked.shift()(data);
    bench.calls.push(data.ms);
    counted();
  };

  /** Waits until the worker has ended so many calls. */
  bench.called = (count) =>
    new Promise((resolve) => {
      counted = () => bench.calls.length >= count && resolve(true);
      counted();
    });

  /** What Python text comes to in the worker: {value} or {error}. */
  bench.python = (text) => {
    channel.postMessage(text);
    return new Promise((resolve) => asked.push(resolve));
  };

  /** Makes each change [name, value]; milliseconds from the click to the frame with its result. */
  bench.change = async (changes) => {
    const times = [];
    for (const [name, value] of changes) {
      times.push(await changed(control(name, value)));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return times;
  };

  /** The form's own control, or one like it where the page does not ask this question. */
  function control(name, value) {
    const form = document.querySelector("[data-kam-form]");
    const found = form.querySelector(`input[name="${name}"][value="${value}"]`);
    if (found) return found;
    const made = Object.assign(document.createElement("input"), { type: "radio", name, value });
    made.hidden = true;
    return form.appendChild(made);
  }

  function changed(input) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${input.name}: no new result`)), 600000);
      const observer = new MutationObserver((mutations) => {
        if (!mutations.some(({ target }) => inRegion(target))) return;
        observer.disconnect();
        clearTimeout(late);
        requestAnimationFrame(() => resolve(performance.now() - began));
      });
      const what = { childList: true, subtree: true, characterData: true, attributes: true };
      observer.observe(input.closest("[data-kam-widget]"), what);
      const began = performance.now();
      input.click();
    });
  }

  function inRegion(node) {
    return (node.closest ? node : node.parentElement)?.closest("[data-kam-region]");
  }
})();

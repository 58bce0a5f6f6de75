// Runs before a page's own scripts, in every tree that the bench visits. It puts RECORDS (the bench
// writes them in, {key: text}) into storage, listens, and changes nothing else.
(() => {
  for (const [key, text] of Object.entries(RECORDS)) localStorage.setItem(key, text);
  const bench = (globalThis.bench = { long: [], ours: [], shifts: [], keys: [], begun: 0, calls: [], wholes: [], rests: [] });

  /** Milliseconds from navigation to the first level on the page, and that level. */
  bench.score = new Promise((resolve, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason)); // one of others failed
    const observer = new MutationObserver(() => {
      const level = document.querySelector(".kam-headline__level")?.textContent;
      if (!level || level === "No answer yet") return;
      observer.disconnect();
      resolve({ ms: performance.now(), level });
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });

  const OF_OTHERS = /\.min\.js|\/(bundle|palette)\.|\/npm\//; // the theme's, and what the bench compares with
  const heard = {
    longtask: ({ duration }) => bench.long.push(duration),
    "long-animation-frame": ({ scripts }) => {
      for (const { sourceURL, duration } of scripts) {
        if (/\/assets\//.test(sourceURL) && !OF_OTHERS.test(sourceURL)) bench.ours.push(duration);
      }
    },
    "layout-shift": ({ value }) => bench.shifts.push(value),
    event: ({ name, duration }) => name === "input" && bench.keys.push(duration),
  };
  for (const [type, hear] of Object.entries(heard)) {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(hear));
    observer.observe({ type, buffered: true, durationThreshold: 16 });
  }

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** What the site keeps in this browser, once nothing was added to it for so long. */
  bench.settled = async (seconds) => {
    let [kept, quiet] = [await keeps(), 0];
    for (let tries = 0; quiet < seconds && tries < 60 + seconds; tries++) {
      await pause(1000);
      const now = await keeps();
      quiet = JSON.stringify(now) === JSON.stringify(kept) ? quiet + 1 : 0;
      kept = now;
    }
    return kept;
  };

  async function keeps() {
    const { active } = (await navigator.serviceWorker?.getRegistration()) ?? {};
    const { usage } = (await navigator.storage?.estimate()) ?? {};
    let files = 0;
    for (const name of (await globalThis.caches?.keys()) ?? []) {
      files += (await (await caches.open(name)).keys()).length;
    }
    return { files, bytes: usage ?? 0, worker: active?.state ?? "" };
  }

  /** Takes away what the site keeps beside the answers, as a browser does that needs the room. */
  bench.evict = async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  };

  const channel = new BroadcastChannel("kam-bench"); // the other end is in timed.js
  const asked = [];
  let counted = () => {};
  channel.onmessage = ({ data }) => {
    if (data.begun) return void bench.begun++;
    if (!("ms" in data)) return asked.shift()(data);
    bench.calls.push(data.ms);
    bench.wholes.push(data.whole);
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

  /** Makes each change [name, value]; milliseconds from each click to the frame with its result. */
  bench.change = async (changes) => {
    const times = [];
    for (const [name, value] of changes) {
      const input = control(name, value);
      times.push(await changed(input, () => input.click()));
      await pause(10);
    }
    return times;
  };

  /** How often each choice of the page's first form can be made: [name, value], one after the other. */
  bench.choices = (count) => {
    const made = [];
    const named = Object.groupBy(
      document.querySelectorAll("kam-widget [data-kam-form] input[type=radio]"),
      ({ name }) => name,
    );
    for (let turn = 0; made.length < count; turn++) {
      for (const inputs of Object.values(named)) made.push([inputs[0].name, inputs[turn % 2].value]);
    }
    return made.slice(0, count);
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

  /** Hands the page's tool a file, as a reader does who chooses one; milliseconds to its result. */
  bench.file = async (text, name) => {
    const input = document.querySelector("kam-widget input[type=file]");
    const given = new DataTransfer();
    given.items.add(new File([text], name, { type: "application/json" }));
    const hand = () => {
      input.files = given.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
    return changed(input, hand);
  };

  /**
   * From an act to the frame with its result.  `rests` hears of the last frame that changed a
   * region before the worker was at rest again: what is out of sight follows.
   */
  async function changed(input, act) {
    let [shown, last] = [0, 0];
    const observer = new MutationObserver((mutations) => {
      if (mutations.some(({ target }) => inRegion(target))) {
        requestAnimationFrame(() => ((last = performance.now()), (shown ||= last)));
      }
    });
    const what = { childList: true, subtree: true, characterData: true, attributes: true };
    observer.observe(input.closest("[data-kam-widget]"), what);
    const calls = bench.calls.length;
    const began = performance.now();
    act();
    await bench.called(calls + 1);
    let rest = 0;
    for (let still = 0; still < 3; still++) {
      await frame();
      if (bench.begun > bench.calls.length) still = rest = 0;
      else rest ||= performance.now();
    }
    observer.disconnect();
    bench.rests.push((last || rest) - began);
    return (shown || rest) - began; // where the result is what it was, nothing is drawn
  }

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  function inRegion(node) {
    return (node.closest ? node : node.parentElement)?.closest("[data-kam-region]");
  }

  /** Makes the first note of the page ready for typing. */
  bench.note = () => {
    for (const note of document.querySelectorAll("[data-kam-form] textarea")) {
      for (let at = note; at; at = at.parentElement) if (at.matches("details")) at.open = true;
      note.focus();
      if (document.activeElement === note) return note.name;
    }
    throw new Error("no note can be typed into");
  };
})();

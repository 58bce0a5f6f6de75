// @ts-check
// A page with `?embed` in its address: shows the tool or the part that is asked for alone, in the colours
// that are asked for, and tells the page around it how high that is. It listens to nobody.

{ // names of its own: the theme's early scripts share theirs
  const whole = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const framed = self !== top;
  whole.dataset.kamEmbed = "soon"; // nothing of the page is seen until the part is found

  // The colours of the frame, which are not noted as the reader's choice.
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const [light, slate] = [["light", "default"], ["dark", "slate"]].map(([media, scheme], index) => (
    { index, color: { media: `(prefers-color-scheme: ${media})`, scheme, primary: "custom", accent: "custom" } }));
  const palette = { light, dark: slate, auto: dark ? slate : light }[asked.get("theme") ?? ""];
  const { __md_get: get, __md_set: set } = window;
  if (palette) window.__md_get = (key, ...more) => (key === "__palette" ? palette : get(key, ...more));
  if (palette) window.__md_set = (key, ...more) => void (key === "__palette" || set(key, ...more));

  /**
   * What stands for an element that was named: its figure, the text under a heading, or itself.
   * @param {Element} named
   */
  function partOf(named) {
    const level = (/** @type {Element} */ { tagName }) => (/^H[1-6]$/.test(tagName) ? Number(tagName[1]) : 9);
    if (level(named) === 9) return [named.closest("kam-widget, figure, table") ?? named];
    named.ariaLevel = "2"; // those between it and the title are not there
    const part = [named];
    for (let next = named.nextElementSibling; next && level(next) > level(named); next = next.nextElementSibling) part.push(next);
    return part;
  }

  /** Hides all in it but the parts. */
  function hideOthers(/** @type {Element} */ around, /** @type {Element[]} */ parts) {
    for (const child of around.children) {
      if (parts.includes(child)) continue;
      if (parts.some((part) => child.contains(part))) hideOthers(child, parts);
      else child.toggleAttribute("data-kam-off", true);
    }
  }

  /** Shows the part that is asked for, and below it the way to the page. */
  function show() {
    const article = /** @type {Element} */ (document.querySelector("article"));
    const id = asked.get("embed") || decodeURIComponent(location.hash.slice(1));
    const found = id ? document.getElementById(id) : null;
    const named = article.contains(found) && !found?.matches("h1") ? found : null;
    const tools = [...article.querySelectorAll("[data-kam-tool]")];
    const parts = named ? partOf(named) : tools;
    if (parts.length) hideOthers(article, parts);

    const title = document.querySelector("h1")?.firstChild?.textContent ?? "";
    const link = Object.assign(document.createElement("a"), {
      href: location.pathname + (named ? `#${id}` : ""), target: framed ? "_blank" : "_self", textContent: title,
    });
    const foot = Object.assign(document.createElement("p"), { className: "kam-embedded" });
    const missing = asked.get("embed") && !found && `This page has no part called “${id}”, so all of it is shown. Mend the address of the frame. `;
    foot.append(missing || "", link, ` in ${document.querySelector("meta[property='og:site_name']")?.getAttribute("content")}`);
    article.append(foot);
    for (const own of document.querySelectorAll(".kam-shut a")) own.setAttribute("href", location.pathname);
    whole.dataset.kamEmbed = "shown";
    if (framed) new ResizeObserver(tell).observe(whole);
  }

  document.addEventListener("readystatechange", show, { once: true });

  // Links lead out of the frame, also those to what it does not show.
  addEventListener("click", ({ target }) => {
    const link = /** @type {Element} */ (target).closest?.("a");
    if (!link?.href || !/^http/.test(link.protocol)) return;
    const within = link.hash && link.pathname === location.pathname && link.origin === location.origin;
    if (within && !document.getElementById(link.hash.slice(1))?.closest("[data-kam-off]")) return;
    if (within) link.search = "";
    link.target = framed ? "_blank" : "_self"; // the theme would bring the page into this one
  }, { capture: true });

  // The theme's keys would open what is not there, and turn the page.
  whole.addEventListener("keydown", (event) => event.key.length === 1 && event.stopPropagation());

  // A frame may be higher than the window: a dialog opens in the part of it that is in sight.
  document.addEventListener("toggle", ({ target, newState }) => {
    if (newState !== "open" || !(target instanceof HTMLDialogElement)) return;
    new IntersectionObserver(([{ intersectionRect: seen }], watch) => {
      watch.disconnect();
      whole.style.setProperty("--kam-seen-top", `${seen.top}px`);
      whole.style.setProperty("--kam-seen-height", `${seen.height}px`);
    }).observe(whole);
  }, { capture: true });

  /** Tells whoever shows this page how high it is, and nothing else. */
  const tell = () => parent.postMessage({ kamFieldGuide: "height", height: Math.ceil(whole.getBoundingClientRect().height) }, "*");
  if (framed) addEventListener("load", tell);
}

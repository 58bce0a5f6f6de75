// @ts-check
// Runs the widgets on a page: saves their forms, asks the worker, does what it answers.
// No rule of the field lives here: Python decides what every answer and every command means.

import { linkIn } from "./address.js";
import { lacking, saves, whenIdle } from "./browser.js";
import { button, made, TYPED } from "./elements.js";
import { keepTools } from "./offline.js";
import { copied, frame, printed, saveAs, savePicture } from "./output.js";
import { redraw } from "./redraw.js";
import { engine, root, site } from "./start.js";
import { Store } from "./store.js";

/**
 * @typedef {import("./engine.js").Failure} Failure
 * @typedef {HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement} Control
 * @typedef {{ html: Record<string, string>, holds?: string, announce?: string, result?: string,
 *   dialog?: "open" | "close" | "", steps?: [step: string, ...given: any[]][] }} Answer
 *   What Python says: regions that are new, by name, words to announce, and what is to be done.
 */

/** @type {Set<Widget>} */
const mounted = new Set();

engine.onState = (state, detail) => {
  each((widget) => widget.showEngine(state, detail));
  if (state === "ready" && !saves()) whenIdle(() => keepTools().catch(console.warn));
};

const BUSY = { downloading: "Loading the calculator, once…", starting: "Starting the calculator…" };
const SAID_AFTER = 600; // ms: a start that is over by then needs no words
const TYPING = 150; // ms: no key waits for what the keys before it came to
const PAUSE = 1000; // ms: answers that come faster are told of together
const LARGEST = 5e6; // bytes of a file that is read at all; Python says so
const LETTERS = new TextDecoder("x-user-defined"); // a letter for each byte

/** Acts on every widget of the page; one that fails says so in its place and stops no other. */
const each = (act) => mounted.forEach((widget) => widget.guard(() => act(widget)));
const reloadAll = () => each((widget) => widget.reload());
/** @type {ReturnType<typeof setTimeout> | undefined} */
let toAsk; // once the reader stops typing

/** Prints, or has Python say that nothing was; a step that waited for its own command would never end. */
const print = (/** @type {Widget} */ widget) => void (printed() || widget.command("export.unprinted"));

/**
 * What the page does at once, without Python.
 * @type {Record<string, (widget: Widget, pressed: HTMLElement) => unknown>}
 */
const NATIVE = {
  close: (widget) => widget.find("dialog").close(), // a frame may forbid what a form would do
  copy: (widget) => widget.copy(),
  pass: (widget) => navigator.share({ url: widget.find("dialog .kam-copy").value })
    .catch(({ name }) => name === "AbortError" ? undefined : widget.copy()), // they may only have looked
  print,
  undo: (widget) => widget.undo(),
  blank: (widget, pressed) => widget.blank(pressed.closest("fieldset")),
  embed: () => import("./embedding.js").then(({ offer }) => offer()),
};

/**
 * The steps that an answer may ask for.
 * @type {Record<string, (widget: Widget, ...given: any[]) => unknown>}
 */
const STEPS = {
  put: ({ store }, key, text) => store.put(key, text),
  drop: ({ store }, key) => store.put(key, null),
  aside: ({ store }, key, text) => store.put(key, text), // it shows nowhere: nothing is drawn anew
  file: (_, name, type, base64) => saveAs(`data:${type};base64,${base64}`, name),
  copy: (widget, plain, html) => widget.copy(plain, html),
  picture: (_, name, svg) => savePicture(name, svg),
  beside: (widget, shown) => {
    each((one) => (one.beside = shown));
    widget.store.beside = shown;
    if (!shown) history.replaceState(history.state, "", linkIn(location.href)?.page ?? location.href);
    if (!shown) widget.openLink(); // sees that it is put away for good
  },
  switch: ({ store }, assessment) => store.open(assessment),
  forget: ({ store }, path) => store.forget(path),
  print,
};
const FOLDS = ".kam-detail, .kam-fold"; // what says that it holds something while it is closed
const FILLED = "input:checked, :is(input[type=text], textarea):not(:placeholder-shown)";
const BLANKED = /"value":"".*"was":"[^"]/; // the record of a choice that was taken away
const KEEPING = /^(put|drop|forget|beside|switch)$/; // those after which every widget is drawn anew

class Widget extends HTMLElement {
  left = new AbortController(); // ends with its stay on the page
  /** @type {Store} */
  store;
  /** @type {HTMLFormElement} */
  form;
  /** @type {HTMLElement} where it says how it stands with Python */
  place;
  holds = ""; // Python's sign of what all regions were drawn from last; empty: not from one answer
  model = "";
  version = "";
  /** @type {{ records: Record<string, string>, source: string } | null} open beside the reader's own */
  beside = null;
  /** @type {Record<string, string>} what went wrong, in words, by its reason */
  sentences = {};
  /** @type {HTMLElement | undefined} that a file was asked for, in a frame where nothing else shows it */
  asking;
  /** @type {HTMLElement} "Saved" and Undo, at the foot of what was changed last */
  receipt;
  said = made("span", { className: "kam-said", ariaHidden: "true" }); // beside what was pressed
  touched = ""; // name of the field that was changed last
  heard = ""; // the result that was said last
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  toTell; // once the reader pauses
  saidAlready = false; // by the command or the widget that changed the answers
  finish = () => {}; // draws what the last answer left to follow
  waiting = false; // for the result of the answers as they are now
  /** @type {Map<string, Promise<void>>} that wait or run, by what they are and were given */
  commands = new Map();
  latest = Promise.resolve(); // of them

  connectedCallback() {
    this.left = new AbortController();
    this.guard(() => this.mount(), "This tool could not start");
  }

  disconnectedCallback() {
    this.left.abort();
    mounted.delete(this);
    for (const mark of this.tool ? ["opening", "present"] : []) document.documentElement.removeAttribute(`data-kam-${mark}`);
  }

  /** Does what must stop nothing else on the page; an error, even a late one, is said in place. */
  guard(act, failed = "This could not be done") {
    const fail = (error) => this.showFailure(error, failed);
    try {
      act()?.catch?.(fail);
    } catch (error) {
      fail(error);
    }
  }

  /** Says that the page itself failed: where an old browser lacks something, what it lacks. */
  showFailure(error, failed = "This could not be done") {
    console.error(error);
    const old = /^(Type|Reference|NotSupported)Error$/.test(error.name) && lacking().length;
    this.showError({ reason: old ? "old-browser" : `${failed}: ${error.message}.` });
  }

  mount() {
    const { signal } = this.left;
    const { kamWidget, kamModel, kamOptions, kamFailures } = this.dataset;
    this.sentences = JSON.parse(kamFailures ?? "{}");
    [this.model, this.version] = (kamModel ?? "").split(" ");
    this.named = { widget: kamWidget, options: JSON.parse(kamOptions ?? ""), root: new URL(root).pathname, one: site.one };
    this.form = this.find("[data-kam-form]");
    this.receipt = this.find(".kam-receipt");
    this.place = this.find("[data-kam-engine]");
    this.holds = "";
    this.tool = "kamTool" in this.dataset; // a page that one opens in order to answer
    this.addEventListener("keydown", (event) => this.guard(() => this.press(event)), { signal });
    if (!this.form) return;
    this.store = new Store(root, this.model);
    this.listen(signal);
    mounted.add(this); // from here it keeps what is entered, whatever else fails
    if (this.tool) this.beside = this.store.beside;
    if (document.getElementById(location.hash.slice(1)) && !document.querySelector(":target")) location.replace(location.hash);
    this.keepEarly();
    this.fillForm();
    this.showEngine(engine.state, engine.error);
    const records = this.store.records();
    const { kamForm: also } = this.form.dataset; // what else it draws: the beginning of its keys
    const here = this.controls.some(({ name }) => name in records)
      || (also && this.store.has(also));
    if (this.openLink()) return;
    const there = { ...records, ...this.store.elsewhere() };
    if (here || this.beside || (this.tool && Object.keys(there).length)) return this.ask(); // all count
    if (this.tool && !saves()) whenIdle(() => engine.start());
  }

  listen(signal) {
    const ours = ({ target }) => target.form === this.form && this.keep(target); // in a region too
    const wishes = this.tool ? ["focusin", "pointerenter"] : ["focusin"];
    const on = (event, act, at = /** @type {EventTarget} */ (this)) =>
      at.addEventListener(event, (happened) => this.guard(() => act(happened)), { signal });
    on("input", ours);
    on("change", ({ target }) => target.matches("input, select") && this.act({ target }));
    on("click", (event) => event.target.matches("input, select") || this.act(event));
    on("submit", (event) => event.target.method === "dialog" || event.preventDefault());
    on("dragover", (event) => this.tool && event.preventDefault());
    on("drop", (event) => this.drop(event));
    on("hashchange", ({ oldURL }) => this.follow(oldURL), window);
    for (const wish of wishes) on(wish, () => engine.start());
    this.store.onForeignChange(() => this.guard(() => this.reload("")), signal);
  }

  /** Keeps what the reader ticked, chose or typed before this script was there. */
  keepEarly() {
    for (const control of this.beside ? [] : this.controls) {
      if (filledIn(control) && this.store.value(control.name) !== control.value) this.store.write(control.name, control.value, this.version);
    }
  }

  /** @returns {Control[]} everything in its form and, by the form's id, in its regions */
  get controls() { return /** @type {Control[]} */ ([...this.form.elements]); }

  /** The records that are shown: the reader's own, or what is open beside them. */
  get records() { return this.beside?.records ?? this.store.records(); }

  /** Sets every control as it was kept; with `only`, those of one field. */
  fillForm(only = "") {
    const { records } = this;
    for (const control of only ? this.controls.filter(({ name }) => name === only) : this.controls) {
      const kept = this.store.value(control.name, records);
      control.disabled = Boolean(this.beside);
      if (/radio/.test(control.type)) control.closest("fieldset")?.toggleAttribute("data-kam-was", BLANKED.test(records[control.name]));
      if (/radio|checkbox/.test(control.type)) control.checked = kept === control.value;
      else if (control !== document.activeElement) control.value = kept;
    }
    for (const fold of only ? [this.control(only)?.closest(FOLDS)] : this.querySelectorAll(FOLDS)) {
      fold?.toggleAttribute("data-kam-filled", Boolean(fold.querySelector(FILLED)));
    }
    this.toggleAttribute("data-kam-beside", Boolean(this.beside));
    this.showSaved();
    if (!only) this.markPage(); // one field changes nothing around the tool
  }

  /** Marks the page around a tool by what it shows; style sheets would ask `:has` of all of it after each change. */
  markPage() {
    if (!this.tool) return;
    const { parentElement: around, ownerDocument: { documentElement: page } } = this;
    around?.toggleAttribute("data-kam-beside", Boolean(this.beside));
    page.toggleAttribute("data-kam-present", Boolean(this.find("#present:target .kam-first > li")));
    if (this.find(".kam-beside")) page.removeAttribute("data-kam-opening");
  }

  reload(touched = this.touched) {
    this.touched = touched; // nothing where the reader did not do it here
    this.fillForm();
    return this.ask();
  }

  /**
   * Saves one answer, and lets every widget on the page know.
   * @param {{ name: string, value: string, type?: string, checked?: boolean }} control
   */
  keep({ name, value, type, checked }, done = frame === "other" ? this.sentences["kept-in-frame"] : "Saved") {
    if (!this.beside) this.store.write(name, type === "checkbox" && !checked ? "" : value, this.version);
    this.confirm(name, done);
  }

  /** Makes a group of choices blank again, or gives it back what it had before that. */
  blank(group) {
    const { name } = group.querySelector(":checked") ?? group.querySelector("[type=radio]");
    const value = group.matches("[data-kam-was]") ? JSON.parse(this.records[name]).was : "";
    this.keep({ name, value }, value ? "Put back" : "Blank again");
    this.control(name).focus();
  }

  /** Takes the last change back, and leads to where it was. */
  undo() {
    const name = this.store.undo();
    if (!name) return;
    this.confirm(name, "Taken back");
    const changed = this.control(name);
    if (changed?.checkVisibility() === false) location.replace(`#${changed.closest("[id]").id}`); // not in sight
    (this.store.replaced.length ? this.find(".kam-undo") : changed)?.focus();
  }

  /** The control of a field; of a group the one that is chosen, or the first. */
  control(name) {
    const named = `[name="${CSS.escape(name)}"]`;
    return this.find(`${named}:checked`) ?? this.find(named);
  }

  /** Draws everything anew after a change, and confirms it at the foot of what was changed. */
  confirm(name, done) {
    if (this.touched !== name) this.say(" "); // so that the same words are heard once more
    this.touched = name;
    each((widget) => widget.fillForm(name));
    clearTimeout(toAsk);
    const askAll = () => each((widget) => widget.ask());
    if (document.activeElement?.matches(TYPED)) toAsk = setTimeout(askAll, TYPING);
    else askAll(); // Python works while the page draws the choice
    for (const widget of mounted) widget.saidAlready = widget.receipt.hidden = widget !== this;
    this.find(".kam-receipt > span").textContent = this.store.trouble ? "Not saved" : done;
    const near = this.control(name)?.closest(":has(> [data-kam-foot])");
    const foot = near?.querySelector(":scope > [data-kam-foot]") ?? this.find(".kam-state");
    if (foot !== this.receipt.parentElement) foot.prepend(this.receipt); // moved, it loses the focus
  }

  /** What Python is told with every question; all that is kept where it is asked to do something, or needs it. */
  message(more) {
    this.finish();
    const { store, records, named, beside, holds } = this;
    const [address] = location.href.split("#");
    const [now, all] = [new Date().toISOString(), "do" in more || "kamAll" in this.form.dataset];
    return { stored: all ? store.all() : store.light(), elsewhere: store.elsewhere(all), ...named, records, holds,
      replaced: store.replaced, now, address, frame, assessment: store.assessment, beside: beside?.source ?? "",
      own: Boolean(beside && Object.keys(store.records()).length), passes: "share" in navigator, ...more };
  }

  async ask() {
    this.waiting = true;
    const { touched, heard } = this;
    await this.call(this.id, { touched, heard }, () => this.ask());
  }

  /** Has Python carry out a command after those before it; the same one once more only once it is done. */
  command(name, given = {}) {
    const key = JSON.stringify([name, given]);
    const again = () => this.command(name, given);
    const act = () => this.call(`${this.id} command`, { do: name, given }, again);
    const waits = this.commands.get(key);
    if (waits) return waits;
    this.latest = this.latest.then(act, act).finally(() => this.commands.delete(key));
    this.commands.set(key, this.latest);
    return this.latest;
  }

  async call(key, asked, again) {
    let sent;
    const fail = (error) => {
      if (!error.reason) this.showFailure(error);
      else if (error !== engine.error) this.showError(error, again); // that one every widget shows
    };
    try {
      const answer = await engine.call(key, () => (sent = this.message(asked)), {
        level: (html) => sent.holds || this.guard(() => this.fill(html)),
        rest: (rest, error) => error ? fail(error) : this.completeSoon(rest, again),
      });
      const late = sent?.holds && sent.holds !== this.holds; // something else was drawn since
      if (answer && late && !asked.do) return again();
      if (answer) await this.show(late ? { ...answer, holds: "" } : answer);
    } catch (error) {
      fail(error);
    }
  }

  /**
   * Does what Python answered: keeps first, for a browser may lack what the rest takes.
   * @param {Answer} answer
   */
  async show({ steps = [], ...answer }) {
    const keeping = steps.filter(([step]) => KEEPING.test(step));
    for (const [step, ...given] of keeping) STEPS[step](this, ...given);
    try {
      this.draw(answer);
      for (const [step, ...given] of steps) if (!KEEPING.test(step)) await STEPS[step](this, ...given);
    } finally {
      if (keeping.length && this.store.trouble) this.say(this.lost); // whatever was announced
      if (keeping.length) each((widget) => (widget.saidAlready = true));
      if (keeping.length) reloadAll();
    }
  }

  /** @param {Answer} answer */
  draw({ html, holds, announce, result, dialog }) {
    if (dialog === undefined) this.waiting = false; // a command's answer is not the one waited for
    this.place.replaceChildren();
    this.bring(html, holds);
    this.markPage();
    if (dialog !== undefined) this.say(announce);
    else if (!this.saidAlready) this.tell(announce, result);
    else this.saidAlready = false;
    const desk = this.find("dialog");
    if (dialog === "open" && !desk.open) desk.showModal();
    if (dialog === "close") desk.close();
  }

  /** Draws what an answer left to follow once its own frame is there, or before Python hears of the page again. */
  completeSoon(rest, again) {
    this.finish = () => {
      this.finish = () => {};
      this.guard(() => this.complete(rest, again));
    };
    requestAnimationFrame(() => setTimeout(() => this.finish()));
  }

  /**
   * Draws what an answer left to follow; asks again where something else was drawn since.
   * @param {{ html: Record<string, string>, after: string, holds: string }} rest
   * @param {() => unknown} again
   */
  complete({ html, after, holds }, again) {
    if (after !== this.holds) return again();
    this.bring(html, holds);
  }

  /** Fills regions, after which the page `holds` what Python means by that sign. */
  bring(html, holds = "") {
    this.holds = ""; // until all of it is there
    this.fill(html);
    this.holds = holds;
  }

  /** @param {Record<string, string>} html what regions hold, by name */
  fill(html) {
    for (const [name, text] of Object.entries(html)) {
      const region = this.find(`[data-kam-region="${name}"]`);
      if (region) redraw(region, text);
    }
  }

  /** Says what the answers came to, once the reader pauses. */
  tell(text, result) {
    clearTimeout(this.toTell);
    this.toTell = setTimeout(() => {
      this.say(text);
      this.heard = result;
    }, PAUSE);
  }

  say(text) {
    clearTimeout(this.toTell);
    const status = this.find("dialog[open] [role=status]") ?? this.find(".kam-status");
    this.said.textContent = text;
    if (text && status.textContent !== text) status.textContent = text;
  }

  /** What is said while the browser refuses to keep something. */
  get lost() { return `Not saved: ${this.store.trouble}. ${this.sentences.unsafe} `; }

  showSaved() {
    const chip = this.find("[data-kam-chip]");
    const { trouble, replaced } = this.store;
    chip.hidden = !trouble && !Object.keys(this.records).length;
    chip.dataset.state = trouble ? "blocked" : "saved";
    const safe = this.sentences[frame === "other" ? "kept-in-frame" : "kept"];
    chip.textContent = trouble ? this.lost : this.beside ? "Not yours: read only" : safe;
    if (trouble) chip.append(button("Download my answers", () => this.download()));
    this.find("[data-kam-do=undo]")?.toggleAttribute("hidden", !replaced.length || Boolean(this.beside));
    this.receipt.hidden ||= !replaced.length;
    this.showSave();
  }

  /** Gives the answers as a file: as Python makes it, or where it cannot as they are kept. */
  async download() {
    const ask = () => engine.call(`${this.id} file`, () => this.message({ do: "view.file", given: {} }));
    const answer = engine.state === "ready" && (await ask().catch(() => false)); // null: pressed again
    if (answer === false) saveAs(`data:application/json,${encodeURIComponent(JSON.stringify(this.records))}`, "kam-answers-raw.json");
    for (const [step, ...given] of answer?.steps ?? []) STEPS[step](this, ...given);
    const words = this.sentences[frame ? "asked-in-frame" : "asked"];
    this.say(words);
    if (frame) this.place.append((this.asking ??= made("p", {}, words)));
  }

  showEngine(state, detail) {
    clearTimeout(this.toSay);
    const words = BUSY[state];
    if (detail?.reason) this.showError(detail, state === "failed" && startAgain);
    else if (!words) this.place?.replaceChildren();
    else this.toSay = setTimeout(() => this.say((this.place.textContent = words)), SAID_AFTER);
  }

  /**
   * Says in place what went wrong, by a reason that Python words or in words of its own.
   * @param {{ reason: string, file?: string }} failure
   * @param {(() => unknown) | false} [again]
   */
  showError({ reason, file = "" }, again) {
    const { store, sentences } = this;
    const kept = store ? sentences[store.trouble ? "unsafe" : "safe"] : "What you enter here is not kept.";
    const sentence = (sentences?.[reason] ?? reason).replace("{file}", file);
    const words = made("p", {}, `${sentence.replace("{lacks}", () => lacking().join(", "))} ${kept}`);
    const stays = again && reason !== "site-updated";
    const act = stays ? button("Try again", again) : button("Reload the page", () => location.reload());
    const save = button("Download my answers", () => this.download());
    save.dataset.kamSave = "";
    this.place ??= this.appendChild(made("div", {})); // where the page has none
    this.place.replaceChildren(made("div", { className: "kam-error", role: "alert" }, words, act, save));
    this.showSave();
    this.find("dialog")?.close?.();
  }

  /** Offers the download beside an error as soon as there is something to save. */
  showSave() {
    this.find("[data-kam-save]")?.toggleAttribute("hidden", !Object.keys(this.store ? this.records : {}).length);
  }

  act({ target }) {
    const element = target.closest("[data-kam-do]");
    if (!element) return;
    this.said.remove();
    element.closest("dialog form button, .kam-menu")?.after(this.said);
    const { kamDo: name, kamValue } = element.dataset;
    if (name in NATIVE) return NATIVE[name](this, element);
    if (element.type === "file") return this.openFiles(element.files);
    const filled = element.form && element.form !== this.form ? new FormData(element.form) : [];
    return this.command(name, { ...Object.fromEntries(filled), value: kamValue ?? element.value ?? "" });
  }

  /** Opens the link in the address, if there is one; it stays there while its answers are shown. */
  openLink() {
    const link = linkIn(location.href);
    if (this.tool) document.documentElement.toggleAttribute("data-kam-opening", Boolean(link)); // see scope.js
    if (!link || !this.tool) return;
    this.waiting = true; // a new start opens it
    this.beside = this.store.beside = null; // what was open before is no longer what the reader came for
    const embed = /^\?embed\b/.test(location.search) ? location.search : ""; // in a frame that shows the tool alone
    history.replaceState(history.state, "", link.page + embed + link.fragment);
    return this.command("borrowed.open-link", { text: link.fragment });
  }

  /** Opens a link that came into the address; a step within what one shows leaves that one there. */
  follow(before) {
    this.markPage();
    const within = location.hash && linkIn(before) && !linkIn(location.href);
    return within ? history.replaceState(history.state, "", before) : this.openLink();
  }

  async openFiles(files) {
    const read = async ({ name, size }, at) => ({ name, size, bytes: size > LARGEST ? null : LETTERS.decode(await files[at].arrayBuffer()) });
    const [file, ...more] = await Promise.all([...files].map(read));
    if (file) await this.command("borrowed.open-file", { file, more });
  }

  drop(event) {
    if (!this.tool || !event.dataTransfer.files.length) return;
    event.preventDefault();
    return this.openFiles(event.dataTransfer.files);
  }

  /** Keeps keys from the theme; follows a link that the view gave a key, to the question it names. */
  press(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key.length === 1) event.stopPropagation(); // a letter would turn the page or open the search
    if (target.closest(TYPED)) return;
    const chosen = target.form === this.form && target.matches("[type=radio]:checked");
    if (chosen && /^(Delete|Backspace)$/.test(key)) this.blank(target.closest("fieldset"));
    const link = this.find(`[data-kam-key="${CSS.escape(key)}"]`);
    if (link?.hash) location.replace(link.hash); // on a narrow page it brings the question into sight
    if (link?.hash) this.find(`${link.hash} input`)?.focus({ preventScroll: true });
    if (link) this.say(link.dataset.kamSays);
  }

  /** Copies a text that keeps its form, or that of the field which is meant for it. */
  async copy(plain = "", html = "") {
    const place = this.find(html ? ".kam-copied" : "dialog[open] .kam-copy") ?? this.find(".kam-copy");
    this.say(await copied(place, html ? plain : place.value, html));
  }

  /** @returns {any} the first element in it that fits */
  find(selector) { return this.querySelector(selector); }
}

/** Whether a control differs from how the page was drawn. */
function filledIn({ name, type, checked, defaultChecked, value, defaultValue, options }) {
  if (!name || /button|file|submit/.test(type)) return false;
  if (/radio|checkbox/.test(type)) return checked && !defaultChecked;
  if (!options) return value !== defaultValue;
  return value !== ([...options].find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value;
}

/** Starts the engine anew; every widget that still waits for an answer asks again. */
function startAgain() {
  engine.retry();
  each((widget) => widget.waiting && (widget.openLink() ?? widget.ask()));
}

customElements.define("kam-widget", Widget);

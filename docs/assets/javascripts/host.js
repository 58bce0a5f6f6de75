// Finds the widgets on a page, saves their forms, asks the worker, and sets what it answers in place.
// No rule of the field lives here: Python decides what every answer means.

import { Engine } from "./engine.js";
import { Idiomorph } from "./idiomorph.js";
import { Store } from "./store.js";

const site = JSON.parse(document.getElementById("kam-site").textContent);
const root = new URL(site.root, location.href).href;
const mounted = new Set();

const engine = new Engine({
  runtime: new URL(site.runtime, root).href,
  onState: (state, detail) => mounted.forEach((widget) => widget.showEngine(state, detail)),
});

const BUSY = { downloading: "Loading the calculator, once…", starting: "Starting the calculator…" };
const SAID_AFTER = 600; // ms: a start that is over by then needs no words
const stayOpen = (attribute) => attribute !== "open"; // what the reader opened
const callbacks = { beforeAttributeUpdated: stayOpen };
const MORPH = { morphStyle: "innerHTML", ignoreActiveValue: true, callbacks }; // it may be typed in
const TYPED = "textarea, select, input:not([type=radio], [type=checkbox])";
const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 1500));

class Widget {
  constructor(element) {
    this.element = element;
    this.name = element.dataset.kamWidget;
    [this.model, this.version] = element.dataset.kamModel.split(" ");
    this.options = JSON.parse(element.dataset.kamOptions);
    this.sentences = JSON.parse(element.dataset.kamFailures);
    this.form = this.part("[data-kam-form]");
    this.place = this.part("[data-kam-engine]");
    this.store = new Store(root, this.model);
    this.left = new AbortController();
    this.drawn = {}; // HTML last set in each region
  }

  mount() {
    const { signal } = this.left;
    this.keepEarly();
    this.fillForm();
    this.showEngine(engine.state, engine.error);
    const ours = ({ target }) => target.form === this.form && this.keep(target); // in a region too
    this.element.addEventListener("input", ours, { signal });
    document.addEventListener("keydown", (event) => this.press(event), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.element.addEventListener("click", (event) => this.act(event), { signal });
    const tool = "kamTool" in this.element.dataset; // a page that one opens in order to answer
    for (const wish of tool ? ["focusin", "pointerenter"] : ["focusin"]) {
      this.element.addEventListener(wish, () => engine.start(), { signal, once: true });
    }
    this.store.onForeignChange(() => this.reload(), signal);
    const records = this.store.records();
    const here = [...this.form.elements].some(({ name }) => name in records);
    const elsewhere = tool && Object.keys(records).length; // a tool counts these too
    if (here || elsewhere) this.ask();
    else if (tool && !navigator.connection?.saveData) whenIdle(() => engine.start());
  }

  /** Keeps what was ticked before this script was there. */
  keepEarly() {
    const records = this.store.records();
    for (const { name, value, checked } of this.form.elements) {
      if (checked && !(name in records)) this.store.write(name, value, this.version);
    }
  }

  /** Sets every control as it was kept. */
  fillForm() {
    const records = this.store.records();
    for (const control of this.form.elements) {
      const kept = this.store.value(control.name, records);
      if (/radio|checkbox/.test(control.type)) control.checked = kept === control.value;
      else if (control !== document.activeElement) control.value = kept;
    }
    this.part("[data-kam-restore]")?.toggleAttribute("hidden", !this.store.hasPoint);
    this.showSaved();
  }

  reload() {
    this.fillForm();
    this.ask();
  }

  /** Saves one answer, and lets every widget on the page know. */
  keep({ name, value, type, checked }) {
    this.store.write(name, type === "checkbox" && !checked ? "" : value, this.version);
    mounted.forEach((widget) => widget.reload());
  }

  async ask() {
    const { name: widget, options } = this;
    const message = { widget, options, root: new URL(root).pathname, records: this.store.records() };
    this.waiting = true;
    try {
      const answer = await engine.call(this.element.id, message);
      if (answer) this.show(answer);
    } catch (error) { // a failed engine says so to every widget by itself
      if (error.reason === "call-failed") this.showError(error.reason, () => this.ask());
    }
  }

  show({ html, announce, save }) {
    this.waiting = false;
    this.place.replaceChildren();
    this.save = save;
    for (const [name, text] of Object.entries(html)) {
      const region = this.part(`[data-kam-region="${name}"]`);
      if (this.drawn[name] === text) continue;
      this.drawn[name] = text;
      Idiomorph.morph(region, text, MORPH);
    }
    this.say(announce);
  }

  say(text) {
    const status = this.part(".kam-status");
    if (text && status.textContent !== text) status.textContent = text;
  }

  showSaved() {
    const chip = this.part("[data-kam-chip]");
    const { trouble } = this.store;
    const answered = Object.keys(this.store.records()).length;
    chip.hidden = !answered && !trouble;
    chip.dataset.state = trouble ? "blocked" : "saved";
    const lost = `Not saved: ${trouble}. Your answers stay while this page is open. `;
    chip.textContent = trouble ? lost : "Saved in this browser";
    if (trouble) chip.append(button("Download my answers", () => this.download()));
  }

  download() {
    const records = JSON.stringify(this.store.records());
    const { name, text } = this.save ?? { name: "kam-answers-raw.json", text: records };
    made("a", { href: `data:application/json,${encodeURIComponent(text)}`, download: name }).click();
  }

  showEngine(state, { reason } = {}) {
    clearTimeout(this.saying);
    const words = BUSY[state];
    if (reason) this.showError(reason, startAgain);
    else if (!words) this.place.replaceChildren();
    else this.saying = setTimeout(() => this.say((this.place.textContent = words)), SAID_AFTER);
  }

  showError(reason, again) {
    const words = made("p", {}, `${this.sentences[reason] ?? reason} Your answers are kept.`);
    const stays = again && reason !== "site-updated";
    const act = stays ? button("Try again", again) : button("Reload the page", () => location.reload());
    this.place.replaceChildren(made("div", { className: "kam-error", role: "alert" }, words, act));
  }

  act(event) {
    const action = event.target.closest("[data-kam-do]")?.dataset.kamDo;
    if (action === "print") print();
    if (action === "copy") this.copy();
    if (action === "again") this.store.setAside();
    if (action === "restore") this.store.putBack();
    if (action === "again" || action === "restore") mounted.forEach((widget) => widget.reload());
  }

  /** Follows a link that the view gave a key, to the question that it names. */
  press(event) {
    const link = this.part(`[data-kam-key="${CSS.escape(event.key)}"]`);
    if (!link || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPED)) return;
    event.stopPropagation(); // the theme would turn the page
    const question = document.querySelector(link.hash);
    question.querySelector("input").focus({ preventScroll: true });
    question.scrollIntoView();
    this.say(link.dataset.kamSays);
  }

  async copy() {
    const field = this.part(".kam-copy");
    try {
      await navigator.clipboard.writeText(field.value); // only where the page is secure
      this.say("Copied.");
    } catch {
      field.hidden = false;
      field.focus();
      field.select();
      this.say("The text is selected: copy it with your keyboard or menu.");
    }
  }

  part(selector) {
    return this.element.querySelector(selector);
  }
}

/** Starts the engine anew; every widget that still waits for an answer asks again. */
function startAgain() {
  engine.retry();
  for (const widget of mounted) if (widget.waiting) widget.ask();
}

function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function button(label, onclick) {
  return made("button", { type: "button", className: "md-button", onclick }, label);
}

function mountPage() {
  for (const widget of mounted) {
    if (widget.element.isConnected) continue;
    widget.left.abort();
    mounted.delete(widget);
  }
  for (const element of document.querySelectorAll("[data-kam-widget]:has([data-kam-form])")) {
    if ([...mounted].some((widget) => widget.element === element)) continue;
    const widget = new Widget(element);
    mounted.add(widget);
    try {
      widget.mount();
    } catch (error) {
      widget.showError(`This tool could not start: ${error.message}.`);
    }
  }
}

if (window.document$) window.document$.subscribe(mountPage);
else mountPage();

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

const SAID_AFTER = 600; // ms: a start that is over by then needs no words

class Widget {
  constructor(element) {
    this.element = element;
    this.name = element.dataset.kamWidget;
    [this.model, this.version] = element.dataset.kamModel.split(" ");
    this.options = JSON.parse(element.dataset.kamOptions);
    this.sentences = JSON.parse(element.dataset.kamFailures);
    this.form = element.querySelector("[data-kam-form]");
    this.store = new Store(root, this.model);
    this.left = new AbortController();
    this.drawn = {}; // HTML last set in each region
  }

  mount() {
    const { signal } = this.left;
    this.keepEarly();
    this.fillForm();
    this.showEngine(engine.state, engine.error);
    this.form.addEventListener("input", (event) => this.keep(event.target), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.element.addEventListener("click", (event) => this.act(event), { signal });
    const tool = "kamTool" in this.element.dataset; // a page that one opens in order to answer
    const wishes = tool ? ["focusin", "pointerenter"] : ["focusin"];
    for (const wish of wishes) this.element.addEventListener(wish, () => engine.start(), { signal, once: true });
    this.store.onForeignChange(() => this.reload(), signal);
    const records = this.store.records();
    if ([...this.form.elements].some(({ name }) => name in records)) this.ask();
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
      if (control.type === "radio") control.checked = kept === control.value;
      else if (control !== document.activeElement) control.value = kept;
    }
    const offer = this.part("[data-kam-restore]");
    if (offer) offer.hidden = !this.store.hasPoint;
    this.showSaved();
  }

  reload() {
    this.fillForm();
    this.ask();
  }

  /** Saves one answer, and lets the other widgets on the page know. */
  keep({ name, value }) {
    this.store.write(name, value, this.version);
    this.showSaved();
    this.ask();
    for (const other of mounted) if (other !== this) other.reload();
  }

  async ask() {
    const message = {
      widget: this.name,
      root: new URL(root).pathname,
      options: this.options,
      records: this.store.records(),
    };
    try {
      this.waiting = true;
      const answer = await engine.call(this.element.id, message);
      if (answer) this.show(answer);
    } catch (error) { // a failed engine says so to every widget by itself
      if (error.reason === "call-failed") this.showError(error.reason, "Try again", () => this.ask());
    }
  }

  show({ html, announce, save }) {
    this.waiting = false;
    this.part("[data-kam-engine]").replaceChildren();
    this.save = save;
    for (const [name, text] of Object.entries(html)) {
      const region = this.part(`[data-kam-region="${name}"]`);
      if (this.drawn[name] === text) continue;
      this.drawn[name] = text;
      Idiomorph.morph(region, text, { morphStyle: "innerHTML", callbacks: { beforeAttributeUpdated } });
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
    chip.textContent = "Saved in this browser";
    if (!trouble) return;
    const full = trouble.name === "QuotaExceededError";
    const why = full ? "the browser's storage for this site is full" : "this browser or frame forbids storage";
    chip.textContent = `Not saved: ${why}. Your answers stay while this page is open. `;
    chip.append(button("Download my answers", () => this.download()));
  }

  download() {
    const raw = () => ({ name: "kam-answers-raw.json", text: JSON.stringify(this.store.records(), null, 2) });
    const { name, text } = this.save ?? raw();
    const href = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`;
    made("a", { href, download: name }).click();
  }

  showEngine(state, detail = {}) {
    clearTimeout(this.saying);
    const place = this.part("[data-kam-engine]");
    if (state === "failed" || state === "unsupported") {
      const reload = detail.reason === "site-updated";
      const again = () => (reload ? location.reload() : startAgain());
      this.showError(detail.reason, reload ? "Reload the page" : "Try again", again);
    } else if (state === "downloading" || state === "starting") {
      const words = state === "starting" ? "Starting the calculator…" : "Loading the calculator, once…";
      this.saying = setTimeout(() => {
        place.textContent = words;
        this.say(words);
      }, SAID_AFTER);
    } else {
      place.replaceChildren();
    }
  }

  showError(reason, label, again) {
    const words = made("p", {}, `${this.sentences[reason] ?? reason} Your answers are kept.`);
    const box = made("div", { className: "kam-error", role: "alert" }, words, button(label, again));
    this.part("[data-kam-engine]").replaceChildren(box);
  }

  act(event) {
    const action = event.target.closest("[data-kam-do]")?.dataset.kamDo;
    if (action === "print") print();
    if (action === "copy") this.copy();
    if (action === "again") this.store.setAside();
    if (action === "restore") this.store.putBack();
    if (action === "again" || action === "restore") mounted.forEach((widget) => widget.reload());
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

function beforeAttributeUpdated(name) {
  return name !== "open"; // what the reader opened stays open
}

function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function button(label, onclick) {
  return made("button", { type: "button", className: "md-button", onclick }, label);
}

function whenIdle(act) {
  (window.requestIdleCallback ?? ((later) => setTimeout(later, 1500)))(act);
}

function mountPage() {
  for (const widget of mounted) {
    if (widget.element.isConnected) continue;
    widget.left.abort();
    mounted.delete(widget);
  }
  for (const element of document.querySelectorAll("[data-kam-widget]")) {
    if ([...mounted].some((widget) => widget.element === element)) continue;
    const widget = new Widget(element);
    mounted.add(widget);
    try {
      widget.mount();
    } catch (error) {
      widget.showError(`This tool could not start: ${error.message}.`, "Reload the page", () => location.reload());
    }
  }
}

if (window.document$) window.document$.subscribe(mountPage);
else mountPage();

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
    const options = (element.dataset.kamOptions ?? "").split(" ").filter(Boolean);
    this.options = Object.fromEntries(options.map((option) => option.split("=")));
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
    this.form.addEventListener("change", (event) => this.keep(event.target), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.element.addEventListener("click", (event) => this.act(event), { signal });
    for (const wish of ["focusin", "pointerenter"]) {
      this.element.addEventListener(wish, () => engine.start(), { signal, once: true });
    }
    this.store.onForeignChange(() => this.reload(), signal);
    if (Object.keys(this.store.records()).length) this.ask();
    else if (!navigator.connection?.saveData) whenIdle(() => engine.start());
  }

  unmount() {
    this.left.abort();
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
      if (control.type === "radio") {
        control.checked = this.store.value(control.name, records) === control.value;
      }
    }
    this.part("[data-kam-restore]").hidden = !this.store.hasPoint;
    this.showSaved();
  }

  reload() {
    this.fillForm();
    this.ask();
  }

  keep(control) {
    this.store.write(control.name, control.value, this.version);
    this.showSaved();
    this.ask();
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
      if (error.reason === "call-failed") this.showError(error.message, "Try again", () => this.ask());
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
    if (!trouble) {
      chip.textContent = "Saved in this browser";
      return;
    }
    const full = trouble.name === "QuotaExceededError";
    chip.textContent = full
      ? "Not saved: the browser's storage for this site is full. Your answers stay while this page is open. "
      : "Not saved: this browser or frame forbids storage. Your answers stay while this page is open. ";
    chip.append(button("Download my answers", () => this.download()));
  }

  download() {
    const save = this.save ?? { name: "kam-answers-raw.json", text: JSON.stringify(this.store.records(), null, 2) };
    const link = document.createElement("a");
    link.href = `data:application/json;charset=utf-8,${encodeURIComponent(save.text)}`;
    link.download = save.name;
    link.click();
  }

  showEngine(state, detail = {}) {
    clearTimeout(this.saying);
    const place = this.part("[data-kam-engine]");
    if (state === "failed" || state === "unsupported") {
      const reload = detail.reason === "site-updated";
      const again = () => (reload ? location.reload() : startAgain());
      this.showError(detail.message, reload ? "Reload the page" : "Try again", again);
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

  showError(sentence, label, again) {
    const box = document.createElement("div");
    box.className = "kam-error";
    box.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = `${sentence} Your answers are kept.`;
    box.append(words, button(label, again));
    this.part("[data-kam-engine]").replaceChildren(box);
  }

  act(event) {
    const action = event.target.closest("[data-kam-do]")?.dataset.kamDo;
    if (action === "print") print();
    if (action === "copy") this.copy();
    if (action === "again") this.startAgain(() => this.store.setAside());
    if (action === "restore") this.startAgain(() => this.store.putBack());
  }

  startAgain(change) {
    change();
    this.reload();
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

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "md-button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

function whenIdle(act) {
  (window.requestIdleCallback ?? ((later) => setTimeout(later, 1500)))(act);
}

function mountPage() {
  for (const widget of mounted) {
    if (widget.element.isConnected) continue;
    widget.unmount();
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

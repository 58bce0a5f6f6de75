// @ts-check
// Keeps one small record for each question in the browser's own storage; it reads no meaning into it.

const FULL = "the browser’s storage for this site is full";
const FORBIDDEN = "this browser or frame forbids storage";
const PAUSE = 1500; // ms: changes of one field that are closer are undone together, but for a blank
/** @typedef {Record<string, string>} Texts */
/** @type {Map<string, string>} what storage refused, by key: it lives as long as the page */
const unsaved = new Map();
/** @type {Map<string, string>} what this page wrote, by key */
const written = new Map();
/** @type {[key: string, text: string | null][]} what changes replaced, for undo */
let replaced = [];
let changedAt = 0; // when the last change was
/** @type {string | null} id of the one that this tab shows */
let assessment = null;
let asked = false; // whether the browser was asked to keep all this
/** @type {{ keys: string[], texts: Map<string, string | null> } | null} */
let scan = null; // what storage holds, read once in a turn of the page and after a change
/** @type {Map<string, string>} the value in a record's text, as long as there are not too many */
const values = new Map();
const MOST = 5000;
/** @type {Storage | null} */
let storage = null;
/** @type {Storage | null} */
let session = null;
/** @type {string | null} */
let trouble = FORBIDDEN;
try {
  storage = localStorage;
  session = sessionStorage;
  trouble = null;
} catch {} // a sandboxed frame, or a browser set to keep nothing

/** The page, and in the single file the tool that it shows. */
const here = () => location.pathname + (history.state?.tool ?? "");

export class Store {
  /** `site`: URL of the site's root; `model`: its id; two guides on one host never meet. */
  constructor(site, model) {
    this.model = model;
    this.base = `kam:${new URL(site).pathname}:${model}:`;
    assessment ??= session?.getItem(`${this.base}current`) ?? held(`${this.base}current`);
  }

  /** Id of the assessment that this tab shows. */
  get assessment() { return assessment ?? "default"; }

  open(id) {
    assessment = id;
    replaced = [];
    session?.setItem(`${this.base}current`, id);
    this.put("current", id);
  }

  /** What this tab shows beside the reader's own answers, on the page where it was opened. */
  get beside() {
    const { page, ...shown } = JSON.parse(session?.getItem(`${this.base}beside`) ?? "{}");
    return page === here() ? shown : null;
  }

  set beside(shown) {
    try {
      session?.setItem(`${this.base}beside`, JSON.stringify({ page: here(), ...shown }));
      if (!shown) session?.removeItem(`${this.base}beside`);
    } catch {} // without this storage it lasts until a reload
  }

  /** Every record of the assessment by the name of its field. */
  records() { return this.#texts(this.#own("")); }

  /** Whether anything is kept whose key, without its base, begins so. */
  has(prefix) { return this.#keys(this.base + prefix).length > 0; }

  /** Everything that is kept, by key without its base. */
  all() { return this.#texts(this.base); }

  /** The same without any answer, and without what restore points hold. */
  light() {
    const few = this.#keys(this.base).filter((key) => !key.startsWith("answer:"));
    return Object.fromEntries(few.map((key) => [key, key.startsWith("restore:") ? "" : once(this.base + key)]));
  }

  /** What other paths of this host keep of the same model, by path and key; as `whole` with texts. */
  elsewhere(whole = false) {
    /** @type {Record<string, Texts>} */
    const found = {};
    for (const key of scanned().keys) {
      const [path, rest] = key.startsWith("kam:") ? key.slice(4).split(`:${this.model}:`) : [];
      if (rest && !key.startsWith(this.base)) (found[path] ??= {})[rest] = (whole && once(key)) || "";
    }
    return found;
  }

  /** Drops all that another path keeps of the same model. */
  forget(path) {
    for (const key in this.elsewhere()[path]) set(`kam:${path}:${this.model}:${key}`, null);
  }

  /** The value kept for `name`; empty if there is none, or none that can be read. */
  value(name, records = this.records()) { return valueIn(records[name]); }

  /**
   * Keeps `value` for `name`, and beside it the value that it replaced.
   * @param {string} name
   * @param {string} value
   * @param {string} version
   */
  write(name, value, version) {
    const key = this.#own(name);
    const before = held(key);
    const now = Date.now();
    const text = JSON.stringify({ value, model: version, at: new Date(now).toISOString(), was: valueIn(before) });
    written.set(key, text);
    set(key, text);
    if (replaced[replaced.length - 1]?.[0] !== key || now - changedAt > PAUSE || !value) replaced.push([key, before]);
    changedAt = now;
    this.#persist();
  }

  /** Takes the last change of this page back; the name of its field, if there was one. */
  undo() {
    const last = replaced.pop();
    if (last) set(...last);
    return last?.[0].slice(this.#own("").length);
  }

  /** What the changes of this visit replaced, the oldest first: key without its base, and text. */
  get replaced() { return replaced.map(([key, text]) => [key.slice(this.base.length), text]); }

  /**
   * Keeps `text` under `key`, or nothing if it is null.
   * @param {string} key
   * @param {string | null} text
   */
  put(key, text) {
    if (key.startsWith("answer:")) replaced = []; // after a command its restore point leads back
    written.delete(this.base + key);
    set(this.base + key, text);
  }

  /** Why the browser does not keep everything, in words; null while it does. */
  get trouble() { return trouble; }

  /** Calls `changed` when another tab changes what this page may show; notes what it wrote over. */
  onForeignChange(changed, signal) {
    const mine = ({ key }) => {
      if (key !== null && !key.startsWith(this.base)) return;
      replaced = replaced.filter(([ours]) => key !== null && ours !== key); // theirs is not ours to undo
      const [own, theirs] = [written.get(key), held(key)];
      if (own !== theirs) written.delete(key);
      if (own && theirs && own !== theirs) this.put(`overtaken:${key.slice(this.base.length)}`, own);
      changed();
    };
    addEventListener("storage", mine, { signal });
  }

  /** Asks the browser, once on a page, never to clear this by itself; notes its answer. */
  async #persist() {
    if (asked || !storage) return;
    asked = true;
    const agreed = await navigator.storage?.persist?.().catch(() => false);
    this.put("setting:persistent", agreed ? "yes" : agreed === false ? "no" : "unsaid");
  }

  #own(name) { return `${this.base}answer:${this.assessment}:${name}`; }

  /** What follows `prefix` in every key that begins with it. */
  #keys(prefix) {
    return scanned().keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  #texts(prefix) { return Object.fromEntries(this.#keys(prefix).map((key) => [key, once(prefix + key)])); }
}

/** What storage holds as this turn of the page finds it; another tab changes it between turns. */
function scanned() {
  if (scan) return scan;
  queueMicrotask(() => (scan = null));
  const keys = new Set([...unsaved.keys(), ...Object.keys(storage ?? {})]);
  return (scan = { keys: [...keys].sort(), texts: new Map() });
}

/** @returns {string | null} */
function held(key) { return unsaved.get(key) ?? storage?.getItem(key) ?? null; }

/** The same, read once a scan. */
function once(key) {
  const { texts } = scanned();
  if (!texts.has(key)) texts.set(key, held(key));
  return texts.get(key);
}

/** The value in a record's text, which is parsed once. */
function valueIn(record) {
  if (values.size > MOST) values.clear();
  const known = values.get(record);
  if (known !== undefined) return known;
  let value = "";
  try {
    value = String(JSON.parse(record).value);
  } catch {} // left as it is; Python names it
  values.set(record, value);
  return value;
}

/**
 * Sets or drops one, and tries again to store all that is not stored yet.
 * @param {string} key
 * @param {string | null} text
 */
function set(key, text) {
  scan = null;
  unsaved.delete(key);
  if (text === null) storage?.removeItem(key);
  else unsaved.set(key, text);
  if (!storage) return;
  trouble = null;
  for (const [key, text] of unsaved) {
    try {
      storage.setItem(key, text);
      unsaved.delete(key);
    } catch (error) {
      trouble = error.name === "QuotaExceededError" ? FULL : FORBIDDEN;
    }
  }
}

// Keeps one small record for each question in the browser's own storage; it reads no meaning into it.

const KEPT_POINTS = 20;

export class Store {
  /** `site`: URL of the site's root; `model`: its id; two guides on one host never meet. */
  constructor(site, model, assessment = "default") {
    const base = `kam:${new URL(site).pathname}:${model}`;
    this.prefix = `${base}:answer:${assessment}:`;
    this.pointPrefix = `${base}:restore:${assessment}:`;
    this.unsaved = new Map(); // what storage refused: it lives as long as the page
    this.trouble = null;
  }

  /** Every record by the name of its field. */
  records() {
    const found = {};
    for (const key of this.#keys(this.prefix)) {
      found[key.slice(this.prefix.length)] = localStorage.getItem(key);
    }
    return { ...found, ...Object.fromEntries(this.unsaved) };
  }

  /** The value kept for `name`; empty if there is none, or none that can be read. */
  value(name, records = this.records()) {
    try {
      return String(JSON.parse(records[name]).value);
    } catch {
      return "";
    }
  }

  /** Keeps `value` for `name`, and beside it the value that it replaced. */
  write(name, value, version) {
    const was = this.value(name);
    const record = JSON.stringify({ value, model: version, at: new Date().toISOString(), was });
    this.#put(this.prefix + name, record, () => this.unsaved.set(name, record));
  }

  /** Takes every record away into a restore point; the oldest of more than twenty goes. */
  setAside() {
    const records = this.records();
    if (!Object.keys(records).length) return;
    const point = JSON.stringify({ at: new Date().toISOString(), records });
    const kept = this.#put(this.#pointKey(), point, () => (this.memoryPoint = point));
    for (const key of this.points().slice(0, -KEPT_POINTS)) localStorage.removeItem(key);
    if (kept || this.memoryPoint === point) this.#clear();
  }

  /** Puts the newest restore point back; what was there becomes a restore point itself. */
  putBack() {
    const key = this.points().at(-1);
    const point = this.memoryPoint ?? (key && localStorage.getItem(key));
    if (!point) return;
    this.memoryPoint = undefined;
    this.setAside();
    for (const [name, record] of Object.entries(JSON.parse(point).records)) {
      this.#put(this.prefix + name, record, () => this.unsaved.set(name, record));
    }
    if (key) localStorage.removeItem(key);
  }

  /** Keys of the restore points, oldest first. */
  points() {
    return this.#keys(this.pointPrefix).sort();
  }

  get hasPoint() {
    return Boolean(this.memoryPoint) || this.points().length > 0;
  }

  /** Calls `changed` when another tab changes an answer of this assessment. */
  onForeignChange(changed, signal) {
    const mine = ({ key }) => (key === null || key.startsWith(this.prefix)) && changed();
    addEventListener("storage", mine, { signal });
  }

  #pointKey() {
    const last = this.points().at(-1)?.slice(this.pointPrefix.length) ?? "";
    const now = String(Date.now()).padStart(15, "0");
    return this.pointPrefix + (now > last ? now : String(Number(last) + 1).padStart(15, "0"));
  }

  #keys(prefix) {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch (error) {
      this.trouble ??= error; // a sandboxed frame, or a browser set to keep nothing
      return [];
    }
  }

  #put(key, text, instead) {
    try {
      localStorage.setItem(key, text);
      this.unsaved.delete(key.slice(this.prefix.length));
      if (!this.unsaved.size) this.trouble = null;
      return true;
    } catch (error) {
      this.trouble = error;
      instead();
      return false;
    }
  }

  #clear() {
    this.unsaved.clear();
    for (const key of this.#keys(this.prefix)) localStorage.removeItem(key);
  }
}

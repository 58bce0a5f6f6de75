// @ts-check
// The guide without a network: keeps what the tools need of one build, whole or not at all, and every
// page that was read. The build puts the list of its files in here: a byte that is not of this build
// is neither kept nor served from here, so that two builds never mix.

/** @type {{ name: string, tools: string[], away: string, files: Record<string, [bytes: number, hash: string, packed: boolean]> }} */
const { name: build, tools, away, files } = JSON.parse("{}");

const worker = /** @type {OfflineScope} */ (/** @type {unknown} */ (self));
const root = worker.registration.scope;
const { pathname } = new URL(root);
const BUILDS = `kam:${pathname}:build-`; // the names of another path begin otherwise
const HERE = BUILDS + build;
const LARGE = 1e6; // bytes
const WHOLE = `${root}everything.kept`; // a note among the files: the reader made all available

const address = (file) => new URL(file, root).href;
const earlier = async () => (await caches.keys()).filter((name) => name.startsWith(BUILDS) && name !== HERE);

/** The file of this build at an address, also at that of its packed twin. */
function fileAt(/** @type {string} */ url) {
  const path = url.startsWith(root) ? url.slice(root.length).replace(/[?#].*/s, "") || "./" : "";
  return [path, path.replace(/\.gz$/, "")].find((file) => Object.hasOwn(files, file));
}

/**
 * Whether an answer has the bytes that the build wrote; it can still be read. Of a large file that was
 * right when it was kept only their number is looked at: a start waits for it.
 */
async function right(/** @type {Response} */ answer, file, kept = false) {
  const copy = answer.clone();
  if (kept && files[file][0] > LARGE) return (await copy.blob()).size === files[file][0];
  const digest = await crypto.subtle.digest("SHA-256", await copy.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest, 0, 12))) === files[file][1];
}

/** A file from the nearest place that has it right: an earlier build, the browser's own cache, the server. */
async function taken(file) {
  const fetched = async (twin, cache) => {
    const found = await fetch(address(file) + twin, { cache, mode: "same-origin" });
    return twin ? new Response(found.body?.pipeThrough(new DecompressionStream("gzip")), found) : found;
  };
  const twins = files[file][2] ? [".gz", ""] : [""];
  const places = ["only-if-cached", "no-cache"].flatMap((cache) => twins.map((twin) => () => fetched(twin, cache)));
  for (const place of [() => caches.match(address(file)), ...places]) {
    const found = await place().catch(() => undefined);
    if (found && await right(found, file).catch(() => false)) return found;
  }
}

/** Takes the tools, and of a newer build also whatever the reader had of the last one; or nothing. */
async function install() {
  const whole = await caches.match(WHOLE);
  const had = await Promise.all((await earlier()).map(async (name) => (await caches.open(name)).keys()));
  const wanted = new Set([...tools, ...had.flat().map(({ url }) => fileAt(url)), ...(whole ? Object.keys(files) : [])]);
  wanted.delete(undefined);
  try {
    const cache = await caches.open(HERE);
    await Promise.all([...wanted].map(async (file) => cache.put(address(file), /** @type {Response} */ (await taken(file)))));
    if (whole) await cache.put(WHOLE, whole);
  } catch (error) {
    await caches.delete(HERE);
    throw error;
  }
}

/** What is not kept, as addresses with their bytes, of the tools and of all; and whether anything is to be. */
async function lacking() {
  const cache = await caches.open(HERE);
  const kept = new Set((await cache.keys()).map(({ url }) => fileAt(url)));
  const [ofTools, ofAll] = [tools, Object.keys(files)].map((list) => list.filter((file) => !kept.has(file)));
  if (tools.length && !ofAll.length) await cache.put(WHOLE, new Response());
  const listed = (list) => list.map((file) => [address(file), files[file][0]]);
  return { tools: listed(ofTools), all: listed(ofAll), keeps: tools.length > 0 };
}

/** The browser's own copy of a program, if it has one: only beside that does it keep what it compiled. */
async function ofBrowser(/** @type {Request} */ request) {
  const own = await fetch(request, { cache: "only-if-cached", mode: "same-origin" }).catch(() => undefined);
  return own?.headers.get("content-type") === "application/wasm" ? own : undefined;
}

/** A kept file, or one from the network, which is kept if it is of this build. */
async function answer(/** @type {Request} */ request, file) {
  const cache = await caches.has(HERE) ? await caches.open(HERE) : null; // none: it was switched off
  const own = file.endsWith(".wasm") && (await ofBrowser(request));
  if (own) return own;
  const kept = await cache?.match(address(file));
  if (kept && await right(kept, file, true).catch(() => false)) return kept;
  const fresh = await taken(file);
  if (fresh) await cache?.put(address(file), fresh.clone()).catch(() => {}); // storage may be full
  if (fresh) return fresh;
  worker.registration.update().catch(() => {}); // the server has another build, or does not answer
  const page = () => new Response(away.replaceAll("{root}", pathname), { status: 503, headers: { "content-type": "text/html" } });
  return request.mode === "navigate" ? fetch(request).catch(page) : fetch(request);
}

const WAITING = "<script>navigator.serviceWorker.oncontrollerchange = () => location.reload()</script>"; // a page

/**
 * A page that is loaded anew, where no other is open, takes the newer build that waits: an empty one
 * stands until it took over, once this worker rests. To ask a worker that is about to end may never
 * be answered, so that the page asks by itself only where it was not told, and late.
 */
async function renewed(/** @type {Request} */ request, file) {
  const { waiting } = worker.registration;
  if (!waiting || (await worker.clients.matchAll()).length > 1) return answer(request, file);
  waiting.postMessage("take over");
  return new Response(WAITING, { headers: { "content-type": "text/html", refresh: "5" } });
}

worker.oninstall = (event) => event.waitUntil(install());
worker.onactivate = (event) => event.waitUntil(earlier().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
worker.onmessage = (event) => {
  if (event.data === "take over") return void worker.skipWaiting();
  if (fileAt(event.data)) event.waitUntil(worker.clients.claim()); // a script of this build asks
  event.waitUntil(lacking().then((found) => event.ports[0].postMessage(found)));
};
worker.onfetch = (event) => {
  const { method, cache, headers, mode, url } = event.request;
  if (method !== "GET" || cache === "no-store" || headers.has("range")) return;
  const [file, folder] = [url, url.replace(/[^?#]*/, "$&/")].map(fileAt);
  if (file) event.respondWith(mode === "navigate" ? renewed(event.request, file) : answer(event.request, file));
  else if (folder) event.respondWith(Response.redirect(address(folder)));
};

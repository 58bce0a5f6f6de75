// What the service worker uses of its scope; the checker knows a window's alone.
interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface OfflineScope {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void>; matchAll(): Promise<unknown[]> };
  skipWaiting(): Promise<void>;
  oninstall: (event: Lasting) => void;
  onactivate: (event: Lasting) => void;
  onmessage: (event: Lasting & MessageEvent) => void;
  onfetch: (event: Lasting & { request: Request; respondWith(answer: Response | Promise<Response>): void }) => void;
}

/**
 * Keeps the shell (page, scripts, styles, icons) so that the app opens without a network.
 * It never touches /api/: what was read is kept by kit/cache, what is to be sent by kit/outbox.
 */
declare const self: ServiceWorkerGlobalScope;
declare const __VERSION__: string;
export {};

const SHELL = `shell-${__VERSION__}`;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlderShells().then(() => self.clients.claim()));
});

// A new version waits until the page says that nothing is left to send.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/api/')) return;
  const wanted = request.mode === 'navigate' ? '/' : request;
  event.respondWith(
    caches
      .match(wanted, { cacheName: SHELL, ignoreVary: true })
      .then((kept) => kept ?? fetch(request)),
  );
});

self.addEventListener('push', (event) => {
  const { title, path } = event.data?.json() as { title: string; path: string };
  // A repeat takes the place of the first: they lead to the same path.
  event.waitUntil(self.registration.showNotification(title, { tag: path, data: path }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data as string));
});

/** In the window that is open already, else in a new one. */
async function show(path: string): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window' });
  const shown = await open?.navigate(path).catch(() => null);
  await (shown ? shown.focus() : self.clients.openWindow(path));
}

async function keepShell(): Promise<void> {
  const shell = await caches.open(SHELL);
  const listed = await fetched(`/assets/${__VERSION__}.json`, 'default');
  const files = (await listed.json()) as string[];
  await Promise.all(files.map(async (file) => shell.put(addressOf(file), await answer(file))));
}

/** A file with a hash in its name never changes, so an older shell's copy is as good as new. */
async function answer(file: string): Promise<Response> {
  const hashed = file.startsWith('assets/');
  const kept = hashed ? await caches.match(`/${file}`) : undefined;
  return kept ?? fetched(addressOf(file), hashed ? 'default' : 'reload');
}

async function fetched(address: string, cache: RequestCache): Promise<Response> {
  const fresh = await fetch(new Request(address, { cache }));
  if (!fresh.ok) throw new Error(`${address} ${fresh.status}`);
  return fresh;
}

function addressOf(file: string): string {
  return file === 'index.html' ? '/' : `/${file}`;
}

async function dropOlderShells(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('shell-') && name !== SHELL) await caches.delete(name);
  }
}

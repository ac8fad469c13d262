// Keeps the site for the next visit, also without a network. And session/mail.js keeps what pages send to workers that compute.
importScripts('session/mail.js');

const shelf = `site-${new URL(location).searchParams.get('version') ?? ''}`; // a new version of the site begins anew
const hasContentInName = /\/_framework\/.*\.[a-z0-9]{10}\./;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('site-') && name !== shelf) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.endsWith('/session/mail')) return;
  event.respondWith(hasContentInName.test(url.pathname) ? kept(event) : fresh(event));
});

async function kept(event) {
  return await (await caches.open(shelf)).match(event.request) ?? fetched(event);
}

async function fresh(event) {
  try {
    return await fetched(event);
  } catch (away) {
    const found = await (await caches.open(shelf)).match(event.request, { ignoreSearch: true });
    if (found) return found;
    throw away;
  }
}

// A notebook of the user's own has an address, and no file: the page finds it in the browser.
async function fetched(event) {
  const { request } = event;
  const answer = await fetch(request);
  const response = answer.status === 404 && request.mode === 'navigate' ? await fetch('index.html') : answer;
  if (response.ok && !response.redirected) {
    const copy = response.clone();
    event.waitUntil(caches.open(shelf).then((kept) => kept.put(request, copy)).catch(() => {})); // it is full, or of an earlier version
  }
  return response;
}

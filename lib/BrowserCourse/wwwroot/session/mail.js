// Part of the site's service worker: keeps what pages send to workers that compute, until they fetch it.
const boxes = new Map(); // id → { letters, waiting }
const boxOf = id => boxes.get(id) ?? boxes.set(id, { letters: [], wake: null }).get(id);

self.addEventListener('message', ({ data }) => {
  if (data?.box) {
    const box = boxOf(data.box);
    box.letters = [...box.letters.slice(-9), data.letter];
    box.wake?.();
  }
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (url.pathname.endsWith('/session/mail') && url.searchParams.has('box')) {
    event.respondWith(take(url.searchParams.get('box'), Number(url.searchParams.get('wait'))));
  }
});

async function take(id, wait) {
  const box = boxOf(id);
  if (box.letters.length === 0 && wait > 0) {
    await new Promise(resolve => { box.wake = resolve; setTimeout(resolve, wait); });
    box.wake = null;
  }
  return Response.json(box.letters.splice(0));
}

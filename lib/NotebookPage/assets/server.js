// Whether it is still this page's own server that listens on its port: only that one, or one that the same user has started
// since, can say so. Before it has, it is told nothing.
import { bytesOf, hex } from './hex.js';

let key, run;

export async function know(secrets) {
  if (!secrets.server) return; // the page is its own
  run = secrets.run;
  key = await crypto.subtle?.importKey('raw', bytesOf(secrets.server), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

const sign = async (...words) => hex(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(words.join('\n'))));

const query = (values) => new URLSearchParams({ host: location.host, ...values });

// The name of the run that listens now: null if none does, or another's.
async function proven() {
  if (!key) return null;
  const nonce = hex(crypto.getRandomValues(new Uint8Array(16)));
  try {
    const asked = await fetch(`/alive?${query({ nonce })}`, { cache: 'no-store', redirect: 'error', credentials: 'omit' });
    const answer = await asked.json();
    return answer.proof === await sign('server', location.host, nonce, answer.run) ? answer.run : null;
  } catch {
    return null;
  }
}

// Waits for it. Tells whether it is the one that drew the page, and else where the page is from now on.
export async function back() {
  for (;;) {
    const now = await proven();
    if (now === run && now) return { isSame: true };
    if (now) {
      const answer = await fetch(`/return?${query({ proof: await sign('page', location.host, now) })}`, { method: 'POST', redirect: 'error' }).catch(() => null);
      if (answer?.ok) return { isSame: false, room: await answer.text() };
    }
    await new Promise((done) => setTimeout(done, 700));
  }
}

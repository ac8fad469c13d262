// What the server asks of the page.
import './copying.js';
import './outputs.js';
import './reach.js';
import * as drafts from './drafts.js';
import * as editors from './editors.js';
import * as find from './find.js';
import * as keys from './keys.js';
import * as places from './places.js';
import * as known from './server.js';

export { checkAll, setTexts } from './editors.js';
export { perform } from './keys.js';

let server, opened = Promise.resolve();

// A notebook has been drawn: keys and editors belong to it from now on. What this browser kept for it goes to the server.
export const open = (...notebook) => opened = take(...notebook);

// The file holds these texts. Told while a notebook is being opened, it waits: what its drafts are is not known before.
export const saved = (texts) => opened.then(() => editors.saved(texts));

async function take(page, notebook, secrets) {
  server = page;
  await Promise.all([drafts.open(secrets), known.know(secrets)]);
  editors.start(page, notebook);
  keys.start(page);
  find.start(page);
  const place = places.back(notebook);
  const target = place ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  keys.select(place ?? target?.closest('[data-cell]') ?? document.querySelector('[data-cell]'), !target, !place && !target);
  target?.scrollIntoView();
  const kept = drafts.all();
  const texts = kept.length > 0 ? await page.invokeMethodAsync('Texts') : {};
  for (const draft of kept) {
    const now = texts[draft.cell];
    if (now !== draft.text) await page.invokeMethodAsync('Restore', draft.cell, draft.text, draft.kind, draft.previous, now != null && drafts.follows(draft, now));
    else drafts.drop(draft.cell);
  }
}

addEventListener('focus', () => server?.invokeMethodAsync('Focused').catch(() => {}));

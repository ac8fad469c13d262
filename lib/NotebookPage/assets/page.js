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

export { checkAll, saved, setTexts } from './editors.js';
export { perform } from './keys.js';

let server;

// A notebook has been drawn: keys and editors belong to it from now on. What this browser kept for it goes to the
// server, which answers which cells to drop: those that it has.
export async function open(page, notebook, secrets) {
  server = page;
  await Promise.all([drafts.open(secrets), known.know(secrets)]);
  editors.start(page, notebook);
  keys.start(page);
  find.start(page);
  const place = places.back(notebook);
  const target = place ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  keys.select(place ?? target?.closest('[data-cell]') ?? document.querySelector('[data-cell]'), !target, !place && !target);
  target?.scrollIntoView();
  const texts = await page.invokeMethodAsync('Texts');
  for (const draft of drafts.all()) {
    const now = texts[draft.cell];
    if (now !== draft.text) await page.invokeMethodAsync('Restore', draft.cell, draft.text, draft.kind, draft.previous, now != null && drafts.follows(draft, now));
    else drafts.drop(draft.cell);
  }
}

addEventListener('focus', () => server?.invokeMethodAsync('Focused').catch(() => {}));

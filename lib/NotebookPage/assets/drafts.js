// What was typed and is not yet in the notebook's file, kept in this browser: it survives the server and the page. The
// browser keeps it for whoever serves on this port: so a page with a server has it encrypted, with a key that it gets from there.
import { bytesOf, hex } from './hex.js';

const remembered = 1000; // texts
const held = new Map(); // cell → draft, of the notebook that is shown

let shelf, key, isPlain, writing = Promise.resolve();

// Opens a notebook's drafts. Until they are read, nothing may be cleared.
export async function open(secrets) {
  [shelf, isPlain] = [`course:${secrets.shelf}:`, !secrets.drafts];
  held.clear();
  key = isPlain ? null : await crypto.subtle?.importKey('raw', bytesOf(secrets.drafts), 'AES-GCM', false, ['encrypt', 'decrypt']);
  for (const name of names()) {
    const draft = await read(localStorage.getItem(name)).catch(() => null);
    if (draft) held.set(draft.cell, draft);
    else localStorage.removeItem(name);
  }
}

const names = () => Object.keys(localStorage).filter((name) => name.startsWith(shelf));

async function written(draft) {
  if (isPlain) return JSON.stringify(draft);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(draft)));
  return `${hex(iv)}:${hex(text)}`;
}

async function read(stored) {
  if (isPlain) return JSON.parse(stored);
  const [iv, text] = stored.split(':').map(bytesOf);
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, text)));
}

// A short name for a text, to tell later whether the server's text is one that this browser has seen.
const mark = (text) => {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (hash * 33 ^ text.charCodeAt(i)) | 0;
  return `${text.length}:${hash}`;
};

// Keeps a cell's text; `previous` is the cell above, `kind` code or markdown. `server` are the texts that the server may have:
// the last that it said it has, and those that were sent.
export function keep(cell, text, server, previous, kind) {
  const seen = [...new Set([...(held.get(cell)?.seen ?? []), ...server.map(mark)])].slice(-remembered);
  const draft = { cell, text, previous, kind, seen };
  held.set(cell, draft);
  const place = shelf + cell;
  writing = writing.then(async () => {
    if ((!key && !isPlain) || held.get(cell) !== draft) return; // it goes on, or is saved
    const stored = await written(draft);
    if (held.get(cell) === draft) localStorage.setItem(place, stored);
  }).catch(() => {}); // the storage is full or forbidden: the server has the text as well
}

// Everything kept for the notebook.
export const all = () => [...held.values()];

// Whether the draft goes on from that text: then it may replace it.
export const follows = (draft, text) => draft.seen.includes(mark(text));

export function drop(cell) {
  held.delete(cell);
  localStorage.removeItem(shelf + cell);
}

// Drops all but those that `stay`, other tabs' too.
export function clear(stay) {
  for (const cell of new Set([...held.keys(), ...names().map((name) => name.slice(shelf.length))])) if (!stay(cell, held.get(cell))) drop(cell);
}

// What was typed and is not yet in the notebook's file, kept in this browser: it survives the server and the page.
const prefix = 'course:';
const remembered = 40;

const key = (notebook, cell) => `${prefix}${notebook}:${cell}`;

// A short name for a text, to tell later whether the server's text is one that this browser has seen.
const mark = (text) => {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (hash * 33 ^ text.charCodeAt(i)) | 0;
  return `${text.length}:${hash}`;
};

export const read = (notebook, cell) => JSON.parse(localStorage.getItem(key(notebook, cell)) ?? 'null');

// Keeps a cell's text; `before` is what stood there, `previous` the cell above, `kind` code or markdown.
export function keep(notebook, cell, text, before, previous, kind) {
  const seen = read(notebook, cell)?.seen ?? [mark(before)];
  const marks = [...seen.slice(-remembered), mark(text)];
  try {
    localStorage.setItem(key(notebook, cell), JSON.stringify({ cell, text, previous, kind, seen: marks }));
  } catch {
    // Storage is full or forbidden: the server has the text as well.
  }
}

// Everything kept for a notebook, oldest cells first as the storage has them.
export const all = (notebook) => Object.keys(localStorage)
  .filter((name) => name.startsWith(`${prefix}${notebook}:`))
  .map((name) => JSON.parse(localStorage.getItem(name)));

// Whether the draft goes on from that text: then it may replace it.
export const follows = (draft, text) => draft.seen.includes(mark(text));

export const drop = (notebook, cell) => localStorage.removeItem(key(notebook, cell));

export const clear = (notebook) => all(notebook).forEach((draft) => drop(notebook, draft.cell));

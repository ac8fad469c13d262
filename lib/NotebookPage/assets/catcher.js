// Until a cell's editor is there, a text box that nobody sees takes what is typed, pasted or composed, as the editor
// would: from the click on, keys are text.
const box = document.createElement('textarea');
box.id = 'catcher';
box.tabIndex = -1;
box.ariaLabel = 'The editor is being opened.';

let current; // whose text it takes: { text }
let composing = Promise.resolve();

box.addEventListener('compositionstart', () => {
  composing = new Promise((ended) => box.addEventListener('compositionend', ended, { once: true }));
});

const take = () => {
  if (current) current.text += box.value;
  box.value = '';
};

// Begins to take text, at a point of the screen, where a window for composing would open.
export function begin(point) {
  take();
  if (!box.isConnected) document.body.append(box);
  box.style.translate = `${point?.x ?? 0}px ${point?.y ?? 0}px`;
  box.focus({ preventScroll: true });
  return current = { text: '' };
}

// What came since, and whether the cursor still waits there for the editor.
export async function end(taken) {
  await composing;
  if (current !== taken) return { text: taken.text, waits: false };
  take();
  current = undefined;
  return { text: taken.text, waits: catching() };
}

export const catching = () => document.activeElement === box;

// Whether a key means text, or moving about in it: not a command, not a way to leave.
export const isText = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }) => ctrlKey || metaKey
  ? (altKey && key.length === 1) || (!altKey && key.toLowerCase() === 'v')
  : altKey && shiftKey && code === 'KeyF' ? false // which formats
  : key.length === 1 || key === 'Backspace' || key === 'Dead' || key === 'Process' || (key === 'Enter' && !shiftKey && !altKey);

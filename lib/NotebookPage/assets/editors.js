// The cells' editors. A cell is plain highlighted text until it is edited for the first time: a page of forty editors
// would take seconds to come up. The server has a text a moment after it was typed, the browser's storage at once.
import * as catcher from './catcher.js';
import * as drafts from './drafts.js';
import * as help from './help.js';
import { load } from './monaco.js';

const pause = 150; // ms of not typing before the server hears of it
const open = new Map(); // cell id → { cell, editor, kind, sent, acknowledged, timer }

let server, notebook;

export function start(page, name) {
  [server, notebook] = [page, name];
  load().then((monaco) => help.register(monaco, ask, flush));
}

const ask = (method, ...values) => server.invokeMethodAsync(method, ...values);

export const element = (id) => document.getElementById(`cell-${id}`);
export const idOf = (cell) => cell.dataset.cell;
export const editing = () => document.activeElement?.closest('.editor')?.closest('[data-cell]') ?? null;
export const of = (cell) => purge() ?? open.get(idOf(cell))?.editor;

const purge = () => {
  for (const [id, { cell, editor }] of open) if (!cell.isConnected) close(id, editor);
};

const close = (id, editor) => {
  open.delete(id);
  const model = editor.getModel();
  editor.dispose();
  model.dispose();
};

// Opens a cell's editor and puts the cursor into it, at a point of the screen if one is given. What is typed until then
// comes after it.
export async function edit(cell, point) {
  const taken = catcher.begin(point);
  const id = idOf(cell);
  const monaco = await load();
  purge();
  if (!open.has(id)) {
    const text = await textOf(cell, id);
    if (!open.has(id)) mount(monaco, cell, id, text);
  }
  const { text, waits } = await catcher.end(taken);
  const { editor } = open.get(id);
  cell.toggleAttribute('data-editing', true);
  editor.layout();
  const target = point && editor.getTargetAtClientPoint(point.x, point.y);
  if (target?.position) editor.setPosition(target.position);
  if (waits) editor.focus();
  if (text) editor.trigger('keyboard', 'type', { text });
}

// The server may be away for a while.
async function textOf(cell, id) {
  for (;;) {
    try {
      return await server.invokeMethodAsync('Mounted', id) ?? '';
    } catch (away) {
      if (!cell.isConnected) throw away;
      await new Promise((done) => setTimeout(done, 300));
    }
  }
}

function font(cell) {
  const { fontFamily, fontSize, lineHeight } = getComputedStyle(cell.querySelector('.editor'));
  return { fontFamily, fontSize: parseFloat(fontSize), lineHeight: parseFloat(lineHeight) };
}

// The page's type has another size.
export const fit = () => open.forEach(({ cell, editor }) => editor.updateOptions(font(cell)));

function mount(monaco, cell, id, text) {
  const kind = cell.dataset.kind;
  const language = kind === 'code' ? 'csharp' : kind;
  const model = monaco.editor.createModel(text, language, monaco.Uri.parse(`cell:${notebook}/${id}`));
  const narrow = matchMedia('(max-width: 40rem)').matches;
  const editor = monaco.editor.create(cell.querySelector('.editor'), {
    model,
    ...font(cell),
    ariaLabel: `${cell.getAttribute('aria-label')}. Escape leaves the editor.`,
    automaticLayout: true, contextmenu: false, folding: false, glyphMargin: false, lineNumbers: 'off',
    lineDecorationsWidth: 0, lineNumbersMinChars: 0, minimap: { enabled: false }, overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true, overviewRulerBorder: false, renderLineHighlight: 'none', scrollBeyondLastLine: false,
    scrollbar: { vertical: 'hidden', alwaysConsumeMouseWheel: false, horizontalScrollbarSize: 8 },
    padding: { top: 8, bottom: 8 }, fixedOverflowWidgets: true, wordWrap: kind !== 'code' || narrow ? 'on' : 'off',
    unicodeHighlight: { ambiguousCharacters: false }, occurrencesHighlight: false, guides: { indentation: false },
    quickSuggestions: kind === 'code', wordBasedSuggestions: false, tabCompletion: 'on', suggest: { showWords: false },
    'semanticHighlighting.enabled': true, stickyTabStops: true, links: false, bracketPairColorization: { enabled: false }, accessibilitySupport: 'auto',
  });
  const state = { cell, editor, kind, sent: text, acknowledged: text, tried: text, timer: 0, remote: false };
  open.set(id, state);
  const fit = () => editor.getContainerDomNode().style.height = `${editor.getContentHeight()}px`;
  editor.onDidContentSizeChange(fit);
  fit();
  if (kind === 'markdown') editor.getContainerDomNode().addEventListener('paste', (event) => pasted(event, id, editor), { capture: true });
  editor.onDidChangeModelContent(() => state.remote || typed(id, state));
  if (kind !== 'code') return;
  check(id);
  const { KeyCode, KeyMod } = monaco;
  editor.addAction({ id: 'define', label: 'Go to definition', keybindings: [KeyCode.F12], run: () => define(editor) });
  editor.addAction({ // Monaco has another key on each system
    id: 'format', label: 'Format the code', keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
    run: () => editor.getAction('editor.action.formatDocument').run(),
  });
  editor.onMouseDown(({ event, target }) => (event.ctrlKey || event.metaKey) && target.position && define(editor));
}

async function define(editor) {
  const place = await help.define(editor, ask, flush);
  if (!place) return;
  const cell = element(place.cell);
  cell.scrollIntoView({ block: 'nearest' });
  await edit(cell);
  const there = of(cell), model = there.getModel();
  there.setSelection(window.monaco.Range.fromPositions(model.getPositionAt(place.start), model.getPositionAt(place.start + place.length)));
  there.revealRangeInCenterIfOutsideViewport(there.getSelection());
}

// A picture from the clipboard goes into the cell, and its text shows it.
async function pasted(event, id, editor) {
  const file = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'));
  if (!file) return;
  event.preventDefault();
  event.stopPropagation();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const name = await server.invokeMethodAsync('Attach', id, file.name.replace(/[^\w.-]/g, '-') || 'image.png', file.type, base64);
  if (name) editor.trigger('paste', 'type', { text: `![${name}](attachment:${name})` });
}

function typed(id, state) {
  const previous = state.cell.previousElementSibling?.dataset.cell ?? null;
  drafts.keep(id, state.editor.getValue(), [state.acknowledged, state.sent, state.tried], previous, state.kind);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => send(id, state), pause);
}

async function send(id, state) {
  clearTimeout(state.timer);
  state.timer = 0;
  const text = state.editor.getValue();
  if (text === state.sent) return;
  state.sent = state.tried = text;
  try {
    await server.invokeMethodAsync('Edited', id, text);
    state.acknowledged = text;
  } catch {
    state.sent = state.acknowledged; // the server is away, whether or not it has got this; the draft stays
    return;
  }
  if (state.kind === 'code') setTimeout(() => check(id), 250);
}

// Tells the server now what was typed: it comes before whatever is asked of it next.
export function flush() {
  purge();
  for (const [id, state] of open) send(id, state);
}

// Texts that changed elsewhere: undo, another tab, another program. What is being typed here goes on.
export function setTexts(texts) {
  purge();
  for (const [id, text] of Object.entries(texts)) {
    const state = open.get(id);
    if (!state || state.timer || state.editor.getValue() === text) continue;
    state.remote = true;
    const [model, view] = [state.editor.getModel(), state.editor.saveViewState()];
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    state.editor.restoreViewState(view);
    state.remote = false;
    state.sent = state.acknowledged = text;
    drafts.drop(id);
    if (state.kind === 'code') check(id);
  }
}

// The file holds these texts. What was typed since may be with the server, and be lost with it: its drafts stay.
export function saved(texts) {
  drafts.clear((cell, draft) => draft && (cell in texts ? draft.text !== texts[cell] : document.getElementById(`cell-${cell}`) !== null));
}

// Leaves the editor; text is shown as text again.
export function leave(cell) {
  const id = idOf(cell);
  const state = open.get(id);
  if (!state) return;
  send(id, state);
  if (state.kind === 'code') return;
  cell.toggleAttribute('data-editing', false);
  close(id, state.editor);
  server.invokeMethodAsync('Closed', id).catch(() => {});
}

// Where the cursor stands in a cell's text.
export function position(cell) {
  const editor = of(cell);
  return editor.getModel().getOffsetAt(editor.getPosition());
}

export function type(cell, text) {
  of(cell)?.trigger('keyboard', 'type', { text });
}

async function check(id) {
  const state = open.get(id);
  if (!state) return;
  const model = state.editor.getModel();
  const text = model.getValue();
  const problems = await server.invokeMethodAsync('Diagnose', id, text).catch(() => null);
  if (problems && !model.isDisposed() && model.getValue() === text) help.mark(model, problems);
}

// Asks again what is wrong with the cells that are open: a cell that ran may have declared what was missing.
export const checkAll = () => open.forEach((state, id) => state.kind === 'code' && check(id));

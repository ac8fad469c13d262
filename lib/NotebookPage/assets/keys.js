// The keyboard, as in Jupyter. In command mode (a cell has the focus) letters are commands; Enter goes into the cell,
// Escape comes back. Keys pressed while a command is on its way to the server wait for it.
import * as catcher from './catcher.js';
import * as dragging from './dragging.js';
import * as editors from './editors.js';
import * as files from './files.js';
import * as find from './find.js';
import { toggle as lessons } from './lessons.js';
import * as slides from './slides.js';
import * as suggestions from './suggestions.js';
import * as theme from './theme.js';

const command = {
  a: 'insert-above', b: 'insert-below', m: 'to-markdown', y: 'to-code', z: 'undo', Z: 'redo', s: 'save', h: 'help',
  c: 'copy', x: 'cut', v: 'paste', V: 'paste-above', M: 'merge', A: 'run-above', B: 'run-below', O: 'clear',
  Enter: 'edit', ArrowUp: 'up', k: 'up', o: 'collapse', ArrowDown: 'down', j: 'down', J: 'move-down', K: 'move-up',
};
const slideKeys = { ArrowRight: 'next-slide', PageDown: 'next-slide', ArrowLeft: 'previous-slide', PageUp: 'previous-slide', Escape: 'slides' };
const foreign = '.prose, .output'; // what a notebook holds: no part of it is a command
const twice = { d: 'delete', i: 'interrupt', 0: 'ask-restart' };

const hasRun = '[data-status="done"], [data-status="failed"], [data-status="running"]'; // what a restart would lose

let server, last = '', waiting = [];
const pending = new Set(); // commands on their way, each with the cell that was selected when it was given

export function start(page) {
  server = page;
  dragging.start((cell, places) => server.invokeMethodAsync('Move', editors.idOf(cell), places));
  waiting = [];
  pending.clear();
}

export const selected = () => document.querySelector('[data-cell][tabindex="0"]');

// Whether a command may still move the focus from where it is: not for one who went to another cell meanwhile,
// or whom a cell asks for a line.
const holds = ({ at }) => !document.activeElement?.closest('form.input') && (!at || !selected() || at === selected());
const busy = () => [...pending].some(holds);

// The cells that a command is about: several, after Shift+↓ and ↑.
const chosen = () => [...document.querySelectorAll('[data-cell][data-chosen]')];
let anchor;

function release() {
  for (const cell of chosen()) cell.removeAttribute('data-chosen');
  anchor = null;
}

function extend(side) {
  const from = anchor ?? selected();
  select(neighbour(selected(), side));
  anchor = from;
  const all = [...document.querySelectorAll('[data-cell]')];
  const [start, end] = [all.indexOf(from), all.indexOf(selected())].sort((a, b) => a - b);
  if (start < end) all.slice(start, end + 1).forEach((cell) => cell.setAttribute('data-chosen', ''));
}

export function select(cell, focus = true, scroll = focus) {
  if (!cell) return;
  slides.reach(cell);
  const before = selected();
  if (before !== cell) {
    release();
    before?.setAttribute('tabindex', '-1');
    if (before && !before.contains(document.activeElement)) editors.leave(before);
    cell.setAttribute('tabindex', '0');
  }
  if (focus) cell.focus({ preventScroll: true });
  if (scroll) cell.scrollIntoView({ block: 'nearest' });
}

const local = {
  edit: (cell) => cell && editors.edit(cell),
  leave(cell) {
    if (!cell) return;
    editors.leave(cell);
    select(cell, true, false);
  },
  up: (cell) => select(neighbour(cell, 'previousElementSibling')),
  down: (cell) => select(neighbour(cell, 'nextElementSibling')),
  'extend-up': () => extend('previousElementSibling'),
  'extend-down': () => extend('nextElementSibling'),
  release,
  collapse: (cell) => cell?.toggleAttribute('data-collapsed'),
  help: () => dialog('help'),
  sessions: () => document.getElementById('sessions').showPopover(),
  'ask-reset': () => dialog('reset'),
  'ask-restart': () => document.querySelector(hasRun) ? dialog('restart') : perform('restart'),
  'to-failed': () => select(document.querySelector('[data-status="failed"]')),
  go(cell) {
    select(cell, true, false);
    cell?.scrollIntoView({ block: 'start' });
  },
  find: () => find.show(),
  new: () => server.invokeMethodAsync('Take', 'untitled.ipynb', null),
  load: () => files.load(server),
  'ask-rename'() {
    dialog('rename');
    Object.assign(document.getElementById('new-name'), { value: files.name() }).select();
  },
  rename: () => server.invokeMethodAsync('RenameNotebook', files.name(), document.getElementById('new-name').value),
  download: () => files.download(server),
  theme: () => theme.turn(),
  projector() {
    document.documentElement.toggleAttribute('data-projector');
    editors.fit();
  },
  slides(cell) {
    slides.turn(cell);
    editors.fit();
    select(cell);
  },
  'next-slide': (cell) => select(slides.step(cell, 1)),
  'previous-slide': (cell) => select(slides.step(cell, -1)),
  lessons,
  nothing() {},
};

const dialog = (id) => document.getElementById(id).showModal();

const neighbour = (cell, side) => {
  let next = cell?.[side];
  while (next && !next.matches('[data-cell]')) next = next[side];
  return next ?? cell;
};

// Does a command on the selected cell. The server answers which cell is selected next, and whether it is edited.
export async function perform(name, cell = editors.editing() ?? selected()) {
  const mine = { at: selected() };
  if (name !== 'save') pending.add(mine); // what is typed while the file is written is the editor's
  try {
    if (local[name]) return await local[name](cell);
    editors.flush();
    const cells = cell?.hasAttribute('data-chosen') ? chosen() : [cell].filter(Boolean);
    const call = name === 'split' ? ['Split', editors.idOf(cell), editors.position(cell)] : ['Do', name, cells.map(editors.idOf)];
    if (cell && editors.editing() === cell && name !== 'save') local.leave(cell);
    const lost = new Promise((_, failed) => setTimeout(failed, 60_000));
    const next = await Promise.race([server.invokeMethodAsync(...call), lost]);
    const target = next && editors.element(next.cell);
    if (target && editors.editing() !== target && holds(mine)) { // who saves while writing goes on writing
      select(target, true, !next.stay);
      mine.at = target; // keys wait until its editor is there
      if (next.edit) await editors.edit(target);
    }
  } catch {
    if (pending.has(mine)) waiting = []; // the server is away, which the banner says: keys meant for a cell to come are no commands
  } finally {
    pending.delete(mine);
    replay();
  }
}

// Goes into a cell's text.
async function enter(cell, point) {
  const mine = {};
  pending.add(mine);
  try {
    await editors.edit(cell, point);
  } catch {
    waiting = []; // the cell is gone
  } finally {
    pending.delete(mine);
    replay();
  }
}

// Keys that had to wait go where they would have gone: text into the editor or the box, all others to whoever listens.
function replay() {
  while (!busy() && waiting.length > 0) {
    const event = waiting.shift();
    const { key, code, keyCode, ctrlKey, shiftKey, altKey, metaKey } = event;
    const cell = editors.editing();
    const box = document.activeElement.closest('#find input');
    const text = ctrlKey || metaKey || altKey ? '' : key.length === 1 ? key : key === 'Enter' && !shiftKey && cell ? '\n' : '';
    if (text && box) {
      box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
      box.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (text && cell) {
      editors.type(cell, text);
    } else {
      const again = new KeyboardEvent('keydown', { key, code, ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true });
      Object.defineProperty(again, 'keyCode', { value: keyCode }); // which Monaco looks at
      document.activeElement.dispatchEvent(again);
    }
  }
}

// The command that a key means here, or undefined.
function meaning(event) {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const cell = editors.editing();
  if (control && !altKey && key.toLowerCase() === 's') return 'save';
  if (control && !altKey && !shiftKey && key.toLowerCase() === 'f') return 'find';
  if (event.target.closest?.('.find-widget')) return undefined; // Monaco's own
  if (!cell && !document.activeElement?.matches('[data-cell]')) return undefined;
  if (key === 'Enter' && (shiftKey || control || altKey)) return shiftKey ? 'run-advance' : control ? 'run' : 'run-insert';
  if (cell && control && shiftKey && event.code === 'Minus') return 'split';
  if (cell) return key === 'Escape' && !cell.querySelector('.suggest-widget.visible, .parameter-hints-widget.visible')
    && !document.querySelector('.overflowingContentWidgets .visible') ? 'leave' : undefined;
  if (altKey && shiftKey && key === 'ArrowDown') return 'duplicate';
  if (control || altKey) return undefined;
  if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) return key === 'ArrowDown' ? 'extend-down' : 'extend-up';
  if (slides.isOn() && slideKeys[key]) return slideKeys[key];
  if (key === 'Escape') return 'release';
  if (twice[key]) {
    const second = last === key && !event.repeat;
    last = second ? '' : key;
    return second ? twice[key] : 'nothing';
  }
  return command[key];
}

function pressed(event) {
  if (event.isComposing || document.querySelector('dialog[open]') || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
  if (catcher.catching() && waiting.length === 0 && catcher.isText(event)) return;
  if (busy() && (catcher.catching() || editors.editing() || document.activeElement?.closest('[data-cell], body'))) {
    if (document.activeElement?.closest('input, textarea:not(.inputarea, #catcher), select')) return;
    event.preventDefault();
    event.stopPropagation();
    waiting.push(event);
    return;
  }
  const name = meaning(event);
  if (!name && editors.editing()) suggestions.pressed(event, editors.of(editors.editing()));
  if (!twice[event.key]) last = '';
  if (!name) return;
  event.preventDefault();
  event.stopPropagation();
  perform(name);
}

document.addEventListener('keydown', pressed, { capture: true });

document.addEventListener('focusin', ({ target }) => {
  const cell = target.closest('[data-cell]');
  if (cell) select(cell, false);
});

// A click into a cell's text edits it there; one anywhere else of a cell selects it.
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-command]');
  button?.closest('dialog')?.close(); // the focus is back before the command moves it
  if (button && !button.closest(foreign)) return void perform(button.dataset.command, button.closest('[data-cell]') ?? editors.element(button.dataset.of) ?? undefined);
  const cell = event.target.closest('[data-cell]');
  if (!cell || event.target.closest('a, button, input, summary, .editor, .outputs') || !getSelection().isCollapsed) return;
  if (event.target.closest('.source') && cell.dataset.kind !== 'markdown') enter(cell, { x: event.clientX, y: event.clientY });
  else select(cell);
});

document.addEventListener('dblclick', (event) => {
  const cell = event.target.closest('[data-cell][data-kind="markdown"]');
  if (!cell || cell.hasAttribute('data-editing') || event.target.closest('a, button')) return;
  getSelection().removeAllRanges();
  enter(cell);
});

// A line that was sent takes its box away: the cell that asked has the focus then.
document.addEventListener('submit', ({ target }) => {
  if (target.matches('form.input')) select(target.closest('[data-cell]'), true, false);
});

// A cell is dragged by its grip to another place; a line shows where it would come to stand.
let move, dragged;

export const start = (mover) => move = mover;

const cells = () => [...document.querySelectorAll('[data-cell]')];
const clear = () => cells().forEach((cell) => cell.removeAttribute('data-drop'));

// The cell under the pointer, and whether the dragged one goes below it.
function place({ target, clientY }) {
  const cell = target.closest?.('[data-cell]');
  if (!dragged || !cell) return null;
  const { top, height } = cell.getBoundingClientRect();
  return { cell, isBelow: clientY > top + height / 2 };
}

document.addEventListener('dragstart', (event) => {
  dragged = event.target.closest?.('.grip')?.closest('[data-cell]');
  if (!dragged) return;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setDragImage(dragged, 0, 0);
});

document.addEventListener('dragover', (event) => {
  const at = place(event);
  if (!at) return;
  event.preventDefault();
  clear();
  at.cell.dataset.drop = at.isBelow ? 'below' : 'above';
});

document.addEventListener('drop', (event) => {
  const at = place(event);
  if (!at) return;
  event.preventDefault();
  const all = cells();
  const [from, to] = [all.indexOf(dragged), all.indexOf(at.cell) + (at.isBelow ? 1 : 0)];
  const places = to > from ? to - from - 1 : to - from;
  if (places) move(dragged, places);
});

document.addEventListener('dragend', () => {
  clear();
  dragged = null;
});

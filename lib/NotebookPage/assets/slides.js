// The notebook as slides, live: a heading begins one, and its cells run and are edited as ever. Only the cells of one are shown.
const root = document.documentElement;
const cells = () => [...document.querySelectorAll('[data-cell]')];
const starts = () => cells().filter((cell, i) => i === 0 || cell.querySelector('.rendered :is(h1, h2, h3)'));

export const isOn = () => root.hasAttribute('data-slides');

// Begins with the slide of that cell, or ends.
export function turn(cell) {
  root.toggleAttribute('data-projector', root.toggleAttribute('data-slides'));
  if (isOn()) reach(cell);
  else cells().forEach((other) => other.removeAttribute('data-off'));
}

const slideOf = (cell) => {
  const [all, heads] = [cells(), starts()];
  return heads.findLastIndex((head) => all.indexOf(head) <= all.indexOf(cell));
};

// Shows the slide that has the cell.
export function reach(cell) {
  if (!isOn() || !cell) return;
  const [all, heads, slide] = [cells(), starts(), slideOf(cell)];
  const [from, to] = [all.indexOf(heads[slide]), heads[slide + 1] ? all.indexOf(heads[slide + 1]) : all.length];
  const goes = cell.hasAttribute('data-off') || !document.querySelector('[data-off]');
  all.forEach((other, i) => other.toggleAttribute('data-off', i < from || i >= to));
  document.querySelector('#slides output').value = `${slide + 1} of ${heads.length}`;
  if (goes) scrollTo(0, 0);
}

// The first cell of the next slide, or of the one before.
export const step = (cell, by) => starts().at(Math.max(slideOf(cell) + by, 0)) ?? cell;

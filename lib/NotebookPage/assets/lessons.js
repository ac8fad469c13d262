// The list of lessons lies over the page where there is no room beside it: it goes by Escape, a click elsewhere, and
// with the choice of a lesson.
const root = document.documentElement;
const list = () => document.getElementById('lessons');

export function toggle() {
  const open = root.toggleAttribute('data-lessons');
  (open ? list().querySelector('.close') : document.querySelector('.toolbar .menu'))?.focus();
}

const isOpen = () => root.hasAttribute('data-lessons');

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !isOpen()) return;
  event.stopPropagation();
  toggle();
}, { capture: true });

document.addEventListener('click', ({ target }) => {
  if (isOpen() && (target.closest('#lessons :is(a, [data-command="go"])') || !target.closest('#lessons, .menu'))) root.removeAttribute('data-lessons');
});

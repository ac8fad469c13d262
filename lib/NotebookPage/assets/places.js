// Where one was in each notebook, for this tab: back, forward, reload and the list of lessons return there. It is kept as a
// cell and how far that is from the top, for what is above it may become longer.
history.scrollRestoration = 'manual';

const main = () => document.querySelector('main[data-notebook]');
const key = (notebook) => `place:${notebook}`;
const visit = () => history.state?._index ?? null;

let current;

function keep() {
  if (main()?.dataset.notebook !== current) return; // another one has been drawn, and is not open yet
  const cell = [...document.querySelectorAll('[data-cell]')].find((candidate) => candidate.getBoundingClientRect().bottom > 80);
  if (cell) sessionStorage.setItem(key(current), JSON.stringify({ id: cell.id, top: cell.getBoundingClientRect().top, visit: visit(), isTop: scrollY < 1 }));
}

let due = 0;
addEventListener('scroll', () => due ||= setTimeout(() => { due = 0; keep(); }, 100));
addEventListener('pagehide', keep);

// The cell where one was, once the page has been scrolled there; a link to a heading goes first where it is followed anew.
export function back(notebook) {
  current = notebook;
  const place = JSON.parse(sessionStorage.getItem(key(notebook)));
  const cell = place && !place.isTop && document.getElementById(place.id);
  if (!cell || (location.hash && place.visit !== visit())) return null;
  scrollBy(0, cell.getBoundingClientRect().top - place.top);
  return cell;
}

// Find across all cells: code and text, those in an editor and those that are not, and what they have shown.
import * as editors from './editors.js';

const bar = () => document.getElementById('find');
const box = () => bar().querySelector('input');
const other = () => bar().querySelector('input[name="replace"]');

let server;

export const start = (page) => server = page;

let hits = [], at = -1;

export function show() {
  bar().hidden = false;
  const chosen = getSelection().toString();
  if (chosen && !chosen.includes('\n')) box().value = chosen;
  box().focus();
  box().select();
  search();
}

function hide() {
  bar().hidden = true;
  CSS.highlights?.clear();
  const hit = hits[at];
  hits = [];
  const cell = hit?.cell ?? document.querySelector('[data-cell][tabindex="0"]');
  cell?.focus({ preventScroll: true });
}

function search() {
  const wanted = box().value;
  hits = wanted ? [...document.querySelectorAll('[data-cell]')].flatMap((cell) => inCell(cell, wanted)) : [];
  at = -1;
  paint();
  if (hits.length > 0) go(1, false);
}

function inCell(cell, wanted) {
  const editor = cell.hasAttribute('data-editing') ? editors.of(cell) : null;
  const typed = editor ? editor.getModel().findMatches(wanted, false, false, false, null, false)
    .map(({ range }) => ({ cell, editor, range })) : [];
  return [...typed, ...inText(cell, wanted)];
}

function inText(cell, wanted) {
  const found = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT
      : node.matches('.editor, script, style, button, svg, [hidden]') || getComputedStyle(node).display === 'none'
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP,
  });
  // A word of code is several nodes once it is highlighted: search what they make together.
  const nodes = [];
  let text = '';
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  const place = (offset) => {
    const { node, start } = nodes.findLast((candidate) => candidate.start <= offset);
    return [node, Math.min(offset - start, node.length)];
  };
  const lower = text.toLowerCase();
  for (let i = lower.indexOf(wanted.toLowerCase()); i >= 0; i = lower.indexOf(wanted.toLowerCase(), i + wanted.length)) {
    const range = new Range();
    range.setStart(...place(i));
    const [node, offset] = place(i + wanted.length - 1);
    range.setEnd(node, offset + 1);
    found.push({ cell, range });
  }
  return found;
}

function paint() {
  const plain = hits.filter(({ editor }) => !editor);
  CSS.highlights?.set('found', new Highlight(...plain.map(({ range }) => range)));
  CSS.highlights?.set('found-here', new Highlight(...(hits[at] && !hits[at].editor ? [hits[at].range] : [])));
  bar().querySelector('output').value = box().value ? hits.length === 0 ? 'not found' : `${at + 1} of ${hits.length}` : '';
}

function go(step) {
  if (hits.length === 0) return;
  at = (at + step + hits.length) % hits.length;
  const { cell, editor, range } = hits[at];
  if (editor) {
    editor.setSelection(range);
    editor.revealRangeInCenterIfOutsideViewport(range);
    cell.scrollIntoView({ block: 'nearest' });
  } else {
    range.startContainer.parentElement.scrollIntoView({ block: 'center' });
  }
  paint();
}

async function replace() {
  editors.flush();
  const count = await server.invokeMethodAsync('Replace', box().value, other().value);
  await new Promise((drawn) => setTimeout(drawn, 300));
  search();
  bar().querySelector('output').value = `${count} replaced`;
}

document.addEventListener('input', ({ target }) => target === box() && search());
document.addEventListener('keydown', (event) => {
  if (!event.target.closest?.('#find')) return;
  if (event.key === 'Escape') hide();
  else if (event.key === 'Enter' && event.target === other()) replace();
  else if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
});
document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-find]');
  if (button) ({ next: () => go(1), previous: () => go(-1), replace, close: hide })[button.dataset.find]();
});

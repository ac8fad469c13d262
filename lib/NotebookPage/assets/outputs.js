// Draws charts as outputs come: plotly.js is loaded for the first one. Frames with scripts say how high they are.
const wanted = '.plotly-chart:not([data-drawn])';

let loading;

const plotly = () => loading ??= new Promise((loaded, failed) =>
  document.head.append(Object.assign(document.createElement('script'), { src: new URL('plotly.js', import.meta.url).href, onload: loaded, onerror: failed })));

let due = false;

function look() {
  if (due || !document.querySelector(wanted)) return;
  due = true;
  requestAnimationFrame(async () => {
    due = false;
    Charts.draw(); // takes the room
    await plotly();
    Charts.draw();
  });
}

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look();

// What stands below a cell that runs again stays where it is: its outputs keep the room that they had until it has ended.
new MutationObserver((changes) => {
  for (const { target, oldValue } of changes) {
    const outputs = target.querySelector('.outputs');
    if (!outputs) continue;
    if (target.dataset.status === 'running') outputs.style.minHeight ||= `${outputs.offsetHeight}px`;
    else if (oldValue === 'running') setTimeout(() => target.dataset.status !== 'running' && (outputs.style.minHeight = ''), 500); // charts are drawn
  }
}).observe(document.body, { subtree: true, attributeFilter: ['data-status'], attributeOldValue: true });

// The outputs of a cell that runs show their end, unless one has scrolled up.
new MutationObserver(() => {
  for (const outputs of document.querySelectorAll('[data-status="running"] .outputs')) {
    if (!scrolledUp.has(outputs)) outputs.scrollTop = outputs.scrollHeight;
  }
}).observe(document.body, { childList: true, subtree: true });

const scrolledUp = new WeakSet();

// A cell's question has the focus as soon as its box is there.
new MutationObserver((changes) => {
  const added = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]));
  for (const box of document.querySelectorAll('form.input')) {
    for (let node = box; node; node = node.parentElement) if (added.has(node)) return box.querySelector('input').focus();
  }
}).observe(document.body, { childList: true, subtree: true });

addEventListener('scroll', ({ target }) => {
  if (!target.matches?.('.outputs')) return;
  if (target.scrollTop + target.clientHeight < target.scrollHeight - 8) scrolledUp.add(target);
  else scrolledUp.delete(target);
}, { capture: true });

addEventListener('message', ({ source, data }) => {
  const frame = [...document.querySelectorAll('iframe[data-frame]')].find(({ contentWindow }) => contentWindow === source);
  if (frame && data?.height > 0) frame.style.height = `${Math.min(data.height, 4000)}px`;
});

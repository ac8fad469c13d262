// The documents of outputs that have a frame of their own: each frame asks for its own when it has loaded.
const documents = new Map();

export const add = (key, html) => void documents.set(key, html);

addEventListener('message', ({ source, data }) => {
  const key = data?.wants;
  const frame = [...document.querySelectorAll('iframe[data-frame]')].find(({ contentWindow }) => contentWindow === source);
  if (frame?.dataset.frame.endsWith(`#${key}`) && documents.has(key)) source.postMessage({ html: documents.get(key) }, '*');
});

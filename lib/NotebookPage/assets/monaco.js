// Monaco, loaded once, when the page has been drawn or when the first cell wants it.
import * as theme from './theme.js';

const folder = new URL('../monaco/vs', import.meta.url).href;

const script = (source) => new Promise((loaded, failed) => {
  const element = Object.assign(document.createElement('script'), { src: source, onload: loaded, onerror: failed });
  document.head.append(element);
});

let loading;

export const load = () => loading ??= (async () => {
  await script(`${folder}/loader.js`);
  window.require.config({ paths: { vs: folder } });
  await new Promise((done, failed) => window.require(['vs/editor/editor.main'], done, failed));
  theme.follow(window.monaco);
  return window.monaco;
})();

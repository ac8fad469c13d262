// Monaco, loaded once, when the page has been drawn or when the first cell wants it.
import * as theme from './theme.js';

const folder = new URL('../monaco/vs', import.meta.url).href;

const script = (source) => new Promise((loaded, failed) => {
  const element = Object.assign(document.createElement('script'), { src: source, onload: loaded, onerror: failed });
  document.head.append(element);
});

// Kept from the start with the words it loads, not asked for when an editor wants it: by then somebody else may hold the server's port.
const keepWorker = async () => {
  const parts = await Promise.all(['base/worker/workerMain.js', 'base/common/worker/simpleWorker.nls.js'].map(
    async (part) => `${await (await fetch(`${folder}/${part}`)).text()}\n`));
  const kept = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  window.MonacoEnvironment = { getWorkerUrl: () => kept };
};

let loading;

export const load = () => loading ??= (async () => {
  await Promise.all([script(`${folder}/loader.js`), keepWorker()]);
  window.require.config({ paths: { vs: folder } });
  await new Promise((done, failed) => window.require(['vs/editor/editor.main'], done, failed));
  theme.follow(window.monaco);
  return window.monaco;
})();

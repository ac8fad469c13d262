// Starts the page in this tab. Its service worker keeps the site for the next visit, and passes on what a cell that computes is sent.
import * as packed from './packed.js';
import { version } from './site.js';

const failed = (error) => {
  const place = document.getElementById('loading');
  if (place) place.textContent = `The page could not be started here: ${error.message ?? error}`;
};

const tell = (share) => document.getElementById('loading')?.style.setProperty('--loaded', `${100 * share}%`);

// What the page itself never uses is for the session's worker alone.
const forCells = /^(Plotly\.NET|DynamicObj|Giraffe|Fable|FSharp|MathNet|SequenceModels|Exercises|Lectures)/;

const workers = navigator.serviceWorker; // not over http, nor in every private window
const isFirst = !workers?.controller;
await Promise.race([taking(workers), new Promise((done) => setTimeout(done, 5000))]);

// A new version of the site's worker takes over before anything is fetched through it.
async function taking(workers) {
  const registration = await workers?.register(`service-worker.js?version=${version}`).catch(() => {});
  const next = registration?.installing ?? registration?.waiting;
  if (next) await new Promise((done) => next.addEventListener('statechange', () => next.state === 'activated' && done()));
}

// The session's worker loads beside the page. PageStart names the folder so.
const name = decodeURIComponent(location.pathname.slice(new URL(document.baseURI).pathname.length)).replace(/\/$/, '');
if (name.endsWith('.ipynb')) (await import('./session/session.js')).prepare(`/course/notebooks/${name}`.replace(/\/[^/]*$/, ''));

import('./assets/page.js').catch(() => {}); // what the page will ask for

// Blazor listens to the runtime's configuration itself: so it is given what is left of it.
const { dotnet } = await import(new URL('_framework/dotnet.js', document.baseURI).href);
const configure = dotnet.withModuleConfig.bind(dotnet);
dotnet.withModuleConfig = (blazor) => configure({
  ...blazor,
  onConfigLoaded(config) {
    config.resources.assembly = config.resources.assembly.filter(({ virtualPath }) => !forCells.test(virtualPath));
    return blazor.onConfigLoaded?.(config);
  },
});

await Blazor.start({ loadBootResource: packed.loading(tell) }).catch(failed);
packed.close();

// What came before the service worker was there is fetched once more, for it to keep.
if (isFirst && workers?.controller) {
  for (const address of [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]) {
    if (address.startsWith(document.baseURI) && !address.includes('/_framework/')) await fetch(address).catch(() => {});
  }
}

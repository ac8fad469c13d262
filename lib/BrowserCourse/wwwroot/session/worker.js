// A session in a worker: the program's other start. The page's first message names the notebook's folder, the second the files
// that cells find; the others are the session's.
import { dotnet } from '../_framework/dotnet.js';
import * as functions from './functions.js';
import * as packed from '../packed.js';

const fail = why => self.postMessage({ failure: `${why?.message ?? why}` });
self.addEventListener('unhandledrejection', ({ reason }) => fail(reason));

const early = [];
let receive = line => early.push(line);
const seen = new Set(); // what comes by mail comes as a message too, once the worker hears again
const hear = ({ number, line }) => seen.has(number) ? [] : (seen.add(number), [line]);
const [place, equipment] = [Promise.withResolvers(), Promise.withResolvers()];
self.addEventListener('message', ({ data }) => data.folder ? place.resolve(data.folder)
  : data.files ? equipment.resolve(data)
  : hear(data).forEach(line => receive(line)));

const read = async ([path, address]) => {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} is not there (${response.status})`);
  }
  return [path, new Uint8Array(await response.arrayBuffer())];
};

let mailbox;
try {
  const runtime = await dotnet.withResourceLoader(packed.loading()).withModuleConfig({
    onDownloadResourceProgress: (loaded, total) => self.postMessage({ loaded, total }),
    onAbort: fail,
    onExit: code => fail(`the runtime has ended (${code})`),
  }).create();
  packed.close();
  runtime.setModuleImports('worker.js', { send: line => self.postMessage({ line }), fetchMail });
  globalThis.addFunction = functions.into(runtime);
  const { coreAssembly, assembly } = runtime.getConfig().resources;
  const names = [...coreAssembly, ...assembly].map(file => file.virtualPath.replace(/\.(wasm|dll)$/, ''));
  const { SessionWorker } = (await runtime.getAssemblyExports('BrowserCourse')).BrowserCourse.Worker;
  SessionWorker.Start(await place.promise, names);
  const { files, ...rest } = await equipment.promise;
  mailbox = rest.mailbox;
  (await Promise.all(Object.entries(files).map(read))).forEach(([path, content]) => SessionWorker.Put(path, content));
  receive = line => SessionWorker.Receive(line);
  early.forEach(line => receive(line));
} catch (error) {
  fail(error);
}

// What the page has sent meanwhile; null if no service worker keeps it. This waits, as everything in this thread does then.
function fetchMail(wait) {
  if (!mailbox) {
    return null;
  }
  const request = new XMLHttpRequest();
  try {
    request.open('GET', `${mailbox}&wait=${wait}`, false);
    request.send();
    return JSON.parse(request.responseText).flatMap(hear);
  } catch {
    return null;
  }
}

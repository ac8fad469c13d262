// The page's side of a session in a worker.
let number = 0, early;

/** Starts a worker for notebooks of that folder before one asks for it: it loads beside the page. */
export function prepare(folder) {
  early = make(folder);
}

function make(folder) {
  const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  const made = { worker, folder, said: [], hear: data => made.said.push(data) };
  worker.addEventListener('message', ({ data }) => made.hear(data));
  worker.addEventListener('error', error => made.hear({ failure: error.message ?? 'its program was not found' }));
  worker.postMessage({ folder });
  return made;
}

/** Starts a session; what it says goes to received, how far it is to loading, and why it can't go on to failed. */
export function start(folder, files, received, loading, failed) {
  const id = crypto.randomUUID();
  if (early?.folder !== folder) early?.worker.terminate();
  const made = early?.folder === folder ? early : make(folder);
  const { worker } = made;
  early = null;
  made.hear = ({ line, loaded, total, failure }) => line ? received(line) : failure ? failed(failure) : loading(loaded, total);
  made.said.forEach(made.hear);
  const mailbox = navigator.serviceWorker?.controller ? new URL(`mail?box=${id}`, import.meta.url).href : null;
  worker.postMessage({ files: JSON.parse(files), mailbox });
  return { worker, id };
}

/** Sends a message; one that the worker is to hear while a cell computes goes by mail too. */
export function send({ worker, id }, line, isUrgent) {
  const letter = { number: number++, line };
  worker.postMessage(letter);
  if (isUrgent) {
    navigator.serviceWorker?.controller?.postMessage({ box: id, letter });
  }
}

/** Ends a worker, whatever it does. */
export function end({ worker }) {
  worker.terminate();
}

// The page's side of a session in a worker.
let number = 0;

/** Starts a worker; what it says goes to received, how far it is to loading, and why it can't go on to failed. */
export function start(folder, files, received, loading, failed) {
  const id = crypto.randomUUID();
  const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data: { line, loaded, total, failure } }) =>
    line ? received(line) : failure ? failed(failure) : loading(loaded, total));
  worker.addEventListener('error', error => failed(error.message ?? 'its program was not found'));
  const mailbox = navigator.serviceWorker?.controller ? new URL(`mail?box=${id}`, import.meta.url).href : null;
  worker.postMessage({ folder, files: JSON.parse(files), mailbox });
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

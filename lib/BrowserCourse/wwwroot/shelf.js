// Texts that the browser keeps for a page without a server, in its own database: they survive reload, crash and a new version
// of the site.
const shelves = ['notebooks', 'drafts', 'kept', 'trusted', 'originals'];

const settled = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

// Each folder of a host has a database of its own.
const course = `course:${new URL('.', import.meta.url).pathname}`;

const opened = (() => {
  const request = indexedDB.open(course, 1);
  request.onupgradeneeded = () => shelves.forEach((shelf) => request.result.createObjectStore(shelf));
  return settled(request);
})();

async function within(shelf, mode, act) {
  const transaction = (await opened).transaction(shelf, mode);
  const kept = new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
  const result = await settled(act(transaction.objectStore(shelf)));
  await kept;
  return result;
}

// Where the browser keeps nothing, nothing is there, and only what should be kept fails.
const isThere = opened.then(() => true, () => false);

export const get = async (shelf, name) => await isThere ? (await within(shelf, 'readonly', (store) => store.get(name))) ?? null : null;

export const put = (shelf, name, text) => within(shelf, 'readwrite', (store) => store.put(text, name)).then(() => true);

export const remove = async (shelf, name) => await isThere && within(shelf, 'readwrite', (store) => store.delete(name)).then(() => true);

export const names = async (shelf) => await isThere ? within(shelf, 'readonly', (store) => store.getAllKeys()) : [];

// The cells that were copied last, for all tabs at once. There is room for some megabytes, or, in a private window, for nothing.
const copies = `${course}copied`;

export const copied = () => {
  try {
    return localStorage.getItem(copies);
  } catch {
    return null;
  }
};

export const copy = (text) => {
  try {
    localStorage.removeItem(copies);
    localStorage.setItem(copies, text);
  } catch {
    // The tab itself has them.
  }
};

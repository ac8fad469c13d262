// Starts the page's circuit with the server, and keeps watch over it: a banner while it is away, back when it is back.
const banner = () => document.getElementById('away');

const show = (visible) => {
  banner().hidden = !visible;
  document.documentElement.toggleAttribute('data-away', visible);
};

const alive = async () => {
  try {
    return (await fetch('/alive', { cache: 'no-store', redirect: 'error' })).ok;
  } catch {
    return false;
  }
};

let watching = false;

async function watch() {
  if (watching) return;
  watching = true;
  show(true);
  while (!await alive()) await new Promise((done) => setTimeout(done, 700));
  watching = false;
  // The same server still knows this page; one that was started again does not, and the page is opened anew. What was
  // typed meanwhile is in the browser's storage.
  if (await Blazor.reconnect().catch(() => false)) show(false);
  else location.reload();
}

Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: watch, onConnectionUp: () => show(false) } } })
  .catch(watch);

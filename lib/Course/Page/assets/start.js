// Starts the page's circuit with the server, and keeps watch over it: a banner while it is away, back when it is back.
import * as server from './server.js';

const banner = () => document.getElementById('away');

const show = (visible) => {
  banner().hidden = !visible;
  document.documentElement.toggleAttribute('data-away', visible);
};

let watching = false;

async function watch() {
  if (watching) return;
  watching = true;
  show(true);
  const { isSame, room } = await server.back();
  watching = false;
  // The same server still knows this page; one that was started again does not, and the page is opened anew. What was
  // typed meanwhile is in the browser's storage.
  if (isSame && await Blazor.reconnect().catch(() => false)) show(false);
  else if (isSame) location.reload();
  else location.replace(room + location.pathname.replace(/^\/[^/]*/, '') + location.hash);
}

Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: watch, onConnectionUp: () => show(false) } } })
  .catch(watch);

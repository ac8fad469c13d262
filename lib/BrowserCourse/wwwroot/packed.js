// The runtime's files, which lie packed on the site, so that a host need not pack them.
import { isPacked } from './site.js';

const types = { wasm: 'application/wasm', dat: 'application/octet-stream' };

// As the runtime asks: undefined leaves it to do as it does.
export function load(type, name, address) {
  const content = types[name.split('.').at(-1)];
  return isPacked && content ? unpacked(address, content) : undefined;
}

async function unpacked(address, type) {
  const { ok, status, body } = await fetch(`${address}.z`);
  if (!ok) throw new Error(`${address}.z is not there (${status})`);
  return new Response(body.pipeThrough(new DecompressionStream('gzip')), { headers: { 'Content-Type': type } });
}

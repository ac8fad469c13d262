// The runtime's files, which are one file on a site, packed: some two hundred would cost the browser seconds, and the host need not pack.
import { pack } from './site.js';

const types = { wasm: 'application/wasm', dat: 'application/octet-stream' };
let files;

// As the runtime asks: undefined leaves it to do as it does. Told how much has come: from 0 to 1.
export const loading = (tell = () => {}) => (type, name, address) => {
  const content = types[name.split('.').at(-1)];
  return pack.name && content ? unpacked(address, content, tell) : undefined;
};

// Everything that is wanted has been loaded.
export const close = () => void (files = null);

async function unpacked(address, type, tell) {
  files ??= open(new URL(pack.name, address), tell);
  return new Response((await files).get(address.split('/').at(-1)), { headers: { 'Content-Type': type } });
}

// The length of the index, the index, the files.
async function open(address, tell) {
  const { ok, status, body } = await fetch(address);
  if (!ok) throw new Error(`${address} is not there (${status})`);
  let come = 0;
  const counted = new TransformStream({ transform(part, next) { next.enqueue(part); tell((come += part.length) / pack.size); } });
  const bytes = await new Response(body.pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  const length = new DataView(bytes).getUint32(0, true);
  let at = 4 + length;
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  return new Map(Object.entries(index).map(([name, size]) => [name, new Uint8Array(bytes, at, size, at += size)]));
}

// Functions that the session's libraries compile while they run: into the runtime's memory, and its table of functions.
export const into = ({ Module: { wasmExports } }) => (bytes) => {
  const { memory, __indirect_function_table: table } = wasmExports;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { m: memory } });
  const slot = table.grow(1);
  table.set(slot, exports.f);
  return slot;
};

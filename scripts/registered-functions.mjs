const wanted = ["compress", "decompress", "free_result"];

/**
 * Which functions WebAssembly of Emscripten's embind registers, by their names in C++, as places in its table: found by
 * starting it, while all that it asks of JavaScript is written down. `invoker` calls the one at `place`, with arguments as
 * JavaScript has them.
 * @param start the name of what starts it
 * @returns also which of its imports were called
 */
export function registered(bytes, start) {
  const module = new WebAssembly.Module(bytes);
  const calls = [];
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = (...values) => {
      calls.push({ name, values });
      return 0;
    };
  }
  const { exports } = new WebAssembly.Instance(module, imports);
  exports[start]();
  const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
  const text = (at) => {
    const bytes = new Uint8Array(memory.buffer, at);
    return Buffer.from(bytes.subarray(0, bytes.indexOf(0))).toString("latin1");
  };
  const functions = {};
  for (const { values } of calls) {
    const [name, , , , invoker, place] = values;
    if (wanted.includes(text(name))) functions[text(name)] = { invoker, place };
  }
  for (const name of wanted) if (!functions[name]?.place) throw new Error(`The codec registers no function ${name}.`);
  return { functions, called: new Set(calls.map(({ name }) => name)) };
}

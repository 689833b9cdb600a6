/** What decodes, out of the WebAssembly of numcodecs. */
import binaryen from "binaryen";
import { registered } from "./registered-functions.mjs";
import { splitFunctions } from "./split-functions.mjs";

const { i32, none, Features } = binaryen;
const features = [
  "ExceptionHandling",
  "MutableGlobals",
  "SignExt",
  "NontrappingFPToInt",
  "BulkMemory",
  "BulkMemoryOpt",
];

/** How the glue names what it gives to the WebAssembly, and what it takes of it. */
const names = {
  takeValue: /(?<name>\w): \(\w, \w\) => \{\s+var (\w) = \w\[\w\];\s+if \(void 0 === \2\)\s+throw/g,
  copy: /(?<name>\w): \((\w), (\w), (\w)\) => \w\.copyWithin\(\2, \3, \3 \+ \4\)/g,
  grow: /(?<name>\w): \((\w)\) => \{\s+var \w = \w\.length;\s+\2 >>>= 0;/g,
  start: /\.unshift\(\w\.(?<name>\w)\)/g,
  malloc: /\b(\w+)\(4 \+ \w \+ 1\)[\s\S]*\b\1 = \((\w)\) => \(\1 = \w\.(?<name>\w)\)\(\2\)/g,
  free: /\.push\((\w+), \w\);[\s\S]*\b\1 = \((\w)\) => \(\1 = \w\.(?<name>\w)\)\(\2\)/g,
};

/** Of blosc, which asks for environment variables: there are none. */
const environment = /(?<name>\w): \((\w), (\w)\) => \{\s+var (\w) = \w+\(\);\s+\w\[\2 >> 2\] = \4\.length;/g;

/** Of parts of functions: they have few of the locals of the whole, and labels that are none. */
const TIDY = ["remove-unused-names", "coalesce-locals", "reorder-locals", "vacuum", "remove-unused-module-elements"];

/**
 * The WebAssembly in the module `code` as one that decodes, and imports nothing.
 * @throws where the module is not what it was, so that no update undoes this in silence.
 */
export function decoder(code, codec) {
  const bytes = Buffer.from(one(code, /__toBinary\("(?<name>[\w+/=]+)"\)/g, codec), "base64");
  const found = Object.fromEntries(Object.entries(names).map(([name, text]) => [name, one(code, text, codec)]));
  if (codec === "blosc") found.environment = one(code, environment, codec);
  const module = binaryen.readBinary(bytes);
  try {
    allowFeatures(module);
    const { functions, called } = registered(bytes, found.start);
    replaceImports(module, found, called);
    const inTable = tableOf(module);
    replaceExports(module, found, functions, inTable);
    if (codec === "blosc") heedFailure(module, inTable(functions.decompress.place));
    module.runPasses(["remove-unused-module-elements"]);
    return split(module.emitText(), codec);
  } finally {
    module.dispose();
  }
}

function split(text, codec) {
  const module = binaryen.parseText(splitFunctions(text));
  try {
    allowFeatures(module);
    if (!module.validate()) throw new Error(`${codec}: what is left of its WebAssembly is not valid.`);
    module.runPasses(TIDY);
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}

function allowFeatures(module) {
  module.setFeatures(features.reduce((all, name) => all | Features[name], 0));
}

function one(code, text, codec) {
  const found = [...code.matchAll(text)];
  if (found.length !== 1) throw new Error(`${codec}.js: found ${found.length} times instead of once: ${text}`);
  return found[0].groups.name;
}

/** Nothing is asked of JavaScript any more. `called`: what is, at the start, to tell JavaScript of C++'s types. */
function replaceImports(module, found, called) {
  const imported = Array.from({ length: module.getNumFunctions() }, (_, i) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(i)),
  ).filter((info) => info.module);
  const get = (i) => module.local.get(i, i32);
  const zero = () => module.i32.const(0);
  for (const name of ["address", "length"]) module.addGlobal(name, i32, true, zero());
  const roles = {
    takeValue: () => [
      module.global.set("length", module.i32.load(0, 4, get(1))),
      module.global.set("address", module.i32.load(4, 4, get(1))),
      zero(),
    ],
    copy: () => [module.memory.copy(get(0), get(1), get(2))],
    grow: () => [grown(module, get(0))],
    environment: () => [module.i32.store(0, 4, get(0), zero()), module.i32.store(0, 4, get(1), zero()), zero()],
  };
  for (const { name, base, params, results } of imported) {
    const role = Object.keys(roles).find((key) => found[key] === base);
    const counts = params === i32 && results === none; // handles of JavaScript's values, of which there is one at a time
    const body = roles[role]?.() ?? (called.has(base) || counts ? [results === none ? module.nop() : zero()] : null);
    module.removeFunction(name);
    module.addFunction(name, params, results, [], body ? module.block(null, body, results) : module.unreachable());
  }
}

/** Whether memory could be made to hold so many bytes. */
function grown(module, bytes) {
  const { i32: int, memory } = module;
  const missing = int.sub(int.add(int.shr_u(int.sub(bytes, int.const(1)), int.const(16)), int.const(1)), memory.size());
  return int.ne(memory.grow(missing), int.const(-1));
}

/** What is called from outside is named, and no more is, so that what nothing of it calls can go. */
function replaceExports(module, found, { compress, decompress, free_result }, inTable) {
  const exported = Array.from({ length: module.getNumExports() }, (_, i) =>
    binaryen.getExportInfo(module.getExportByIndex(i)),
  );
  const named = (name) => exported.find((info) => info.name === name).value;
  for (const { name } of exported) module.removeExport(name);
  module.addMemoryExport(exported.find(({ kind }) => kind === binaryen.ExternalMemory).value, "memory");
  for (const name of ["address", "length"]) module.addGlobalExport(name, name);
  for (const name of ["start", "malloc", "free"]) module.addFunctionExport(named(found[name]), name);
  const call = module.call(
    inTable(decompress.invoker),
    [module.i32.const(decompress.place), module.local.get(0, i32)],
    i32,
  );
  module.addFunction("decompress", i32, i32, [], call);
  module.addFunctionExport("decompress", "decompress");
  module.addFunctionExport(inTable(free_result.place), "release");
  // Their places in the table were told to JavaScript alone, so that nothing can call them, whatever its type.
  for (const place of [compress.invoker, compress.place]) {
    binaryen.Function.setBody(module.getFunction(inTable(place)), module.unreachable());
  }
}

/** @returns the name of the function at a place */
function tableOf(module) {
  const { data, offset } = binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(0));
  const first = binaryen.getExpressionInfo(offset).value;
  return (place) => data[place - first];
}

/** numcodecs drops what c-blosc tells, negative where data are damaged, and gives memory as it lay: here that is a trap. */
function heedFailure(module, decompress) {
  const { body } = binaryen.getFunctionInfo(module.getFunction(decompress));
  const name = one(binaryen.emitText(body), /\(drop\s+\(call \$(?<name>\w+)/g, "blosc");
  const job = binaryen.getFunctionInfo(module.getFunction(name));
  module.removeFunction(name);
  module.addFunction("job", job.params, job.results, job.vars, job.body);
  const made = module.local.tee(1, module.call("job", [module.local.get(0, i32)], i32), i32);
  const failed = module.if(module.i32.lt_s(made, module.i32.const(0)), module.unreachable());
  module.addFunction(name, job.params, i32, [i32], module.block(null, [failed, module.local.get(1, i32)], i32));
}

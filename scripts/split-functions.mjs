import { livenessOf, THROWN } from "./wasm-liveness.mjs";

/**
 * Large functions of WebAssembly cut into several. A browser compiles a function as a whole, and again once it has run a
 * few times: of functions that a compiler put together, since each part had one caller, most never runs, but all is
 * waited for. A part that stands in no inner loop becomes a function of its own. It is given the locals that it reads,
 * leaves those that are read after it in globals, and says where it goes on, so that what is computed stays as it is.
 */

/** A part has so many characters of text at the least and at most, where a function is cut up that has more. */
const LEAST = 5_000;
const MOST = 30_000;
/** Locals that may be given to a part, and left by it, together. */
const MOST_LOCALS = 40;

/** @param text a module @returns the same, with no large function that can be cut up */
export function splitFunctions(text, most = MOST, least = LEAST) {
  const module = parse(text);
  const functions = module.filter(([name]) => name === "func");
  const large = new Set(functions.filter((func) => print(func).length > most).map(([, name]) => name));
  for (const func of functions.filter(([, name]) => large.has(name))) {
    for (let parts = 0; print(func).length > most; parts++) {
      const part = cutOut(func, `${func[1]}.${parts}`, large, most, least);
      if (!part) break;
      module.push(part);
    }
  }
  for (const type of ["i32", "i64", "f32", "f64"]) {
    for (let i = 0; i < MOST_LOCALS; i++) module.push(["global", left(type, i), ["mut", type], [`${type}.const`, "0"]]);
  }
  return print(module);
}

/** Where a part leaves a local. */
const left = (type, i) => `$left.${type}.${i}`;

/** An S-expression as lists of lists and words. */
function parse(text) {
  const open = [[]];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|\(;[\s\S]*?;\)|;;[^\n]*|[()]|[^\s()";]+/g)) {
    if (token === "(") open.push([]);
    else if (token === ")") open.at(-2).push(open.pop());
    else if (!token.startsWith(";;") && !token.startsWith("(;")) open.at(-1).push(token);
  }
  return open[0][0];
}

function print(node) {
  return typeof node === "string" ? node : `(${node.map(print).join(" ")})`;
}

function* listsIn(node) {
  if (typeof node === "string") return;
  yield node;
  for (const item of node) yield* listsIn(item);
}

/** Takes the largest part out of a function that may be; null where there is none. */
function cutOut(func, name, large, most, least) {
  const isLocal = ([what]) => what === "param" || what === "local";
  const types = new Map(func.filter(isLocal).map(([, local, type]) => [local, type]));
  const start = func.findIndex(
    (item) => Array.isArray(item) && !isLocal(item) && !["result", "type"].includes(item[0]),
  );
  const bits = new Map([...types.keys()].map((local, i) => [local, 1n << BigInt(i)]));
  const around = livenessOf(func.slice(start), bits);
  let best = null;
  /** @returns the characters of a node's text */
  const look = (node, parent, inLoop) => {
    if (typeof node === "string") return node.length;
    const isInner = node[0] === "loop" && !callsOneOf(node, large);
    const size = node.reduce((sum, item) => sum + 1 + look(item, node, inLoop || isInner), 1);
    if (inLoop || size < least || size > most || size <= (best?.size ?? 0)) return size;
    const part = partOf(node, around, bits);
    if (part && size > 2 * callSize(part)) best = { ...part, node, parent, size };
    return size;
  };
  for (const node of func.slice(start)) look(node, func, false);
  if (!best) return null;
  const { node, parent, reads, leaves, labels, others } = best;
  const way = `$way.${name}`;
  const places = leaves.map((local, i) => left(types.get(local), i));
  parent[parent.indexOf(node)] = [
    "block",
    `$after.${name}`,
    ["local.set", way, ["call", name, ...reads.map((local) => ["local.get", local])]],
    ...leaves.map((local, i) => ["local.set", local, ["global.get", places[i]]]),
    ...labels.map((label, i) => ["br_if", label, ["i32.eq", ["local.get", way], ["i32.const", `${i + 1}`]]]),
  ];
  func.splice(start, 0, ["local", way, "i32"]);
  return [
    "func",
    name,
    ...reads.map((local) => ["param", local, types.get(local)]),
    ["result", "i32"],
    ...others.map((local) => ["local", local, types.get(local)]),
    ["local", way, "i32"],
    ["local.set", way, wayOutOf(node, labels)],
    ...leaves.map((local, i) => ["global.set", places[i], ["local.get", local]]),
    ["local.get", way],
  ];
}

/** Characters of what calls a part, about: what is cut out must be more, or there is no end. */
function callSize({ reads, leaves, labels }) {
  return 80 + 20 * reads.length + 50 * (leaves.length + labels.length);
}

/** A loop that calls large functions takes long a turn, so that one call more costs nothing. */
function callsOneOf(node, functions) {
  for (const [name, callee] of listsIn(node)) if (name === "call" && functions.has(callee)) return true;
  return false;
}

/** The part, with blocks around it that are called as the labels outside: 0 where it came to its end, or the number of its label. */
function wayOutOf(node, labels) {
  const end = (value) => ["br", "$end.of.part", ["i32.const", `${value}`]];
  let body = [node, end(0)];
  labels.forEach((label, i) => {
    body = [["block", label, ...body], end(i + 1)];
  });
  return ["block", "$end.of.part", ["result", "i32"], ...body];
}

/** What means the function that it stands in, or a `catch`. */
const STAYS = new Set(["return", "return_call", "return_call_indirect", "try", "rethrow", "pop"]);

/** What a part needs, and where it goes; null where it may not be cut out. */
function partOf(node, around, bits) {
  if (!["block", "loop", "if"].includes(node[0]) || node.some(([what]) => what === "result")) return null;
  const { before, after, labels } = around.get(node);
  const [touched, set, own, targets] = [new Set(), new Set(), new Set(), new Set()];
  for (const [name, first, ...rest] of listsIn(node)) {
    if (STAYS.has(name)) return null;
    if (name.startsWith("local.")) touched.add(first);
    if (name === "local.set" || name === "local.tee") set.add(first);
    if (name === "block" || name === "loop") own.add(first);
    if (name.startsWith("br")) for (const item of [first, ...rest]) if (typeof item === "string") targets.add(item);
  }
  const outside = [...targets].filter((label) => !own.has(label));
  if (outside.some((label) => labels.get(label).hasValue)) return null;
  const later = outside.reduce((all, label) => all | labels.get(label).live, after);
  const isIn = (locals) => (local) => (locals & bits.get(local)) !== 0n;
  const reads = [...touched].filter(isIn(before));
  const leaves = [...set].filter(isIn(later));
  if ([...set].some(isIn(labels.get(THROWN).live))) return null; // what throws leaves nothing
  if (reads.length + leaves.length > MOST_LOCALS) return null;
  return { reads, leaves, labels: outside, others: [...touched].filter((local) => !reads.includes(local)) };
}

/**
 * A Vite plugin that mends what Emscripten's glue in numcodecs does slowly, or not at all under a Content Security
 * Policy. The WebAssembly inside is the fastest of those measured (bench/README.md) and stays as it is.
 */
const glueMends = [
  {
    what: "the copy of the compressed bytes, one at a time: more than half the time of zstd",
    from: /for \((\w) = 0; \1 < \w; \+\+\1\)\s+(\w)\[(\w) \+ \1\] = (\w)\[\1\];/g,
    to: "$2.set($4, $3);",
  },
  {
    what: "functions made from text, which only 'unsafe-eval' allows; WebAssembly needs but 'wasm-unsafe-eval'",
    from: /(\w) = \w+\(\w+\)(?:\(\.\.\.(\w)\)|\.apply\(null, (\w)\));(?=\s+\w+ = \w+\(\w+, \1\);)/g,
    to: (_, name, spread, applied) => `${name} = (${invoker})(${spread ?? applied});`,
  },
];

const sharedMends = [
  {
    what: "half a megabyte of base64, by a loop that V8 has not compiled yet: 15 of the 40 ms that a thread's first zstd takes",
    from: /return \((\w+)\) => \{(?=\s+var n = \1\.length)/g,
    to: (start, text) =>
      `${start} if (Uint8Array.fromBase64) return Uint8Array.fromBase64(${text});` +
      ` if (globalThis.Buffer) return new Uint8Array(globalThis.Buffer.from(${text}, "base64"));`,
  },
];

/** What the text would say. `parts`: a name in newer glue, a thrower, then as named here; destructors last, not needed. */
function invoker(parts) {
  const [invoke, target, free, result, , ...rest] = parts.slice(typeof parts[0] === "string" ? 2 : 1);
  const types = rest.filter((part) => typeof part !== "function");
  return (...values) => {
    const made = [];
    try {
      const wired = types.map((type, i) => type.toWireType(made, values[i]));
      return result.fromWireType(invoke(target, ...wired));
    } finally {
      free(made);
    }
  };
}

export function mendNumcodecs() {
  return {
    name: "mend-numcodecs",
    transform(code, id) {
      const [, file] = /[\\/]numcodecs[\\/]dist[\\/]([\w-]+)\.js$/.exec(id) ?? [];
      if (/^(zstd|blosc|lz4)$/.test(file)) return { code: mend(code, id, glueMends), map: null };
      if (/^chunk-/.test(file)) return { code: mend(code, id, sharedMends), map: null };
    },
  };
}

/** @throws where the glue is not what it was, so that no update undoes this in silence. */
function mend(code, id, mends) {
  return mends.reduce((text, { what, from, to }) => {
    const found = text.match(from)?.length ?? 0;
    if (found !== 1) throw new Error(`${id}: found ${found} times instead of once: ${what}`);
    return text.replace(from, to);
  }, code);
}

/** A `fetch` that serves files from memory below a path of any host, and answers ranges; `asked` notes what was asked for. */
export function filesFetch(
  root: string,
  files: ReadonlyMap<string, Uint8Array>,
  asked: string[] = [],
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const path = decodeURIComponent(new URL(request.url).pathname);
    asked.push(request.url);
    const bytes = path.startsWith(root) ? files.get(path.slice(root.length).replace(/^\//, "")) : undefined;
    if (!bytes) return new Response(null, { status: 404 });
    const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "");
    if (request.method === "HEAD") return new Response(null, { headers: { "content-length": String(bytes.length) } });
    if (!range) return new Response(Uint8Array.from(bytes));
    const [, from, to] = range;
    const start = from === "" ? Math.max(0, bytes.length - Number(to)) : Number(from);
    const stop = from === "" || to === "" ? bytes.length : Math.min(Number(to) + 1, bytes.length);
    if (start >= stop) return new Response(null, { status: 416 });
    const headers = { "content-range": `bytes ${start}-${stop - 1}/${bytes.length}` };
    return new Response(Uint8Array.from(bytes.subarray(start, stop)), { status: 206, headers });
  };
}

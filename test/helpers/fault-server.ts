import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the server (mis)treats a request; `undefined` serves the file rightly. */
export type Fault =
  | { kind: "status"; status: number; headers?: Record<string, string> }
  /** An HTML page with status 200. */
  | { kind: "page" }
  /** Nothing at all, or nothing more after so many bytes of the body. */
  | { kind: "stall"; afterBytes?: number }
  /** Says the full length, sends less, closes the connection. */
  | { kind: "truncate"; bytes: number }
  /** Closes the connection without an answer. */
  | { kind: "reset" }
  /** Answers 200 with the whole file, whatever range is asked for. */
  | { kind: "no-range" }
  /** Sends another part than the one asked for: as many bytes from the start. */
  | { kind: "wrong-part" }
  /** Takes `bytes=-N` for `bytes=0-N`, as some static servers do. */
  | { kind: "wrong-suffix" }
  | { kind: "endless" }
  /** Serves the file rightly, with these headers besides. */
  | { kind: "headers"; headers: Record<string, string> }
  /** Sends the body in pieces of so many bytes, with a pause before each. */
  | { kind: "drip"; bytes: number; pauseMs: number }
  /** Answers 200 to a range, says that the file is so long, and sends nothing of it. */
  | { kind: "huge"; byteLength: number };

export interface FaultServer {
  readonly url: string;
  readonly files: Map<string, Uint8Array>;
  /** Every request so far, as "METHOD /path range". */
  readonly log: string[];
  /** Connections that the client closed before the answer was complete. */
  readonly closed: () => number;
  /** Bytes of bodies that were given to connections. */
  readonly sentBytes: () => number;
  /** Connections that are open. */
  readonly connections: () => Promise<number>;
  /** Most requests that were open at once. */
  readonly busiest: () => number;
  /** Called for each request; `nth` counts requests of the same path from 0. */
  fault: (path: string, nth: number, request: IncomingMessage) => Fault | undefined;
  close(): Promise<void>;
}

export async function startFaultServer(files: Map<string, Uint8Array> = new Map()): Promise<FaultServer> {
  const counts = new Map<string, number>();
  let closed = 0;
  let open = 0;
  let busiest = 0;
  let sent = 0;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const nth = counts.get(path) ?? 0;
    counts.set(path, nth + 1);
    faults.log.push(`${request.method} ${path} ${request.headers.range ?? ""}`.trim());
    busiest = Math.max(busiest, ++open);
    response.on("close", () => {
      open--;
      if (!response.writableFinished) closed++;
    });
    const write: (piece: Uint8Array, done?: () => void) => boolean = response.write.bind(response);
    response.write = ((piece: Uint8Array, done?: () => void) => {
      sent += piece.length;
      return write(piece, done);
    }) as typeof response.write;
    answer(files.get(path), faults.fault(path, nth, request), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const faults: FaultServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    log: [],
    closed: () => closed,
    sentBytes: () => sent,
    connections: () =>
      new Promise((resolve, reject) => server.getConnections((error, n) => (error ? reject(error) : resolve(n)))),
    busiest: () => busiest,
    fault: () => undefined,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return faults;
}

function answer(
  file: Uint8Array | undefined,
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (fault?.kind === "status") return response.writeHead(fault.status, fault.headers).end("no");
  if (fault?.kind === "page") return response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>");
  if (fault?.kind === "reset") return request.socket.resetAndDestroy();
  if (fault?.kind === "endless") return sendForever(response);
  if (fault?.kind === "stall" && fault.afterBytes === undefined) return undefined;
  if (!file) return response.writeHead(404).end();
  if (fault?.kind === "huge") {
    response.writeHead(200, { "content-length": fault.byteLength }).flushHeaders();
    return undefined;
  }
  const range = fault?.kind === "no-range" ? null : rangeOf(request.headers.range, file.length, fault?.kind);
  const body = range ? file.subarray(range[0], range[1]) : file;
  const headers: Record<string, string | number> = {
    "content-length": body.length,
    "content-type": "application/octet-stream",
  };
  if (range) headers["content-range"] = `bytes ${range[0]}-${range[1] - 1}/${file.length}`;
  if (fault?.kind === "headers") Object.assign(headers, fault.headers);
  response.writeHead(range ? 206 : 200, headers);
  if (request.method === "HEAD") return response.end();
  if (fault?.kind === "stall") return response.write(body.subarray(0, fault.afterBytes));
  if (fault?.kind === "truncate") return response.write(body.subarray(0, fault.bytes), () => request.socket.destroy());
  if (fault?.kind === "drip") return drip(response, body, fault);
  response.write(body);
  return response.end();
}

async function drip(
  response: ServerResponse,
  body: Uint8Array,
  { bytes, pauseMs }: { bytes: number; pauseMs: number },
) {
  for (let at = 0; at < body.length && !response.destroyed; at += bytes) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    response.write(body.subarray(at, at + bytes));
  }
  response.end();
}

function rangeOf(header: string | undefined, size: number, fault: string | undefined): [number, number] | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match) return null;
  const [, first, last] = match;
  if (first === "") return fault === "wrong-suffix" ? [0, Number(last) + 1] : [Math.max(size - Number(last), 0), size];
  const stop = Math.min(Number(last) + 1, size);
  return fault === "wrong-part" ? [0, stop - Number(first)] : [Number(first), stop];
}

function sendForever(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/octet-stream" });
  const more = () => {
    while (!response.destroyed && response.write(new Uint8Array(65536)));
  };
  response.on("drain", more);
  more();
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import send from "send";

export interface StaticServer {
  /** "http://127.0.0.1:PORT", without a slash at the end. */
  readonly url: string;
  /** Requests answered so far, as "GET /path" with " bytes=…" where a range was asked for. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Serves a folder on a free port, to any origin, with right answers to Range requests (also suffix ranges). */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const root = resolve(folder);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push([request.method, request.url, request.headers.range].filter(Boolean).join(" "));
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "*");
    response.setHeader("Access-Control-Expose-Headers", "Content-Range, Content-Length, ETag");
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
      return;
    }
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    send(request, path, { root, dotfiles: "allow", index: ["index.html"] }).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

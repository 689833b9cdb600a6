import { rastrumError } from "../errors.ts";
import type { HttpRanges } from "./http-ranges.ts";
import { sealOf } from "./http-seal.ts";
import { Pins } from "./pins.ts";
import { RequestQueue } from "./request-queue.ts";
import { SharedReads } from "./share-reads.ts";
import type { Store, StoreOptions, StoreReadOptions } from "./store.ts";
import { type HttpRequest, request } from "./transport.ts";

/** Requests at once to all hosts together: a mosaic may have hundreds. */
const REQUESTS_AT_ONCE = 32;
/** What browsers open to a host by HTTP/1: more would wait in the browser, where their time-outs run. Node has no such limit. */
const REQUESTS_A_HOST = globalThis.process?.versions?.node ? 16 : 6;

/** One for all stores, since they share connections. */
const queue = new RequestQueue(REQUESTS_AT_ONCE);

type Bytes = Uint8Array | undefined;

/** An http(s) folder. */
export function httpStore(url: string, options: StoreOptions): Store {
  const { concurrency = REQUESTS_A_HOST } = options;
  const { host } = new URL(url);
  const send = (ask: HttpRequest) => request(ask, options);
  const turn = <Result>(task: () => Promise<Result>, signal: AbortSignal) => queue.run(host, concurrency, task, signal);
  const pins = new Pins();
  const shared = new SharedReads<Bytes>((bytes) => bytes?.slice());
  let ranges: Promise<HttpRanges> | null = null;
  /** Loaded with the first part of a file that is asked for. */
  const loadRanges = () =>
    (ranges ??= import("./http-ranges.ts").then(
      ({ HttpRanges }) => new HttpRanges({ send, turn, pins, shared }, options),
    ));

  const readFile = async (href: string, maxBytes: number, signal: AbortSignal): Promise<Bytes> => {
    const judge = (response: Response) => {
      pins.check(href, sealOf(response));
      return maxBytes;
    };
    const { status, bytes } = await send({ url: href, signal, judge });
    if (status === 200) return bytes;
    if (status !== 404) {
      throw rastrumError("http-error", `${href} answered ${status} to a plain request.`, { url: href, status });
    }
    pins.checkMissing(href);
    return undefined;
  };

  return {
    url,
    get(key, { signal, maxBytes = Number.POSITIVE_INFINITY }: StoreReadOptions = {}) {
      const href = resolveKey(url, key);
      return shared.read(href, signal, (stop) => turn(() => readFile(href, maxBytes, stop), stop));
    },
    async getRange(key, range, readOptions = {}) {
      return (await loadRanges()).read(resolveKey(url, key), range, readOptions);
    },
  };
}

/** The address of a key below a root; a query (a token, say) stays with every file. */
function resolveKey(root: string, key: string): string {
  const url = new URL(root);
  const path = key.split("/").filter(Boolean).map(encodeURIComponent).join("/");
  if (path !== "") url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
  url.hash = "";
  return url.href;
}

import { rastrumError } from "../errors.ts";
import { HttpParts, WHOLE_FILES_BYTES } from "./http-parts.ts";
import { rangeHeader, sealOf, wrongRange } from "./http-range.ts";
import { Pins } from "./pins.ts";
import { RangeGroups } from "./range-groups.ts";
import { RequestQueue } from "./request-queue.ts";
import { SharedReads } from "./share-reads.ts";
import type { Store, StoreOptions, StoreReadOptions } from "./store.ts";
import { type HttpRequest, request } from "./transport.ts";

/** Requests at once to all hosts together: a mosaic may have hundreds. */
const REQUESTS_AT_ONCE = 32;
/** What browsers open to a host by HTTP/1: more would wait in the browser, where their time-outs run. Node has no such limit. */
const REQUESTS_A_HOST = globalThis.process?.versions?.node ? 16 : 6;
/** What comes in a sixth of the time that a request takes to start, at 50 ms and 4 MB/s. */
const GAP_BYTES = 32 * 2 ** 10;
/** Enough that starting a request costs 5 % of it, at 50 ms and 4 MB/s; parts are given out as they come. */
const GROUP_BYTES = 4 * 2 ** 20;

/** One for all stores, since they share connections. */
const queue = new RequestQueue(REQUESTS_AT_ONCE);

type Bytes = Uint8Array | undefined;

/** An http(s) folder. */
export function httpStore(url: string, options: StoreOptions): Store {
  const { concurrency = REQUESTS_A_HOST, joinGapBytes = GAP_BYTES, joinMaxBytes = GROUP_BYTES } = options;
  const { host } = new URL(url);
  const send = (ask: HttpRequest) => request(ask, options);
  const turn = <Result>(task: () => Promise<Result>, signal: AbortSignal) => queue.run(host, concurrency, task, signal);
  const pins = new Pins();
  const parts = new HttpParts(send, pins);
  const groups = new RangeGroups(turn, parts.readSpan, { gapBytes: joinGapBytes, maxBytes: joinMaxBytes });
  const shared = new SharedReads<Bytes>((bytes) => bytes?.slice());

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
    async getRange(key, range, { signal, maxBytes = WHOLE_FILES_BYTES }: StoreReadOptions = {}) {
      const href = resolveKey(url, key);
      const length = "suffixLength" in range ? range.suffixLength : range.length;
      if (length > maxBytes) throw wrongRange(href, range, maxBytes);
      if (length === 0) return new Uint8Array(0);
      const orLess = "orLess" in range && range.orLess === true;
      return shared.read(`${href} ${rangeHeader(range)}${orLess ? " or less" : ""}`, signal, (stop) => {
        if ("suffixLength" in range) return turn(() => parts.readSuffix(href, range.suffixLength, stop), stop);
        return orLess ? turn(() => parts.readSpan(href, range, stop, () => {}), stop) : groups.read(href, range, stop);
      });
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

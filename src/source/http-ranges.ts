import { HttpParts, WHOLE_FILES_BYTES } from "./http-parts.ts";
import { rangeHeader, wrongRange } from "./http-range.ts";
import type { Pins } from "./pins.ts";
import { RangeGroups } from "./range-groups.ts";
import type { SharedReads } from "./share-reads.ts";
import type { ByteRange, StoreOptions, StoreReadOptions } from "./store.ts";
import type { HttpAnswer, HttpRequest } from "./transport.ts";

/** What comes in a sixth of the time that a request takes to start, at 50 ms and 4 MB/s. */
const GAP_BYTES = 32 * 2 ** 10;
/** Enough that starting a request costs 5 % of it, at 50 ms and 4 MB/s; parts are given out as they come. */
const GROUP_BYTES = 4 * 2 ** 20;

type Bytes = Uint8Array | undefined;

/** What parts have in common with whole files of the same store. */
interface HttpFolder {
  readonly send: (ask: HttpRequest) => Promise<HttpAnswer>;
  /** Runs a task when its turn has come. */
  readonly turn: <Result>(task: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;
  readonly pins: Pins;
  readonly shared: SharedReads<Bytes>;
}

/** Parts of an http(s) folder's files. */
export class HttpRanges {
  readonly #folder: HttpFolder;
  readonly #parts: HttpParts;
  readonly #groups: RangeGroups;

  constructor(folder: HttpFolder, { joinGapBytes = GAP_BYTES, joinMaxBytes = GROUP_BYTES }: StoreOptions) {
    this.#folder = folder;
    this.#parts = new HttpParts(folder.send, folder.pins);
    const limits = { gapBytes: joinGapBytes, maxBytes: joinMaxBytes };
    this.#groups = new RangeGroups(folder.turn, this.#parts.readSpan, limits);
  }

  async read(
    href: string,
    range: ByteRange,
    { signal, maxBytes = WHOLE_FILES_BYTES }: StoreReadOptions,
  ): Promise<Bytes> {
    const { turn, shared } = this.#folder;
    const length = "suffixLength" in range ? range.suffixLength : range.length;
    if (length > maxBytes) throw wrongRange(href, range, maxBytes);
    if (length === 0) return new Uint8Array(0);
    const orLess = "orLess" in range && range.orLess === true;
    return shared.read(`${href} ${rangeHeader(range)}${orLess ? " or less" : ""}`, signal, (stop) => {
      if ("suffixLength" in range) return turn(() => this.#parts.readSuffix(href, range.suffixLength, stop), stop);
      if (orLess) return turn(() => this.#parts.readSpan(href, range, stop, () => {}), stop);
      return this.#groups.read(href, range, stop);
    });
  }
}

import { isRastrumError } from "../errors.ts";
import { onAbort } from "./on-abort.ts";

/** `length` bytes from `offset`. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

type Bytes = Uint8Array | undefined;

/** Reads a part of a file; may tell the bytes as they come: the first `received` of them are there. */
export type ReadSpan = (
  key: string,
  span: Span,
  signal: AbortSignal,
  onBytes: (bytes: Uint8Array, received: number) => void,
) => Promise<Bytes>;

export interface GroupLimits {
  /** Bytes between two parts that are rather read than asked around. */
  readonly gapBytes: number;
  /** Parts are joined up to this length; a longer one goes by itself. */
  readonly maxBytes: number;
}

interface Member {
  readonly span: Span;
  readonly signal: AbortSignal;
  /** Set when it has been taken into a request. */
  taken: boolean;
  /** Set when it has its answer, or has gone. */
  done: boolean;
  settle(outcome: { bytes: Bytes } | { reason: unknown }): void;
  onAbort: (() => void) | undefined;
}

/**
 * Parts of a file that are wanted at the same time, and lie close together, become one request; so they gather while
 * they wait for their turn. Each gets its bytes, a buffer of its own, as soon as they have come. The request is stopped
 * when all who want it have aborted, and no one's abort or bad range is felt by the others.
 */
export class RangeGroups {
  /** Those not in a request yet, by file. */
  readonly #waiting = new Map<string, Set<Member>>();
  readonly #turn: (task: () => Promise<void>, signal: AbortSignal) => Promise<void>;
  readonly #readSpan: ReadSpan;
  readonly #limits: GroupLimits;

  /** @param turn runs a task when it is its turn. */
  constructor(
    turn: (task: () => Promise<void>, signal: AbortSignal) => Promise<void>,
    readSpan: ReadSpan,
    limits: GroupLimits,
  ) {
    this.#turn = turn;
    this.#readSpan = readSpan;
    this.#limits = limits;
  }

  read(key: string, span: Span, signal: AbortSignal): Promise<Bytes> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const member: Member = {
        span,
        signal,
        taken: false,
        done: false,
        onAbort: undefined,
        settle(outcome) {
          if (member.done) return;
          member.done = true;
          unhear();
          if ("bytes" in outcome) resolve(outcome.bytes);
          else reject(outcome.reason);
        },
      };
      const unhear = onAbort(signal, () => {
        member.settle({ reason: signal.reason });
        this.#remove(key, member);
        member.onAbort?.();
      });
      this.#add(key, member);
      this.#queue(key, member).catch((reason: unknown) => member.settle({ reason }));
    });
  }

  async #queue(key: string, member: Member): Promise<void> {
    await gathering();
    if (member.taken || member.done) return;
    await this.#turn(async () => {
      if (member.taken || member.done) return;
      const members = this.#gather(key, member);
      await this.#run(key, members);
    }, member.signal);
  }

  #add(key: string, member: Member): void {
    const waiting = this.#waiting.get(key) ?? new Set();
    this.#waiting.set(key, waiting.add(member));
  }

  #remove(key: string, member: Member): void {
    const waiting = this.#waiting.get(key);
    if (waiting?.delete(member) && waiting.size === 0) this.#waiting.delete(key);
  }

  /** The member and its neighbours on both sides, in the order of the file; they no longer wait. */
  #gather(key: string, member: Member): Member[] {
    const row = [...(this.#waiting.get(key) ?? [])].sort((a, b) => a.span.offset - b.span.offset);
    const at = row.indexOf(member);
    let members = [member];
    for (const next of row.slice(at + 1)) {
      if (!this.#joins(members, next)) break;
      members = [...members, next];
    }
    for (const next of row.slice(0, at).reverse()) {
      if (!this.#joins(members, next)) break;
      members = [next, ...members];
    }
    for (const each of members) {
      each.taken = true;
      this.#remove(key, each);
    }
    return members;
  }

  #joins(members: readonly Member[], { span }: Member): boolean {
    const { offset, length } = union(members);
    const start = Math.min(offset, span.offset);
    const end = Math.max(offset + length, span.offset + span.length);
    const gap = Math.max(span.offset - (offset + length), offset - (span.offset + span.length));
    return gap <= this.#limits.gapBytes && end - start <= this.#limits.maxBytes;
  }

  async #run(key: string, members: readonly Member[]): Promise<void> {
    const stop = new AbortController();
    const span = union(members);
    for (const member of members) {
      member.onAbort = () => {
        if (members.every(({ done }) => done)) stop.abort(member.signal.reason);
      };
    }
    /** Gives their bytes to those whose bytes are there. */
    const deliver = (bytes: Uint8Array, received: number) => {
      for (const member of members) {
        const start = member.span.offset - span.offset;
        if (member.done || start + member.span.length > received) continue;
        member.settle({ bytes: bytes.slice(start, start + member.span.length) });
      }
    };
    try {
      const bytes = await this.#readSpan(key, span, stop.signal, members.length > 1 ? deliver : () => {});
      if (!bytes || members.length === 1) for (const member of members) member.settle({ bytes });
      else deliver(bytes, bytes.byteLength);
    } catch (reason) {
      const left = members.filter(({ done }) => !done);
      // One that reaches beyond the end of the file must not fail its neighbours.
      if (members.length > 1 && isRastrumError(reason, "truncated")) {
        for (const member of left) await this.#run(key, [member]);
      } else {
        for (const member of left) member.settle({ reason });
      }
    }
  }
}

function union(members: readonly Member[]): Span {
  const offset = Math.min(...members.map(({ span }) => span.offset));
  const end = Math.max(...members.map(({ span }) => span.offset + span.length));
  return { offset, length: end - offset };
}

/** Callers that were woken by the same event ask within a few microtasks of each other. No timer: hidden tabs slow those. */
async function gathering(): Promise<void> {
  for (let i = 0; i < 4; i++) await null;
}

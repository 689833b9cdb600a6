import { describe, expect, it } from "vitest";
import { rastrumError } from "../../../src/errors.ts";
import { type GroupLimits, RangeGroups, type ReadSpan, type Span } from "../../../src/source/range-groups.ts";

const FILE = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const limits: GroupLimits = { gapBytes: 10, maxBytes: 100 };
const at = (offset: number, length: number): Span => ({ offset, length });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Groups over a file in memory; requests are logged as "offset+length" and wait for `release` where there is one. */
function groups(own: GroupLimits = limits, release?: Promise<void>, readSpan?: ReadSpan) {
  const log: string[] = [];
  const stopped: unknown[] = [];
  const read: ReadSpan = async (key, { offset, length }, signal, onBytes) => {
    log.push(`${offset}+${length}`);
    signal.addEventListener("abort", () => stopped.push(signal.reason));
    await release;
    if (readSpan) return readSpan(key, { offset, length }, signal, onBytes);
    if (offset + length > FILE.length) throw rastrumError("truncated", "", { path: key, expected: 0, received: 0 });
    return FILE.slice(offset, offset + length);
  };
  const { signal: never } = new AbortController();
  const all = new RangeGroups((task) => task(), read, own);
  return { log, stopped, read: (span: Span, signal = never, key = "f") => all.read(key, span, signal) };
}

const part = ({ offset, length }: Span) => FILE.slice(offset, offset + length);

describe("which parts become one request", () => {
  it.each<[string, Span[], string[]]>([
    ["those side by side", [at(0, 10), at(10, 10), at(20, 10)], ["0+30"]],
    ["in whatever order they come", [at(20, 10), at(0, 10), at(10, 10)], ["0+30"]],
    ["with a gap of 10 at most", [at(0, 10), at(20, 10), at(41, 10)], ["0+30", "41+10"]],
    ["up to 100 bytes", [at(0, 50), at(50, 50), at(100, 50)], ["0+100", "100+50"]],
    ["also where they overlap", [at(0, 30), at(10, 10), at(20, 30)], ["0+50"]],
    ["a long one goes alone", [at(0, 200), at(200, 10)], ["0+200", "200+10"]],
  ])("%s", async (_, spans, expected) => {
    const { log, read } = groups();
    const got = await Promise.all(spans.map((span) => read(span)));
    expect(got).toEqual(spans.map(part));
    expect(log).toEqual(expected);
  });

  it("of the same file only, and none where the cap is 0", async () => {
    const two = groups();
    await Promise.all([two.read(at(0, 10), undefined, "f"), two.read(at(10, 10), undefined, "g")]);
    expect(two.log).toEqual(["0+10", "10+10"]);
    const none = groups({ gapBytes: 10, maxBytes: 0 });
    await Promise.all([none.read(at(0, 10)), none.read(at(10, 10))]);
    expect(none.log).toEqual(["0+10", "10+10"]);
  });

  it("gather while they wait for their turn", async () => {
    const log: Span[] = [];
    const turns: (() => void)[] = [];
    const all = new RangeGroups(
      async (task) => {
        await new Promise<void>((resolve) => turns.push(resolve));
        await task();
      },
      async (_, span) => {
        log.push(span);
        return part(span);
      },
      limits,
    );
    const { signal } = new AbortController();
    const first = all.read("f", at(0, 10), signal);
    await settled();
    const second = all.read("f", at(10, 10), signal);
    await settled();
    for (const turn of turns) turn();
    expect(await Promise.all([first, second])).toEqual([part(at(0, 10)), part(at(10, 10))]);
    expect(log).toEqual([at(0, 20)]);
  });
});

describe("callers of one request", () => {
  it("own their bytes: no buffer is shared", async () => {
    const { read } = groups();
    const all = await Promise.all([at(0, 10), at(10, 10)].map((span) => read(span)));
    expect(all.map(({ buffer } = new Uint8Array(0)) => buffer.byteLength)).toEqual([10, 10]);
  });

  it("may abort without harm to the others; the request is stopped when all have", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { log, stopped, read } = groups(limits, gate);
    const stops = [0, 1, 2].map(() => new AbortController());
    const reads = stops.map(({ signal }, i) => read(at(10 * i, 10), signal));
    await settled();
    stops[0].abort(new Error("one"));
    await expect(reads[0]).rejects.toThrow("one");
    expect([log, stopped]).toEqual([["0+30"], []]);
    release();
    expect(await Promise.all(reads.slice(1))).toEqual([part(at(10, 10)), part(at(20, 10))]);
  });

  it("the request is stopped when all have aborted, and those who wait are not asked for", async () => {
    const { log, stopped, read } = groups(limits, new Promise(() => {}));
    const stops = [0, 1].map(() => new AbortController());
    const reads = stops.map(({ signal }, i) => read(at(10 * i, 10), signal).catch((error: Error) => error.message));
    await settled();
    for (const [i, stop] of stops.entries()) stop.abort(new Error(`stop ${i}`));
    expect(await Promise.all(reads)).toEqual(["stop 0", "stop 1"]);
    expect(stopped).toEqual([new Error("stop 1")]);
    const soon = new AbortController();
    const late = read(at(500, 10), soon.signal);
    soon.abort(new Error("late"));
    await expect(late).rejects.toThrow("late");
    await settled();
    expect(log).toEqual(["0+20"]);
  });

  it("get theirs although a neighbour's reaches beyond the end", async () => {
    const { log, read } = groups();
    const [good, bad] = [read(at(980, 10)), read(at(990, 20))];
    await expect(bad).rejects.toMatchObject({ tag: "truncated" });
    expect(await good).toEqual(part(at(980, 10)));
    expect(log).toEqual(["980+30", "980+10", "990+20"]);
  });

  it("get theirs as soon as it has come, whatever becomes of the rest", async () => {
    const { read } = groups(limits, undefined, async (_, { offset, length }, __, onBytes) => {
      onBytes(FILE.slice(offset, offset + length), 15);
      throw new Error("broke off");
    });
    const [first, second] = [read(at(0, 10)), read(at(10, 10))];
    await expect(second).rejects.toThrow("broke off");
    expect(await first).toEqual(part(at(0, 10)));
  });

  it("all lack a file that is missing", async () => {
    const { read } = groups(limits, undefined, async () => undefined);
    expect(await Promise.all([read(at(0, 10)), read(at(10, 10))])).toEqual([undefined, undefined]);
  });
});

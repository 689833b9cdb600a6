import { describe, expect, it } from "vitest";
import { unpackLz4Frame } from "../../../../src/zones/formats/lz4-frame.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (characters: string) => [...new TextEncoder().encode(characters)];
/** Version 1, blocks that stand on each other, no checksums; 64 KiB a block. */
const head = [0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0xc0];
const block = (bytes: number[], stored = false) => [
  ...[bytes.length & 255, bytes.length >> 8, 0, stored ? 0x80 : 0],
  ...bytes,
];
const frame = (...blocks: number[][]) => new Uint8Array([...head, ...blocks.flat(), 0, 0, 0, 0]);

describe("a frame of LZ4", () => {
  it("copies from what came, also from what it has just copied and from earlier blocks", () => {
    const first = block([0x35, ...bytesOf("abc"), 3, 0, 0x00]); // "abc" and 5 + 4 bytes from 3 back, then nothing
    const second = block([0x00, 12, 0, 0x10, ...bytesOf("!")]); // 4 bytes from 12 back
    expect(text(unpackLz4Frame(frame(first, second), 17))).toBe("abcabcabcabcabca!");
  });

  it("takes long runs, stored blocks, and passes over sizes and checksums", () => {
    const long = [0xf0, 255, 300 - 15 - 255, ...Array.from({ length: 300 }, () => 120)];
    const stored = block(bytesOf("plain"), true);
    expect(text(unpackLz4Frame(frame(block(long), stored), 305))).toBe(`${"x".repeat(300)}plain`);
    const sized = [...head.slice(0, 4), 0x58, 0x40, 5, 0, 0, 0, 0, 0, 0, 0, 0xc0];
    const checked = new Uint8Array([...sized, ...block(bytesOf("plain"), true), 1, 2, 3, 4, 0, 0, 0, 0]);
    expect(text(unpackLz4Frame(checked, 5))).toBe("plain");
  });

  it.each([
    ["another length", frame(block(bytesOf("plain"), true)), 4],
    ["too few bytes", frame(block(bytesOf("plain"), true)), 6],
    ["a copy from before the begin", frame(block([0x10, 97, 2, 0, 0x00])), 5],
    ["a copy from nowhere", frame(block([0x10, 97, 0, 0, 0x00])), 5],
    ["a copy beyond the end", frame(block([0x1f, 97, 1, 0, 255, 255, 0])), 5],
    ["a run that is not there", frame(block([0xf0, 255])), 300],
    ["a block that is not there", new Uint8Array([...head, 9, 0, 0, 0, 1]), 9],
    ["no end", new Uint8Array(head), 0],
    ["another kind of bytes", new Uint8Array(32), 3],
  ])("refuses %s", (_, bytes, length) => {
    expect(() => unpackLz4Frame(bytes, length)).toThrow(RangeError);
  });
});

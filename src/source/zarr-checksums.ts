import { crc32c } from "./crc32c.ts";

type Sum = (bytes: Uint8Array) => number;

/** Where numcodecs puts the four bytes of a checksum unless `location` says otherwise. */
const CHECKSUMS: Record<string, { readonly sum: Sum; readonly location: "start" | "end" }> = {
  crc32c: { sum: crc32c, location: "end" },
  crc32: { sum: crc32, location: "start" },
  adler32: { sum: adler32, location: "start" },
  fletcher32: { sum: fletcher32, location: "end" },
};

/** The bytes without their checksum, which is little-endian. Throws where it does not fit; zarrita drops it unchecked. */
export function withoutChecksum(codec: string, bytes: Uint8Array, location: unknown): Uint8Array {
  const checksum = CHECKSUMS[codec];
  const end = bytes.byteLength - 4;
  if (end < 0) throw new Error("a checksum is missing");
  const atStart = (location ?? checksum.location) === "start";
  const stored = new DataView(bytes.buffer, bytes.byteOffset + (atStart ? 0 : end), 4).getUint32(0, true);
  const content = atStart ? bytes.subarray(4) : bytes.subarray(0, end);
  if (checksum.sum(content) !== stored) throw new Error(`the ${codec} checksum does not fit`);
  return content;
}

let crcTable: Uint32Array | undefined;

/** Polynomial 0x04C11DB7, reflected. https://www.rfc-editor.org/rfc/rfc1952#section-8 */
export function crc32(bytes: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc >>> 0;
  });
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** https://www.rfc-editor.org/rfc/rfc1950#section-8.2; sums of 3,800 bytes stay below 2^53 many times over. */
function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += 3800) {
    const stop = Math.min(start + 3800, bytes.length);
    for (let i = start; i < stop; i++) {
      low += bytes[i];
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return high * 65536 + low;
}

/** Sums of big-endian words of 16 bits, modulo 65535 but never 0 where they were not, as HDF5 has it. */
function fletcher32(bytes: Uint8Array): number {
  const fold = (sum: number) => (sum & 0xffff) + (sum >>> 16);
  let low = 0;
  let high = 0;
  const words = Math.ceil(bytes.length / 2);
  for (let start = 0; start < words; start += 360) {
    const stop = Math.min(start + 360, words);
    for (let i = start; i < stop; i++) {
      low += (bytes[2 * i] << 8) | (bytes[2 * i + 1] ?? 0);
      high += low;
    }
    low = fold(low);
    high = fold(high);
  }
  return fold(high) * 65536 + fold(low);
}

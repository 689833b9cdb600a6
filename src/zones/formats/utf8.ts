import { decodeText } from "./sniff.ts";

/** Text as UTF-8 without a byte order mark: what is UTF-16 by its mark is turned into it. */
export function utf8(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? new TextEncoder().encode(decodeText(bytes)) : bytes;
}

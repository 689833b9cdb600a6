/** Strings (left as they are) or whole numbers of 16 digits and more. */
const LONG_INTEGERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/gs;

/** JSON whose whole numbers beyond 2^53 come as text, since a number would round them. */
export function parseLosslessJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  const kept = text.replace(LONG_INTEGERS, (match) =>
    match.startsWith('"') || Number.isSafeInteger(Number(match)) ? match : `"${match}"`,
  );
  return JSON.parse(kept);
}

/** One line on stderr. */
export function tell(message: string): void {
  process.stderr.write(`rastrum: ${printable(message)}\n`);
}

/** Text from files and servers, in one line and without characters that would command a terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

/** Columns of a terminal; Infinity where it is none or does not say. */
export function terminalWidth(stream: { readonly columns?: number }): number {
  return stream.columns || Number.POSITIVE_INFINITY;
}

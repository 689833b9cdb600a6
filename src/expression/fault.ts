import { rastrumError, type TaggedError } from "../errors.ts";

/**
 * The error of an expression that cannot be used.
 * @param at offset into `expression`, in UTF-16 code units
 * @param received what stands there
 * @param what what is wrong with it, and what was expected or is known: the rest of a sentence
 */
export function expressionFault(
  expression: string,
  at: number,
  received: string,
  what: string,
): TaggedError<"invalid-expression"> {
  const message = `The expression is wrong at column ${at + 1}: ${what}.`;
  return rastrumError("invalid-expression", message, { expression, position: at + 1, received: shortened(received) });
}

/** How what was received is written in a message. */
export function quoted(received: string): string {
  return received === "" ? "the end" : `"${shortened(received)}"`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

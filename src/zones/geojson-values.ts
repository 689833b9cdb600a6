import { rastrumError } from "../errors.ts";

export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value for a message, cut short. Not JSON alone, which would show NaN as null and cannot show what is nested deeply. */
export function shown(value: unknown, depth = 0): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) {
    if (depth > 2) return "[…]";
    const parts = value.slice(0, 4).map((part) => shown(part, depth + 1));
    return shortened(`[${parts.join(", ")}${value.length > 4 ? ", …" : ""}]`);
  }
  if (typeof value === "object" && value !== null) return shortened(`{${Object.keys(value).slice(0, 4).join(", ")}}`);
  return shortened(typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : String(value));
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}

export function invalid(feature: number | null, message: string) {
  return rastrumError("invalid-zones", message, { feature });
}

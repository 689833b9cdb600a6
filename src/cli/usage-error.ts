import { nearestName } from "../stats/nearest-name.ts";

/** The command line cannot be understood: exit code 2, with a hint to the help of `topic`. */
export class UsageError extends Error {
  readonly topic: string | null;

  constructor(message: string, topic: string | null = null) {
    super(message);
    this.name = "UsageError";
    this.topic = topic;
  }
}

/** " Did you mean …?" with the nearest of `known`, or nothing where all are far off. */
export function didYouMean(received: string, known: readonly string[]): string {
  const nearest = nearestName(received, known);
  return nearest === null ? "" : ` Did you mean ${nearest}?`;
}

import { isRastrumError } from "../errors.ts";

/** Makes the error for something that is not right about what is being read. */
export type Fail = (why: string) => Error;

/** Does what reads bytes; where they break off or contradict themselves, that is an error of `fail` in the end. */
export function refuseBroken<Result>(fail: Fail, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asBroken(fail, error);
  }
}

/** The error as it is where it has a tag; else one that says that the file is broken. */
export function asBroken(fail: Fail, error: unknown): Error {
  if (isRastrumError(error)) return error;
  return fail(`is broken (${error instanceof Error ? error.message : String(error)})`);
}

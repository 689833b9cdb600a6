import type { Estimate, Job, Progress } from "./job.ts";

/** What a verb gives to make a job of. */
export interface JobSteps<Result> {
  readonly estimate: () => Promise<Estimate>;
  /** Does the work, telling how far it is and, at most once, what the result is likely to be. */
  readonly run: (report: (progress: Progress) => void, preview: (likely: Result) => void) => Promise<Result>;
  readonly warnings: readonly string[];
}

/** A job that starts when first awaited or iterated over, and runs once. */
export function createJob<Result>(steps: JobSteps<Result>): Job<Result> {
  let result: Promise<Result> | null = null;
  let latest: Omit<Progress, "preview"> | null = null;
  let preview: Result | undefined;
  let ended = false;
  let wake = () => {};
  let changed = new Promise<void>((resolve) => (wake = resolve));
  const notify = () => {
    wake();
    changed = new Promise<void>((resolve) => (wake = resolve));
  };
  const report = (progress: Progress) => {
    latest = progress;
    notify();
  };
  const start = () => {
    result ??= steps
      .run(report, (likely) => {
        preview = likely;
        report({ ...(latest ?? { done: 0, total: 1 }) });
      })
      .finally(() => {
        ended = true;
        notify();
      });
    return result;
  };
  return {
    estimate: steps.estimate,
    warnings: steps.warnings,
    then: (onResolved, onRejected) => start().then(onResolved, onRejected),
    catch: (onRejected) => start().catch(onRejected),
    finally: (onFinally) => start().finally(onFinally),
    /** Yields the latest progress whenever there is news; a failure is thrown here too, as it is by `await`. */
    async *[Symbol.asyncIterator]() {
      const running = start();
      running.catch(() => {}); // awaited below: not unhandled while the loop's body is busy
      let told: typeof latest = null;
      let previewed = false;
      while (!ended || latest !== told) {
        const next = changed;
        if (latest !== null && latest !== told) {
          told = latest;
          const isNew: boolean = preview !== undefined && !previewed;
          previewed ||= isNew;
          yield isNew ? { ...latest, preview } : latest;
        } else {
          await next;
        }
      }
      await running;
    },
  };
}

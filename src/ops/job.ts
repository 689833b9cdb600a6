/** A step of a job, for a progress bar. */
export interface Progress<Result = unknown> {
  /** Chunks done so far. */
  readonly done: number;
  /** Chunks of the whole job, as far as it is known: it grows where zones are too large to be read in one pass. */
  readonly total: number;
  /** Once, where one was asked for and there is one: an estimate of the result, before the result. */
  readonly preview?: Result;
}

/** What a job will read, told before anything is read. */
export interface Estimate {
  /** Zones of the input, also those outside the raster. */
  readonly zones: number;
  /**
   * Chunks to read: those that hold a cell of some zone, over all slices, each as often as there are passes over it. The
   * least there will be: medians and the like of a zone whose cells take more than a quarter of memoryBudget (more than
   * 16 bits each) take more passes over its chunks, as many as its values turn out to need.
   */
  readonly chunks: number;
  /** HTTP or file requests; null where the source cannot tell. */
  readonly requests: number | null;
  /** Bytes to fetch; null where the source cannot tell (compressed chunks of unknown size). */
  readonly bytes: number | null;
  /** Bytes once decoded. */
  readonly decodedBytes: number;
  /** Cells inside zones, over all slices; overlapping zones count each. */
  readonly cells: number;
}

/**
 * A job in the making: `await job` runs it, `for await (const p of job)` runs it and tells how far it is,
 * `job.estimate()` only plans it. However often it is awaited it runs once.
 */
export interface Job<Result> extends PromiseLike<Result>, AsyncIterable<Progress<Result>> {
  /** Reads the zones and plans; reads no cell. */
  estimate(): Promise<Estimate>;
  /** What is worth knowing though it is no error (zones outside the raster, absent chunks); complete once the job is done. */
  readonly warnings: readonly string[];
  catch<Other = never>(onRejected?: ((reason: unknown) => Other | PromiseLike<Other>) | null): Promise<Result | Other>;
  finally(onFinally?: (() => void) | null): Promise<Result>;
}

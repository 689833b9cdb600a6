import type { Work } from "../plan/work.ts";
import type { Backend, Demand } from "./backend.ts";
import type { measureRates } from "./calibrate.ts";
import { estimateSeconds, type Rates, secondsText } from "./cost.ts";

/** A demand of which is known how much there is to do. */
export type MeasuredDemand = Demand & { readonly work: Work };

/** Opening a device, compiling its shaders and measuring it takes some tenths of a second. */
const LEAST_SECONDS_FOR_A_DEVICE = 0.2;

/** Of a slow thread: what is small by these needs no measuring, which itself takes about a tenth of a second. */
const SLOW: Rates = { step: 1e-5, byte: 1e-9, cell: 2e-8, part: 1e-6, maskCell: 1e-9, maskPart: 1e-6 };

/** With the kernel and its shader: loaded where there is something to measure. */
const measureLater: typeof measureRates = async (...of) => (await import("./calibrate.ts")).measureRates(...of);

interface Choice {
  readonly backend: Backend;
  readonly reason: string;
}

/** Which of two backends will be faster, by rates that are measured once a backend and kind of reduce. */
export class Comparison {
  readonly #measure: typeof measureRates;
  readonly #leastSeconds: number;
  readonly #rates = new Map<string, Promise<Rates>>();
  /** By job, and with it the device that was compared: one that takes its place is another. */
  readonly #choices = new WeakMap<Work, { readonly device: Backend; readonly choice: Promise<Choice> }>();
  /** By job: why it is small. */
  readonly #small = new WeakMap<Work, Promise<string | null>>();

  /** For tests, which have rates of their own and small jobs. */
  constructor(measure: typeof measureRates = measureLater, leastSeconds = LEAST_SECONDS_FOR_A_DEVICE) {
    this.#measure = measure;
    this.#leastSeconds = leastSeconds;
  }

  /** The faster backend, the same all through a job. Rejects with `DeviceLost`. */
  faster(cpu: Backend, device: Backend, demand: MeasuredDemand): Promise<Choice> {
    const known = this.#choices.get(demand.work);
    if (known?.device === device) return known.choice;
    const choice = this.#compare(cpu, device, demand);
    this.#choices.set(demand.work, { device, choice });
    return choice;
  }

  async #compare(cpu: Backend, device: Backend, demand: MeasuredDemand): Promise<Choice> {
    const onCpu = await this.#seconds(cpu, demand, demand.threads ?? 1);
    const onDevice = await this.#seconds(device, demand, 1);
    const cpuText = `${secondsText(onCpu)} on the CPU`;
    const deviceText = `${secondsText(onDevice)} on the GPU`;
    return onDevice < onCpu
      ? { backend: device, reason: `faster by estimate: ${deviceText}, ${cpuText}` }
      : { backend: cpu, reason: `faster by estimate: ${cpuText}, ${deviceText} (${device.description})` };
  }

  /** Why a job is not worth the opening of a device; null where it is, or where there `isDevice` by then. */
  whySmall(cpu: Backend, demand: MeasuredDemand, isDevice: boolean): Promise<string | null> {
    const known = this.#small.get(demand.work) ?? (isDevice ? Promise.resolve(null) : this.#whySmall(cpu, demand));
    this.#small.set(demand.work, known);
    return known;
  }

  async #whySmall(cpu: Backend, demand: MeasuredDemand): Promise<string | null> {
    const reason = "done before a GPU could be opened";
    const most = estimateSeconds(SLOW, demand.work, cpu.stepBytes, 1);
    if (most < this.#leastSeconds) return `${reason}: ${secondsText(most)} at most`;
    const seconds = await this.#seconds(cpu, demand, demand.threads ?? 1);
    return seconds < this.#leastSeconds ? `${reason}: ${secondsText(seconds)} by estimate` : null;
  }

  async #seconds(backend: Backend, demand: MeasuredDemand, threads: number): Promise<number> {
    return estimateSeconds(await this.#ratesOf(backend, demand), demand.work, backend.stepBytes, threads);
  }

  #ratesOf(backend: Backend, demand: Demand): Promise<Rates> {
    const key = [backend.name, backend.description, demand.dtype, ...[...demand.needs].sort()].join(" ");
    let rates = this.#rates.get(key);
    if (!rates) {
      rates = this.#measure(backend, demand);
      this.#rates.set(key, rates);
      rates.catch(() => this.#rates.delete(key)); // of a lost device: the next one may have the same name
    }
    return rates;
  }
}

import { type Backend, type Demand, DeviceLost } from "../../src/backend/backend.ts";
import type { Mask } from "../../src/mask/mask.ts";

/** A device made of the CPU, which is lost after so many runs, and remembers what it holds. */
export class FakeDevice implements Backend {
  readonly name = "webgpu";
  readonly description: string;
  readonly stepBytes = 2 ** 26;
  /** Masks used and not released yet. */
  readonly masks = new Set<Mask>();
  /** Masks ever used, one entry a use. */
  readonly uses: Mask[] = [];
  closed = 0;
  readonly #lostAfter: number;

  constructor(description = "a fake", lostAfter = Infinity) {
    this.description = description;
    this.#lostAfter = lostAfter;
  }

  supports({ dtype }: Demand): boolean {
    return dtype !== "float64";
  }

  async run<Input, Output>(kernel: { readonly cpu: (input: Input) => Output }, input: Input): Promise<Output> {
    const { mask } = input as { mask: Mask };
    this.uses.push(mask);
    this.masks.add(mask);
    const lost = this.uses.length > this.#lostAfter;
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (lost || this.closed > 0) throw new DeviceLost("gone");
    return kernel.cpu(input);
  }

  releaseMask(mask: Mask): void {
    this.masks.delete(mask);
  }

  close(): void {
    this.closed++;
  }
}

import { rastrumError } from "../../errors.ts";

/** A device with default limits, which every WebGPU implementation has, and the adapter's name for people. */
export interface OpenedDevice {
  readonly device: GPUDevice;
  readonly description: string;
}

/**
 * @param acceptSoftware also an adapter that runs on the CPU, which is slower than our own CPU path
 * @param subgroups whether the device has them where the adapter does: the one feature that kernels use
 * @throws RastrumError `no-webgpu`, with the reason, where there is no usable adapter
 */
export async function openDevice(
  given: GPU | undefined,
  acceptSoftware: boolean,
  subgroups: boolean,
): Promise<OpenedDevice> {
  const gpu = given ?? (await findGpu());
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" }).catch(failed);
  if (!adapter) throw noWebgpu("WebGPU is here, but it found no adapter (no GPU driver that it accepts)");
  if (!acceptSoftware && adapter.info.isFallbackAdapter) {
    throw noWebgpu(`the only adapter is software (${describe(adapter)}), slower than the CPU backend`);
  }
  const requiredFeatures: GPUFeatureName[] = subgroups && adapter.features.has("subgroups") ? ["subgroups"] : [];
  const device = await adapter.requestDevice({ requiredFeatures }).catch(failed);
  return { device, description: describe(adapter) };
}

/** Node's WebGPU, once a process. It must be kept: when it is collected as garbage, its living devices crash Node. */
let nodeGpu: GPU | null = null;

async function findGpu(): Promise<GPU> {
  if (globalThis.navigator?.gpu) return globalThis.navigator.gpu;
  if (globalThis.process?.versions?.node === undefined) {
    const insecure = globalThis.isSecureContext === false;
    throw noWebgpu(insecure ? "WebGPU needs a secure context (https or localhost)" : "this browser has no WebGPU");
  }
  try {
    const name = "webgpu"; // in a variable, so that bundlers leave the optional package alone
    const { create } = await import(/* @vite-ignore */ name);
    nodeGpu ??= create([]) as GPU;
    return nodeGpu;
  } catch (cause) {
    throw noWebgpu(`Node has no WebGPU of its own, and the package "webgpu" did not load (${messageOf(cause)})`);
  }
}

function describe({ info }: GPUAdapter): string {
  return info.description || [info.vendor, info.architecture, info.device].filter(Boolean).join(" ") || "WebGPU";
}

function failed(cause: unknown): never {
  throw noWebgpu(messageOf(cause));
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

export function noWebgpu(reason: string): Error {
  return rastrumError("no-webgpu", `No WebGPU: ${reason}; use backend "auto" or "cpu".`, { reason });
}

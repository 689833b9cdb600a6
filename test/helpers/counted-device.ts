/** A real device whose traffic is counted: by patches of its methods, so that what is counted is the library as it is. */
export interface CountedDevice {
  /** Gives the device, once. */
  readonly gpu: GPU;
  readonly device: GPUDevice;
  /** Sizes in bytes of what was written to buffers, one entry a call. */
  readonly writes: number[];
  /** `mapAsync` and `submit` so far. */
  readonly maps: number;
  readonly submits: number;
  /** Buffers and textures that were made and not destroyed. */
  readonly live: ReadonlySet<GPUBuffer | GPUTexture>;
  /** Bytes of buffers among them. */
  readonly liveBytes: number;
  /** So many of the next resources are made, and reported to be too much for the memory. */
  exhaust(resources: number): void;
}

/** @param gpu whose adapter's device it is */
export async function countedDevice(gpu: GPU = navigator.gpu): Promise<CountedDevice> {
  const adapter = await gpu.requestAdapter();
  if (!adapter) throw new Error("no WebGPU adapter");
  const { info, features, limits } = adapter;
  const device = await adapter.requestDevice({ requiredFeatures: features.has("subgroups") ? ["subgroups"] : [] });
  const counts = { writes: [] as number[], maps: 0, submits: 0 };
  const live = new Set<GPUBuffer | GPUTexture>();
  const failMemory = watchScopes(device);
  let exhausted = 0;
  const watch = <Resource extends GPUBuffer | GPUTexture>(resource: Resource): Resource => {
    if (exhausted > 0) {
      exhausted--;
      failMemory();
    }
    live.add(resource);
    const destroy = resource.destroy.bind(resource);
    resource.destroy = (): undefined => {
      live.delete(resource);
      destroy();
    };
    return resource;
  };
  const { createBuffer, createTexture } = device;
  device.createTexture = (descriptor) => watch(createTexture.call(device, descriptor));
  device.createBuffer = (descriptor) => {
    const buffer = watch(createBuffer.call(device, descriptor));
    const mapAsync = buffer.mapAsync.bind(buffer);
    buffer.mapAsync = (...range) => {
      counts.maps++;
      return mapAsync(...range);
    };
    return buffer;
  };
  const { queue } = device;
  const { submit, writeBuffer } = queue;
  queue.submit = (buffers) => {
    counts.submits++;
    return submit.call(queue, buffers);
  };
  queue.writeBuffer = (buffer, offset, data, start, size) => {
    counts.writes.push(size ?? data.byteLength);
    return writeBuffer.call(queue, buffer, offset, data as ArrayBuffer, start, size);
  };
  const given = { info, features, limits, requestDevice: async () => device };
  return Object.defineProperties(counts, {
    gpu: { value: { requestAdapter: async () => given } },
    device: { value: device },
    live: { value: live },
    liveBytes: {
      get: () =>
        [...live].reduce((sum, resource) => sum + ("usage" in resource && "size" in resource ? resource.size : 0), 0),
    },
    exhaust: {
      value: (resources: number) => {
        exhausted = resources;
      },
    },
  }) as unknown as CountedDevice;
}

/** Call what comes back to have the innermost scope for memory report an error. */
function watchScopes(device: GPUDevice): () => void {
  const scopes: { readonly filter: GPUErrorFilter; failed: boolean }[] = [];
  const { pushErrorScope, popErrorScope } = device;
  device.pushErrorScope = (filter) => {
    scopes.push({ filter, failed: false });
    return pushErrorScope.call(device, filter);
  };
  device.popErrorScope = async () => {
    const failed = scopes.pop()?.failed;
    const error = await popErrorScope.call(device);
    return failed ? ({ message: "no memory, as the test has it" } as GPUError) : error;
  };
  return () => {
    const scope = scopes.findLast(({ filter }) => filter === "out-of-memory");
    if (scope) scope.failed = true;
  };
}

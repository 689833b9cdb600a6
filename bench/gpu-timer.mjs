/** Times every pass of a device: by patches of its methods, so that what is measured is the library as it is. */

const MOST_PASSES = 2048;
const USAGE = { MAP_READ: 1, COPY_SRC: 4, COPY_DST: 8, QUERY_RESOLVE: 512 };

export class PassTimer {
  #device;
  #queries;
  #create;
  /** Names of pipelines. */
  #names = new Map();
  /** Passes since they were last taken: their pipelines' names. */
  #passes = [];
  /** Texels of the textures made since then. */
  #texels = 0;

  /** @param device has the feature "timestamp-query" */
  constructor(device) {
    this.#device = device;
    this.#queries = device.createQuerySet({ type: "timestamp", count: 2 * MOST_PASSES });
    this.#create = device.createCommandEncoder.bind(device);
    device.createCommandEncoder = (descriptor) => this.#watched(this.#create(descriptor));
    this.#name("createComputePipelineAsync", ({ compute }) => compute.entryPoint);
    this.#name("createRenderPipelineAsync", () => "draw");
    const createTexture = device.createTexture.bind(device);
    device.createTexture = (descriptor) => {
      this.#texels += descriptor.size[0] * descriptor.size[1];
      return createTexture(descriptor);
    };
  }

  #name(method, nameOf) {
    const make = this.#device[method].bind(this.#device);
    this.#device[method] = async (descriptor) => {
      const pipeline = await make(descriptor);
      this.#names.set(pipeline, nameOf(descriptor));
      return pipeline;
    };
  }

  #watched(encoder) {
    for (const method of ["beginComputePass", "beginRenderPass"]) {
      const begin = encoder[method].bind(encoder);
      encoder[method] = (descriptor = {}) => {
        const at = this.#passes.length;
        if (at >= MOST_PASSES) throw new Error("More passes than there is room for: take them more often.");
        const entry = { name: "draw" }; // one that draws nothing clears the page
        this.#passes.push(entry);
        const timestampWrites = {
          querySet: this.#queries,
          beginningOfPassWriteIndex: 2 * at,
          endOfPassWriteIndex: 2 * at + 1,
        };
        const pass = begin({ ...descriptor, timestampWrites });
        const setPipeline = pass.setPipeline.bind(pass);
        pass.setPipeline = (pipeline) => {
          entry.name = this.#names.get(pipeline) ?? "unknown";
          setPipeline(pipeline);
        };
        return pass;
      };
    }
    return encoder;
  }

  /** Nanoseconds of the passes since the last call, by the names of their entry points; and texels of textures made. */
  async take() {
    const passes = this.#passes.splice(0);
    const texels = this.#texels;
    this.#texels = 0;
    const ns = new Map();
    if (passes.length === 0) return { ns, texels };
    const byteLength = 16 * passes.length;
    const device = this.#device;
    const resolved = device.createBuffer({ size: byteLength, usage: USAGE.QUERY_RESOLVE | USAGE.COPY_SRC });
    const readback = device.createBuffer({ size: byteLength, usage: USAGE.MAP_READ | USAGE.COPY_DST });
    const encoder = this.#create();
    encoder.resolveQuerySet(this.#queries, 0, 2 * passes.length, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, readback, 0, byteLength);
    device.queue.submit([encoder.finish()]);
    await readback.mapAsync(1);
    const times = new BigUint64Array(readback.getMappedRange().slice(0));
    for (const buffer of [resolved, readback]) buffer.destroy();
    passes.forEach(({ name }, i) => {
      ns.set(name, (ns.get(name) ?? 0) + Number(times[2 * i + 1] - times[2 * i]));
    });
    return { ns, texels };
  }
}

/** What a kernel that only copies does: the bandwidth that others are held to. */

const STORAGE = 128;

const wgsl = `
@group(0) @binding(0) var<storage, read> source: array<vec4u>;
@group(0) @binding(1) var<storage, read_write> target_cells: array<vec4u>;

@compute @workgroup_size(256)
fn copy(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let at = id.y * groups.x * 256u + id.x;
  if (at < arrayLength(&source)) {
    target_cells[at] = source[at];
  }
}`;

/** Nanoseconds of each of `reps` copies of `byteLength` bytes, after one that warms up. */
export async function copyTimes(device, timer, byteLength, reps) {
  const buffers = [0, 1].map(() => device.createBuffer({ size: byteLength, usage: STORAGE }));
  const module = device.createShaderModule({ code: wgsl });
  const pipeline = await device.createComputePipelineAsync({
    layout: "auto",
    compute: { module, entryPoint: "copy" },
  });
  const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
  const bindings = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
  const groups = Math.ceil(byteLength / 16 / 256);
  const times = [];
  for (let i = 0; i <= reps; i++) {
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindings);
    pass.dispatchWorkgroups(Math.min(groups, 65535), Math.ceil(groups / 65535));
    pass.end();
    device.queue.submit([encoder.finish()]);
    const { ns } = await timer.take();
    if (i > 0) times.push(ns.get("copy"));
  }
  for (const buffer of buffers) buffer.destroy();
  return times;
}

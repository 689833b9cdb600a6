import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isGpuNumber, parseExpression } from "../../src/expression/expression.ts";
import { draws, seed, seededRandom } from "../helpers/random.ts";

/** What expressions read here: two bands and two parameters. */
const names = ["x", "y", "p.a", "p.b"];
const parameters = { "p.a": 3, "p.b": -0.5 };

let device: GPUDevice;

beforeAll(async () => {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error("no WebGPU adapter");
  device = await adapter.requestDevice();
});
afterAll(() => device.destroy());

/** The numbers of f32 expressions of WGSL for each pair of cells; rejects with the compiler's words. */
async function onGpu(texts: readonly string[], x: Float32Array, y: Float32Array): Promise<Float32Array[]> {
  const cells = texts.map((text, i) => `fn cell_${i}(x: f32, y: f32) -> f32 { return ${text}; }`);
  const stores = texts.map((_, i) => `out[${i}u * arrayLength(&xs) + i] = cell_${i}(x, y);`);
  const code = `
    struct Parameters { a: f32, b: f32 }
    @group(0) @binding(0) var<uniform> p: Parameters;
    @group(0) @binding(1) var<storage> xs: array<f32>;
    @group(0) @binding(2) var<storage> ys: array<f32>;
    @group(0) @binding(3) var<storage, read_write> out: array<f32>;
    ${cells.join("\n")}
    @compute @workgroup_size(64)
    fn main(@builtin(global_invocation_id) id: vec3u) {
      let i = id.x;
      if (i >= arrayLength(&xs)) { return; }
      let x = xs[i];
      let y = ys[i];
      _ = p.a; // a binding that is not read would be left out
      ${stores.join("\n")}
    }`;
  const module = device.createShaderModule({ code });
  const { messages } = await module.getCompilationInfo();
  for (const { type, lineNum, message } of messages) {
    if (type === "error") throw new Error(`${message}: ${code.split("\n")[lineNum - 1].slice(0, 1000)}`);
  }
  const pipeline = await device.createComputePipelineAsync({ layout: "auto", compute: { module } });
  const { UNIFORM, STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const filled = (usage: number, data: Float32Array) => {
    const buffer = device.createBuffer({ size: data.byteLength, usage: usage | COPY_DST });
    device.queue.writeBuffer(buffer, 0, new Float32Array(data));
    return buffer;
  };
  const size = texts.length * x.byteLength;
  const out = device.createBuffer({ size, usage: STORAGE | COPY_SRC });
  const readback = device.createBuffer({ size, usage: MAP_READ | COPY_DST });
  const p = filled(UNIFORM, Float32Array.of(parameters["p.a"], parameters["p.b"]));
  const buffers = [p, filled(STORAGE, x), filled(STORAGE, y), out];
  const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
  const group = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group);
  pass.dispatchWorkgroups(Math.ceil(x.length / 64));
  pass.end();
  encoder.copyBufferToBuffer(out, 0, readback, 0, size);
  device.queue.submit([encoder.finish()]);
  await readback.mapAsync(GPUMapMode.READ);
  const all = new Float32Array(readback.getMappedRange().slice(0));
  for (const buffer of [...buffers, readback]) buffer.destroy();
  return texts.map((_, i) => all.subarray(i * x.length, (i + 1) * x.length));
}

function onCpu(text: string, x: Float32Array, y: Float32Array): Float64Array {
  const { names: used, toJs } = parseExpression(text, names);
  const inputs = { x, y, ...parameters };
  const out = new Float64Array(x.length);
  toJs()(used.map((name) => inputs[name as keyof typeof inputs]), out); // biome-ignore format: one call
  return out;
}

/** Cells that meet each other in all pairs: the ends of f32, ties of rounding, and some of any size. */
function pairs(numbers: readonly number[]) {
  const x = Float32Array.from(numbers.flatMap((a) => numbers.map(() => a)));
  const y = Float32Array.from(numbers.flatMap(() => numbers));
  return { x, y };
}

const biggest = (2 - 2 ** -23) * 2 ** 127;
const special = [0, 1, 0.5, 1.5, 2.5, 3, 1e-3, 2 ** -126, 2 ** 23 + 1, 2 ** 24, 2 ** 31, 3e38, biggest];
const random = seededRandom(seed);
const anySize = Array.from({ length: 20 }, () => Math.fround((random() - 0.5) * 2 ** Math.floor(random() * 60 - 30)));
const gpuNumbers = [...special, ...special.map((value) => -value), ...anySize];

/** Where the two differ: rows of expression, cells, and both results. The sign of a zero is none. */
function differences(texts: readonly string[], gpu: readonly Float32Array[], x: Float32Array, y: Float32Array) {
  return texts.flatMap((text, i) => {
    const cpu = onCpu(text, x, y);
    const wrong = cpu.findIndex((value, cell) => value !== gpu[i][cell]);
    return wrong < 0 ? [] : [[text, x[wrong], y[wrong], cpu[wrong], gpu[i][wrong]]];
  });
}

const { number: anyNumber } = fc.letrec<{ number: string; boolean: string }>((tie) => {
  const number = tie("number");
  const boolean = tie("boolean");
  const leaf = fc.constantFrom("x", "y", "p.a", "p.b", "0.0", "1.0", "2.5f", "0x10", ".5", "1e3", "300.0");
  const unary = fc.constantFrom("-", "abs", "floor", "ceil", "round", "trunc", "sign");
  const comparison = fc.constantFrom("<", "<=", ">", ">=", "==", "!=");
  return {
    number: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.tuple(unary, number).map(([name, a]) => `${name}(${a})`),
      fc.tuple(fc.constantFrom("min", "max"), number, number).map(([name, a, b]) => `${name}(${a}, ${b})`),
      fc.tuple(number, number, number).map(([a, b, c]) => `clamp(${a}, min(${b}, ${c}), max(${b}, ${c}))`),
      fc.tuple(number, number, boolean).map(([a, b, c]) => `select(${a}, ${b}, ${c})`),
    ),
    boolean: fc.oneof(
      { maxDepth: 3 },
      fc.tuple(number, comparison, number).map(([a, sign, b]) => `${a} ${sign} ${b}`),
      fc.constantFrom("x < y", "true", "false"),
      boolean.map((a) => `!(${a})`),
      fc
        .tuple(fc.constantFrom(" && ", " || "), fc.array(boolean, { minLength: 2, maxLength: 4 }))
        .map(([sign, all]) => `(${all.map((a) => (/&&|\|\|/.test(a) ? `(${a})` : a)).join(sign)})`),
    ),
  };
});

it("what is exact on a GPU is the same there, on all f32 that are zero or normal", async () => {
  const texts = fc.sample(anyNumber, { numRuns: draws(60), seed });
  expect(texts.filter((text) => !parseExpression(text, names).exactOnGpu)).toEqual([]);
  const { x, y } = pairs(gpuNumbers);
  expect([...x].every(isGpuNumber)).toBe(true);
  const compiled = texts.map((text) => parseExpression(text, names).toWgsl());
  expect(differences(texts, await onGpu(compiled, x, y), x, y)).toEqual([]);
  // Our reading of the text is the reading of WGSL.
  expect(differences(texts, await onGpu(texts, x, y), x, y)).toEqual([]);
});

const anyArithmetic = fc
  .array(
    fc.tuple(fc.constantFrom(" + ", " - ", " * ", " - -", " + -", " * -"), fc.constantFrom("x", "y", "p.a", "2.0")),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((terms) => `x${terms.map(([sign, name]) => sign + name).join("")}`);

it("operators go first as WGSL has it: whole numbers, where nothing rounds", async () => {
  const texts = fc.sample(anyArithmetic, { numRuns: draws(60), seed });
  const { x, y } = pairs([-3, -2, -1, 0, 1, 2, 3, 4]);
  const compiled = texts.map((text) => parseExpression(text, names).toWgsl());
  expect(differences(texts, await onGpu(compiled, x, y), x, y)).toEqual([]);
  expect(differences(texts, await onGpu(texts, x, y), x, y)).toEqual([]);
});

it("a subnormal number is itself or zero on a GPU, which is why it belongs to the CPU", async () => {
  const texts = ["x", "-x", "abs(x)", "max(x, 0)", "select(0, 1, x > 0)", "ceil(x)", "select(1, 2, x == 0)"];
  const x = Float32Array.of(2 ** -149, -(2 ** -149), 2 ** -127, 0, 1);
  const compiled = texts.map((text) => parseExpression(text, names).toWgsl());
  const gpu = await onGpu(compiled, x, x);
  const flushed = x.map((value) => (isGpuNumber(value) ? value : 0));
  texts.forEach((text, i) => {
    const [kept, lost] = [onCpu(text, x, x), onCpu(text, flushed, flushed)];
    gpu[i].forEach((value, cell) => {
      expect([kept[cell] + 0, lost[cell] + 0], `${text} of ${x[cell]}`).toContain(value + 0);
    });
  });
});

it("what rounds is within what WGSL allows of the CPU's f64", async () => {
  const { x, y } = pairs([1, 0.1, 0.3, 2.5, 7, 100, 1000.5, 12345.678].map(Math.fround));
  // ulps: of + - * 1, of / 2.5, of sqrt 2 + 2.5; of exp 3 + 2|x|.
  const bounds: [string, number][] = [
    ["x + y", 1], ["x * y", 1], ["x / y", 2.5], ["x / (x + y)", 3.5], ["sqrt(x)", 4.5], ["exp2(p.b)", 4],
    ["exp(x / 1000)", 3 + 2 * 13 + 13 * 2.5],
  ]; // biome-ignore format: pairs
  const texts = bounds.map(([text]) => text);
  const gpu = await onGpu(texts.map((text) => parseExpression(text, names).toWgsl()), x, y); // biome-ignore format: one call
  bounds.forEach(([text, bound], i) => {
    const cpu = onCpu(text, x, y);
    const ulps = cpu.map((value, cell) => Math.abs(value - gpu[i][cell]) / 2 ** (Math.floor(Math.log2(value)) - 23));
    expect(Math.max(...ulps), text).toBeLessThanOrEqual(bound);
  });
});

it("compilers of WGSL take the deepest and the longest", async () => {
  const nested = (open: string, times: number, close = ")") => `${open.repeat(times)}x${close.repeat(times)}`;
  const texts = [
    nested("(", 100),
    nested("abs(", 100),
    nested("1 + (", 100),
    nested("- ", 50, ""),
    nested("1 + 1 * - (", 25),
    nested("select(0, 1, 1 < 2 * - ", 20),
    `select(0, 1, x < y${" && x < y".repeat(240)})`,
    `x${" + x".repeat(499)}`,
    `x${" * y".repeat(499)}`,
  ];
  const compiled = texts.map((text) => parseExpression(text, names).toWgsl());
  const gpu = await onGpu(compiled, Float32Array.of(1), Float32Array.of(1));
  const cpu = texts.map((text) => onCpu(text, Float32Array.of(1), Float32Array.of(1))[0]);
  expect(gpu.map(([value]) => value)).toEqual(cpu);
});

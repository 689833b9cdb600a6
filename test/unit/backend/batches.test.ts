import { beforeEach, expect, it } from "vitest";
import { type BatchDevice, Batches } from "../../../src/backend/webgpu/batches.ts";
import { BufferPool } from "../../../src/backend/webgpu/memory.ts";

/** Submissions that wait for `finish`, and what was recorded in each. */
let submissions: { readonly recorded: string[]; readonly finish: (error?: Error) => void }[];
let destroyed: number;
let reads: number[];
let batches: Batches;

const encoder = {} as GPUCommandEncoder;

beforeEach(() => {
  submissions = [];
  destroyed = 0;
  reads = [];
  const createBuffer = ({ size, usage }: GPUBufferDescriptor) => ({ size, usage, destroy: () => destroyed++ });
  const device: BatchDevice = {
    buffers: new BufferPool({ createBuffer } as unknown as GPUDevice, 2 ** 20),
    mostBytes: 4096,
    submit(record) {
      const recorded: string[] = [];
      recording = recorded;
      const result = record(encoder);
      const checked = new Promise<void>((resolve, reject) => {
        submissions.push({ recorded, finish: (error) => (error ? reject(error) : resolve()) });
      });
      return [result, checked];
    },
    async read(_, words) {
      reads.push(words);
      return Uint32Array.from({ length: words }, (_, i) => i);
    },
  };
  batches = new Batches(device);
});

let recording: string[] = [];
/** A part of so many bytes; comes with its words. */
const part = (name: string, bytes = 4) =>
  batches.run(bytes, (_, __, offset) => {
    recording.push(`${name} at ${offset}`);
    return [];
  });
const turn = () => new Promise((resolve) => setTimeout(resolve));

it("what is asked for together goes together, with one readback, and each gets its own words", async () => {
  const all = [part("a"), part("b", 8), part("c", 260)];
  await turn();
  expect(submissions.map(({ recorded }) => recorded)).toEqual([["a at 0", "b at 256", "c at 512"]]);
  submissions[0].finish();
  const words = await Promise.all(all);
  expect(words.map(({ length }) => length)).toEqual([1, 2, 65]);
  expect(words.map(([first]) => first)).toEqual([0, 256 / 4, 512 / 4]);
  expect(reads).toEqual([(256 + 256 + 512) / 4]);
});

it("many go by halves, so that one can be worked on while the next lies ready", async () => {
  const all = Array.from({ length: 9 }, (_, i) => part(String(i)));
  await turn();
  expect(submissions.map(({ recorded }) => recorded.length)).toEqual([5, 4]);
  for (const { finish } of submissions) finish();
  await Promise.all(all);
});

it("a batch ends where no buffer has room for more, but a part that is larger goes alone", async () => {
  const all = [part("a", 3000), part("b", 3000), part("c", 5000), part("d")];
  await turn();
  expect(submissions.map(({ recorded }) => recorded)).toEqual([["a at 0"], ["b at 0"]]);
  for (const { finish } of submissions) finish();
  await turn();
  for (const { finish } of submissions) finish();
  await Promise.all(all);
  expect(submissions.map(({ recorded }) => recorded).slice(2)).toEqual([["c at 0"], ["d at 0"]]);
});

it("no more than two are in flight; what comes meanwhile goes with the next", async () => {
  const first = part("a");
  await turn();
  const second = part("b");
  await turn();
  const others = [part("c"), part("d")];
  await turn();
  expect(submissions.map(({ recorded }) => recorded)).toEqual([["a at 0"], ["b at 0"]]);
  submissions[1].finish();
  expect([...(await second)]).toEqual([0]);
  await turn();
  expect(submissions[2].recorded).toEqual(["c at 0", "d at 256"]);
  submissions[0].finish();
  submissions[2].finish();
  expect([...(await first), ...(await others[0]), ...(await others[1])]).toEqual([0, 0, 64]);
  expect(reads).toEqual([64, 64, 128]);
});

it("all parts of a batch fail with it, its buffers go, and the next ones are done", async () => {
  const settled = Promise.allSettled([part("a"), part("b")]);
  await turn();
  submissions[0].finish(new Error("no"));
  expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(destroyed).toBe(1); // the readback
  const after = part("c");
  await turn();
  submissions[1].finish();
  await after;
});

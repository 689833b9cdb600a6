import { afterEach, describe, expect, it } from "vitest";
import { createJob } from "../../../src/ops/create-job.ts";
import type { Estimate, Progress } from "../../../src/ops/job.ts";

const unhandled: unknown[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(unhandled).toEqual([]);
});

const tick = () => new Promise((resolve) => setTimeout(resolve, 1));
const estimate: Estimate = { zones: 1, chunks: 3, requests: null, bytes: null, decodedBytes: 3, cells: 3 };

/** A job of three steps that counts how often it ran, and fails after the second where told to. */
function threeSteps(failure?: Error) {
  const counts = { runs: 0, estimates: 0 };
  const job = createJob<string>({
    warnings: ["careful"],
    estimate: async () => {
      counts.estimates++;
      return estimate;
    },
    run: async (report) => {
      counts.runs++;
      for (let done = 0; done <= 3; done++) {
        if (failure && done === 2) throw failure;
        report({ done, total: 3 });
        await tick();
      }
      return "result";
    },
  });
  return { job, counts };
}

async function collect(job: AsyncIterable<Progress>, body: () => Promise<unknown> = async () => {}) {
  const seen: number[] = [];
  for await (const { done } of job) {
    seen.push(done);
    await body();
  }
  return seen;
}

describe("a job", () => {
  it("does not run before it is asked, and estimating does not run it", async () => {
    const { job, counts } = threeSteps();
    await tick();
    expect(await job.estimate()).toBe(estimate);
    expect(counts).toEqual({ runs: 0, estimates: 1 });
    expect(job.warnings).toEqual(["careful"]);
  });

  it("runs once, however it is awaited", async () => {
    const { job, counts } = threeSteps();
    const finished = job.finally(() => {});
    expect(await Promise.all([job, job.then((text) => text.length), collect(job), job.catch(() => "?"), finished])).toEqual([
      "result", "result".length, [0, 1, 2, 3], "result", "result",
    ]); // biome-ignore format: one line
    expect([await job, await collect(job)]).toEqual(["result", [3]]);
    expect(counts.runs).toBe(1);
  });

  it("tells progress in order, each once, up to the end, to every loop", async () => {
    const { job } = threeSteps();
    const [fast, slow] = await Promise.all([collect(job), collect(job, () => new Promise((r) => setTimeout(r, 2)))]);
    expect(fast).toEqual([0, 1, 2, 3]);
    expect(slow[slow.length - 1]).toBe(3);
    expect(slow).toEqual([...new Set(slow)].sort());
  });

  it("a loop left early lets the job go on", async () => {
    const { job, counts } = threeSteps();
    for await (const _ of job) break;
    expect(await job).toBe("result");
    expect(counts.runs).toBe(1);
  });
});

describe("a job that fails", () => {
  const failure = new Error("broken");

  it("rejects for await, for loops, for both at once, and later too", async () => {
    const { job, counts } = threeSteps(failure);
    const outcomes = await Promise.allSettled([job, collect(job), job.then(String)]);
    expect(outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason)).toEqual([failure, failure, failure]);
    await expect(collect(job)).rejects.toBe(failure);
    expect(await job.catch((error) => error)).toBe(failure);
    expect(counts.runs).toBe(1);
  });

  it("throws after the progress that there was, with a busy loop body too", async () => {
    const { job } = threeSteps(failure);
    const seen: number[] = [];
    const loop = async () => {
      for await (const { done } of job) {
        seen.push(done);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    await expect(loop()).rejects.toBe(failure);
    expect(seen).toEqual([0, 1]);
  });

  it("is no unhandled rejection where a loop was left early", async () => {
    const { job } = threeSteps(failure);
    for await (const _ of job) break;
    await tick();
  });
});

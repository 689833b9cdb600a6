import { expect, it } from "vitest";
import { BufferPool, ByteBudget } from "../../../src/backend/webgpu/memory.ts";

it("who asks for more than is left waits, first come first served", async () => {
  const budget = new ByteBudget(100);
  const order: string[] = [];
  const give = await budget.reserve(60);
  const reserve = async (name: string, bytes: number) => {
    const release = await budget.reserve(bytes);
    order.push(name);
    return release;
  };
  const large = reserve("large", 90);
  const small = reserve("small", 10);
  await Promise.resolve();
  expect(order).toEqual([]); // 10 would fit, but it came later
  give();
  give(); // twice counts once
  const [releaseLarge] = await Promise.all([large, small]);
  expect(order).toEqual(["large", "small"]);
  releaseLarge();
});

it("more than the limit is let through alone", async () => {
  const budget = new ByteBudget(100);
  const give = await budget.reserve(500);
  const second = budget.reserve(1).then(() => "second");
  expect(await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 5, "still waiting"))])).toBe(
    "still waiting",
  );
  give();
  expect(await second).toBe("second");
});

it("a failure rejects those who wait and those who come", async () => {
  const budget = new ByteBudget(1);
  await budget.reserve(1);
  const waiting = budget.reserve(1);
  budget.fail(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
  await expect(budget.reserve(1)).rejects.toThrow("gone");
});

it("buffers come back to who needs the like, and the oldest go beyond the limit", () => {
  const destroyed: number[] = [];
  const createBuffer = ({ size, usage }: GPUBufferDescriptor) => ({ size, usage, destroy: () => destroyed.push(size) });
  const pool = new BufferPool({ createBuffer } as unknown as GPUDevice, 2048);
  const first = pool.take(1000, 1);
  expect(first.size).toBe(1024); // a multiple of 256
  pool.give(first);
  expect(pool.take(600, 2)).not.toBe(first); // another usage
  expect(pool.take(100, 1)).not.toBe(first); // too large to be spent on so little
  expect(pool.take(600, 1)).toBe(first);
  pool.give(first);
  pool.give(pool.take(2000, 1));
  expect(destroyed).toEqual([1024]);
});

import { describe, expect, it } from "vitest";
import { WgslReflect } from "wgsl_reflect/wgsl_reflect.module.js";
import { kernels } from "../../../src/kernels/kernels.ts";

describe.each(kernels)("structs of $name.wgsl", ({ wgsl, structs }) => {
  const reflected = new WgslReflect(wgsl).structs;

  it.each(structs.map((struct) => [struct.name, struct] as const))("%s is as packed", (name, struct) => {
    const inShader = reflected.find((candidate) => candidate.name === name);
    expect(inShader?.size).toBe(4 * struct.words);
    const offsets = inShader?.members.map((member) => [member.name, member.offset / 4]);
    expect(offsets).toEqual(Object.entries(struct.offsets));
  });
});

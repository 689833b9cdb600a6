import binaryen from "binaryen";
import { describe, expect, it } from "vitest";
import { splitFunctions } from "../scripts/split-functions.mjs";

/** Makes a part large enough to be worth a call. */
const WORK = "(local.set $d (i32.add (local.get $d) (i32.mul (local.get $d) (i32.const 3)))) ".repeat(8);

type Exports = { readonly run: (a: number, b: number) => number };

function load(text: string): { readonly run: Exports["run"]; readonly functions: number } {
  const module = binaryen.parseText(text);
  try {
    module.setFeatures(binaryen.Features.MVP | binaryen.Features.ExceptionHandling);
    expect(module.validate()).toBe(1);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(module.emitBinary())));
    return { run: (instance.exports as unknown as Exports).run, functions: module.getNumFunctions() };
  } finally {
    module.dispose();
  }
}

/** Both, and how many functions there are. */
function splitAndWhole(body: string): {
  readonly whole: Exports["run"];
  readonly split: Exports["run"];
  readonly parts: number;
} {
  const text = `(module (func $helper (param $x i32) (result i32) (i32.add (local.get $x) (i32.const 7)))
    (func $run (param $a i32) (param $b i32) (result i32) (local $c i32) (local $d i32) (local $e i64) (local $f i32) ${body})
    (tag $oddly)
    (func $thrower (param $x i32) (result i32) (if (i32.and (local.get $x) (i32.const 1)) (then (throw $oddly))) (local.get $x))
    (export "run" (func $run)))`;
  const whole = load(text);
  const split = load(splitFunctions(text, 1000, 300));
  return { whole: whole.run, split: split.run, parts: split.functions - whole.functions };
}

/** Ways to leave a part: at its end, to labels outside, by a table, and round an outer loop; locals that it reads, sets, or sets on some ways. */
const bodies = {
  "what follows it, and labels outside": `
    (block $out
      (block $other
        (block $part
          ${WORK}
          (br_if $part (i32.gt_s (local.get $a) (i32.const 5)))
          (local.set $c (i32.mul (local.get $a) (local.get $b)))
          (br_if $other (i32.eq (local.get $b) (i32.const 3)))
          (local.set $d (i32.add (local.get $c) (i32.const 11)))
          (br_if $out (i32.eq (local.get $b) (i32.const 4))))
        (local.set $d (i32.sub (local.get $d) (local.get $c))))
      (local.set $c (i32.add (local.get $c) (i32.const 100))))
    ${WORK}
    (i32.add (local.get $c) (i32.mul (local.get $d) (i32.const 1000)))`,
  "a loop of its own, with 64 bits": `
    (block $sum
      ${WORK}
      (local.set $e (i64.const 1))
      (loop $again
        (local.set $e (i64.mul (i64.add (local.get $e) (i64.extend_i32_s (local.get $b))) (i64.const 31)))
        (br_if $again (i32.lt_s (local.tee $c (i32.add (local.get $c) (i32.const 1))) (local.get $a)))))
    (local.set $d (call $helper (i32.wrap_i64 (local.get $e))))
    ${WORK}
    (i32.xor (local.get $d) (local.get $c))`,
  "a table, and values on some ways only": `
    (local.set $d (local.get $b))
    (block $end
      (block $two
        (block $one
          (block $zero
            (br_table $zero $one $two $end (local.get $a)))
          ${WORK}
          (local.set $d (i32.add (local.get $d) (i32.const 10)))
          (br $end))
        (if (i32.and (local.get $b) (i32.const 1))
          (then (local.set $d (i32.mul (local.get $d) (i32.const 3))))
          (else (local.set $c (i32.const 5)))))
      (local.set $c (i32.add (local.get $c) (local.get $a))))
    ${WORK}
    (i32.add (i32.mul (local.get $c) (i32.const 1000)) (local.get $d))`,
  "exceptions of others, after which locals are read that were set before": `
    (block $out
      (block $part
        ${WORK}
        (local.set $c (i32.mul (local.get $a) (i32.const 7)))
        (br_if $out (i32.eq (local.get $a) (i32.const 2))))
      (try
        (do
          (block $set
            ${WORK}
            (local.set $c (i32.add (local.get $c) (i32.const 1)))
            (local.set $d (call $thrower (local.get $b)))
            (local.set $c (i32.add (local.get $c) (i32.const 1))))
          (block $unset ${WORK.replaceAll("$d", "$f")} (drop (call $thrower (local.get $a)))))
        (catch_all (local.set $d (i32.add (local.get $c) (i32.const 1000))))))
    ${WORK}
    (i32.add (local.get $c) (local.get $d))`,
};

describe("functions that are cut up", () => {
  for (const [name, body] of Object.entries(bodies)) {
    it(`answer alike: ${name}`, () => {
      const { whole, split, parts } = splitAndWhole(body);
      expect(parts).toBeGreaterThan(0);
      for (let a = -2; a < 9; a++)
        for (let b = -2; b < 9; b++) expect([a, b, split(a, b)]).toEqual([a, b, whole(a, b)]);
    });
  }

  it("answer alike where the part goes round a loop in which others are called", () => {
    const turn = `(loop $turn
      (block $part
        ${WORK}
        (local.set $d (i32.add (local.get $d) (i32.mul (local.get $a) (local.get $c))))
        (br_if $part (i32.and (local.get $d) (i32.const 1)))
        (local.set $d (i32.xor (local.get $d) (local.get $b)))
        (br_if $turn (i32.lt_s (local.tee $c (i32.add (local.get $c) (i32.const 1))) (i32.const 9))))
      (local.set $c (i32.add (local.get $c) (i32.add (i32.const 1) (call $run (i32.const 1) (i32.const 100)))))
      (br_if $turn (i32.lt_s (local.get $c) (i32.const 20))))`;
    const { whole, split, parts } = splitAndWhole(
      `(if (i32.lt_s (local.get $b) (i32.const 50)) (then ${turn})) ${WORK} (i32.add (local.get $c) (local.get $d))`,
    );
    expect(parts).toBeGreaterThan(0);
    for (let a = -2; a < 9; a++) for (let b = -2; b < 9; b++) expect([a, b, split(a, b)]).toEqual([a, b, whole(a, b)]);
  });

  it("stay whole within inner loops, and where they return from inside", () => {
    const work = "(local.set $c (i32.add (local.get $c) (i32.mul (local.get $a) (local.get $b))))".repeat(8);
    const loop = `(loop $turn (block $part ${work} (br_if $part (local.get $c))) (br_if $turn (i32.lt_u (local.get $c) (i32.const 9))) ${work})`;
    expect(splitAndWhole(`(drop (i32.const 0)) ${loop} (local.get $c)`).parts).toBeLessThanOrEqual(1);
    expect(
      splitAndWhole(`(block $part ${work} (if (local.get $a) (then (return (local.get $b))))) (local.get $c)`).parts,
    ).toBe(0);
  });
});

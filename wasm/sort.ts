import { get, set } from "./rings";

/** Sorts `count` numbers of 32 bits in place, ascending: by insertion where they are few, else by Shell's steps first. */
export function sort(at: usize, count: i32): void {
  let step = 1;
  while (count > 32 && step < count / 9) step = 3 * step + 1;
  for (; step > 0; step /= 3) {
    for (let i = step; i < count; i++) {
      const value = get(at, i);
      let j = i - step;
      for (; j >= 0 && get(at, j) > value; j -= step) set(at, j + step, get(at, j));
      set(at, j + step, value);
    }
  }
}

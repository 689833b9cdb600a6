/** Most lists here have a handful of members, for which the engine's own sort costs more than it saves. */
const SHORT = 32;

/** The first `count` values, ascending, in place. */
export function sortNumbers(values: Float64Array, count: number): void {
  if (count > SHORT) {
    values.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = values[i];
    let j = i - 1;
    for (; j >= 0 && values[j] > value; j--) values[j + 1] = values[j];
    values[j + 1] = value;
  }
}

/** The first `count` indices by ascending key, in place; equal ones stay in order. */
export function sortIndices(indices: Int32Array, count: number, keys: Int32Array | Float64Array): void {
  if (count > SHORT) {
    indices.subarray(0, count).sort((a, b) => keys[a] - keys[b]);
    return;
  }
  for (let i = 1; i < count; i++) {
    const index = indices[i];
    const key = keys[index];
    let j = i - 1;
    for (; j >= 0 && keys[indices[j]] > key; j--) indices[j + 1] = indices[j];
    indices[j + 1] = index;
  }
}

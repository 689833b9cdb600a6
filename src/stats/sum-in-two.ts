/** A sum for as long as two doubles hold it, which Knuth's TwoSum tells: unevaluated, high + low. */
export class SumInTwo {
  high = 0;
  low = 0;

  /** Adds values[from … to), up to one with which two doubles would not do; returns where that is, else `to`. */
  add(values: ArrayLike<number>, from: number, to: number): number {
    let { high, low } = this;
    let at = from;
    for (; at < to; at++) {
      const value = values[at];
      const sum = high + value;
      const added = sum - high;
      const rest = high - (sum - added) + (value - added);
      const lowSum = low + rest;
      const lowAdded = lowSum - low;
      if (low - (lowSum - lowAdded) + (rest - lowAdded) !== 0) break;
      high = sum;
      low = lowSum;
    }
    this.high = high;
    this.low = low;
    return at;
  }
}

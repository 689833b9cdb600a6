/** a·b − product, exactly, where product = fl(a·b): Dekker's TwoProduct (1971). |a|, |b| < 2^990, no underflow. */
export function productError(a: number, b: number, product: number): number {
  const scaledA = 134217729 * a; // 2^27 + 1 cuts 53 bits into 26 and 26
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = 134217729 * b;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

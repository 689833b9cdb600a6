/** a·b − product, exactly, where product = fl(a·b): Dekker's TwoProduct (1971). */
@inline
export function productError(a: f64, b: f64, product: f64): f64 {
  const scaledA = 134217729.0 * a; // 2^27 + 1 cuts 53 bits into 26 and 26
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = 134217729.0 * b;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

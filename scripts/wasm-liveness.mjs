/** Among labels, what is live where an exception is caught, which may be thrown anywhere. */
export const THROWN = "thrown";

/**
 * Which locals are read later, at the blocks, loops and ifs of a function of WebAssembly.
 * @param body S-expressions, as lists
 * @param bits of each local one, as a bigint: sets of locals are their sums
 * @returns of each of those nodes the locals that are live `before` and `after` it, and its `labels`: what is `live` where one of
 * them is gone to, and whether it `hasValue`; one of them is `THROWN`
 * @throws for a `try_table`
 */
export function livenessOf(body, bits) {
  const around = new Map();
  /** What is live before some nodes, of what is after them. */
  const beforeAll = (nodes, after, labels) => nodes.reduceRight((live, node) => before(node, live, labels), after);
  const before = (node, after, labels) => beforeNode(node, after, labels) | labels.get(THROWN).live;
  const beforeNode = (node, after, labels) => {
    if (typeof node === "string") return after;
    const [name, first, ...rest] = node;
    switch (name) {
      case "local.get":
        return after | bits.get(first);
      case "local.set":
      case "local.tee":
        return beforeAll(rest, after & ~bits.get(first), labels);
      case "br":
        return beforeAll(rest, labels.get(first).live, labels);
      case "br_if":
        return beforeAll(rest, after | labels.get(first).live, labels);
      case "br_table": {
        const targets = [first, ...rest].filter((item) => typeof item === "string");
        const live = targets.reduce((all, label) => all | labels.get(label).live, 0n);
        return beforeAll([first, ...rest], live, labels);
      }
      case "return":
      case "unreachable":
        return beforeAll([first, ...rest].filter(Boolean), 0n, labels);
      case "try":
        return beforeTry(node, after, labels);
      case "try_table":
        throw new Error("functions with try_table are not known to be cut up");
      case "block":
      case "loop":
      case "if": {
        const live = beforeControl(node, after, labels);
        around.set(node, { before: live, after, labels });
        return live;
      }
      default:
        return beforeAll(node.slice(1), after, labels);
    }
  };
  const beforeControl = (node, after, labels) => {
    const [name, label] = node;
    if (name === "if") return beforeIf(node, after, labels);
    const rest = node.slice(1);
    const hasValue = node.some(([what]) => what === "result");
    if (name === "block") return beforeAll(rest, after, new Map(labels).set(label, { live: after, hasValue }));
    for (let live = 0n; ; ) {
      const more = live | beforeAll(rest, after, new Map(labels).set(label, { live, hasValue: false }));
      if (more === live) return live;
      live = more;
    }
  };
  const beforeIf = (node, after, labels) => {
    const branches = ["then", "else"].map((name) => node.find(([what]) => what === name));
    const inside = branches.map((branch) => (branch ? beforeAll(branch.slice(1), after, labels) : after));
    const condition = node.slice(1).filter(([what]) => !["then", "else", "result"].includes(what));
    return beforeAll(condition, inside[0] | inside[1], labels);
  };
  const beforeTry = (node, after, labels) => {
    const body = node.find(([what]) => what === "do");
    const catches = node.filter(([what]) => what === "catch" || what === "catch_all");
    const caught = catches.reduce((all, [, ...nodes]) => all | beforeAll(nodes, after, labels), 0n);
    const live = caught | labels.get(THROWN).live;
    return beforeAll(body.slice(1), after, new Map(labels).set(THROWN, { live, hasValue: false }));
  };
  beforeAll(body, 0n, new Map().set(THROWN, { live: 0n, hasValue: false }));
  return around;
}

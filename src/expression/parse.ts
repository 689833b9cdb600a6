import { nearestName } from "../stats/nearest-name.ts";
import { expressionFault, quoted } from "./fault.ts";
import { call, literal, mostNesting, type Node, tooDeep } from "./node.ts";
import { functions, type Operation, operators, prefixes } from "./operations.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Reads the grammar of expression.ts from the top down, one method a rule. */
export class Parser {
  /** The names that were read, in order of first use. */
  readonly used: string[] = [];
  readonly #text: string;
  readonly #known: readonly string[];
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string, known: readonly string[]) {
    this.#text = text;
    this.#known = known;
    this.#tokens = tokensOf(text);
  }

  whole(): Node {
    const node = this.#binary(1);
    const end = this.#take();
    if (end.kind !== "end") throw this.#fault(end, `found ${quoted(end.text)}, expected an operator or the end`);
    return node;
  }

  /** Operands that bind tighter than `power`, and operators of that power between them. */
  #binary(power: number): Node {
    if (power > 4) return this.#unary();
    let left = this.#binary(power + 1);
    let before: Operation | null = null;
    for (;;) {
      const sign = this.#peek();
      const operation = operators.get(sign.text);
      if (!operation || operation.power !== power) return left;
      if (before) this.#checkChain(before, operation, sign);
      this.#take();
      left = call(this.#text, operation, [left, this.#binary(power + 1)], left.at, sign.at);
      before = operation;
    }
  }

  /** Where WGSL does not say which operator goes first, neither do we. */
  #checkChain(before: Operation, operation: Operation, sign: Token): void {
    if (operation.power === 2) {
      const what = `found "${sign.text}" after a comparison: write a < b && b < c, or parentheses`;
      throw this.#fault(sign, what);
    }
    if (operation.power === 1 && before !== operation) {
      throw this.#fault(sign, `found "${sign.text}" after "${before.name}": say by parentheses which goes first`);
    }
  }

  #unary(): Node {
    const sign = this.#peek();
    const operation = prefixes.get(sign.text);
    if (!operation) return this.#primary();
    this.#take();
    return call(this.#text, operation, [this.#within(sign, () => this.#unary())], sign.at);
  }

  #primary(): Node {
    const token = this.#take();
    const { text, at } = token;
    if (token.kind === "number") return literal(this.#text, numberOf(text), "number", at, { received: text, at });
    if (text === "true" || text === "false") return { kind: "literal", type: "boolean", value: +(text === "true"), at };
    if (token.kind === "name") return this.#peek().text === "(" ? this.#function(token) : this.#input(token);
    if (text !== "(") throw this.#fault(token, `found ${quoted(text)}, expected a number, a name or "("`);
    const inside = this.#within(token, () => this.#binary(1));
    this.#close(token, 'an operator or ")"');
    return inside;
  }

  #function(name: Token): Node {
    const operation = functions.get(name.text);
    if (!operation) throw this.#unknown(name, "function", [...functions.keys()]);
    const open = this.#take();
    const operands: Node[] = [];
    while (this.#peek().text !== ")") {
      operands.push(this.#within(open, () => this.#binary(1)));
      if (this.#peek().text !== ",") break;
      this.#take();
    }
    this.#close(open, 'an operator, "," or ")"');
    const wanted = operation.takes.length;
    if (operands.length !== wanted) {
      const what = `${name.text} takes ${wanted} ${wanted === 1 ? "value" : "values"}, and here are ${operands.length}`;
      throw this.#fault(name, what);
    }
    return call(this.#text, operation, operands, name.at);
  }

  #input(name: Token): Node {
    if (!this.#known.includes(name.text)) throw this.#unknown(name, "name", this.#known);
    if (!this.used.includes(name.text)) this.used.push(name.text);
    return { kind: "input", type: "number", index: this.used.indexOf(name.text), at: name.at };
  }

  #unknown(token: Token, kind: string, known: readonly string[]) {
    const nearest = nearestName(token.text.slice(0, 40), known);
    const hint = nearest === null ? "" : ` Did you mean "${nearest}"?`;
    const some = known.length > 40 ? `${known.slice(0, 40).join(", ")}, …` : known.join(", ");
    return this.#fault(token, `there is no ${kind} ${quoted(token.text)}.${hint} Known: ${some}`);
  }

  #within<Result>(token: Token, read: () => Result): Result {
    if (++this.#depth > mostNesting) throw tooDeep(this.#text, token.at, token.text);
    const result = read();
    this.#depth--;
    return result;
  }

  #close(open: Token, expected: string): void {
    const token = this.#take();
    if (token.text === ")") return;
    const what = `found ${quoted(token.text)}, expected ${expected} for the "(" of column ${open.at + 1}`;
    throw this.#fault(token, what);
  }

  #peek(): Token {
    return this.#tokens[this.#next];
  }

  #take(): Token {
    return this.#tokens[this.#next++];
  }

  #fault(token: Token, what: string) {
    return expressionFault(this.#text, token.at, token.text, what);
  }
}

/** `0.1f` is the f32 that is nearest to 0.1; without the `f` it is 0.1 to the precision of f64. */
function numberOf(text: string): number {
  const suffixed = text.endsWith("f") && !/^0x/i.test(text);
  return suffixed ? Math.fround(Number(text.slice(0, -1))) : Number(text);
}

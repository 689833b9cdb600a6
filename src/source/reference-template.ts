import { invalid } from "./zarr-fields.ts";

/** Names that a template may use: text, a number, or another template that is called with names of its own. */
export type TemplateNames = ReadonlyMap<string, string | number>;

/** A template within templates within …: deeper ones are circles. */
const MOST_DEPTH = 8;

/**
 * `{{…}}` in a text, as kerchunk's references of version 1 have it: a name, a call of a template such as `f(c='text')`, or
 * whole numbers with + - * // % and parentheses. https://fsspec.github.io/kerchunk/spec.html
 * @throws `invalid-metadata`
 */
export function render(text: string, names: TemplateNames, path: string, depth = 0): string {
  if (!text.includes("{{")) return text;
  if (depth > MOST_DEPTH) throw invalid(path, "its templates are circles");
  return text.replace(/\{\{(.*?)\}\}/gs, (_, inside: string) => {
    const call = /^\s*(\w+)\s*\((.*)\)\s*$/s.exec(inside);
    const called = call && names.get(call[1]);
    if (call && typeof called === "string") return render(called, argumentsOf(call[2], names, path), path, depth + 1);
    const named = names.get(inside.trim());
    if (named !== undefined) return render(String(named), names, path, depth + 1);
    return String(numberOf(inside, names, path));
  });
}

/** `a='text', b=i + 1`, beside the names there are. */
function argumentsOf(text: string, names: TemplateNames, path: string): TemplateNames {
  const found = new Map(names);
  for (const [, name, , quoted, plain] of text.matchAll(/(\w+)\s*=\s*(?:(['"])(.*?)\2|([^,]+))/g)) {
    found.set(name, quoted ?? names.get(plain.trim()) ?? numberOf(plain, names, path));
  }
  return found;
}

/** A whole number, or what is computed from some. */
export function numberOf(text: string, names: TemplateNames, path: string): number {
  const tokens = text.match(/\d+|\w+|\/\/|[-+*%()]|\S/g) ?? [];
  let at = 0;
  let depth = 0;
  const fail = () => invalid(path, `the template ${JSON.stringify(text.slice(0, 200))} is not understood`);
  const primary = (): number => {
    const token = tokens[at++];
    if (token === undefined || ++depth > 1000) throw fail();
    if (/^\d/.test(token)) return Number(token);
    if (token === "-") return -primary();
    if (token !== "(") {
      const value = names.get(token);
      if (value === undefined || !Number.isFinite(Number(value))) throw fail();
      return Number(value);
    }
    const value = sum();
    if (tokens[at++] !== ")") throw fail();
    return value;
  };
  const product = (): number => {
    let value = primary();
    while (/^(\*|\/\/|%)$/.test(tokens[at] ?? "")) {
      const sign = tokens[at++];
      const other = primary();
      if (sign === "*") value *= other;
      else value = sign === "//" ? Math.floor(value / other) : value - other * Math.floor(value / other);
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (/^[-+]$/.test(tokens[at] ?? "")) value += tokens[at++] === "+" ? product() : -product();
    return value;
  };
  const value = sum();
  if (at < tokens.length || !Number.isFinite(value)) throw fail();
  return value;
}

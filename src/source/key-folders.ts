/** Names of the folders directly below a folder, of a list of files; "" is the root. */
export function namesBelow(keys: Iterable<string>, folder: string): string[] {
  const prefix = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  const names = new Set<string>();
  for (const key of keys) {
    const end = key.startsWith(prefix) ? key.indexOf("/", prefix.length) : -1;
    if (end > prefix.length) names.add(key.slice(prefix.length, end));
  }
  return [...names].sort();
}

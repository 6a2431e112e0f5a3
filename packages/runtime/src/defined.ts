/** An object without its fields that are `undefined`: such options count as left out. */
export function defined<T extends object>(object: T): { [K in keyof T]?: T[K] & ({} | null) } {
  const found: { [K in keyof T]?: T[K] & ({} | null) } = {};
  for (const name in object) {
    const value = object[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}

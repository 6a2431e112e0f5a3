/** The object with `changes` made; the same object when they change nothing. */
export function change<T extends object>(object: T, changes: Partial<T>): T {
  return Object.entries(changes).every(([key, value]) => Reflect.get(object, key) === value)
    ? object
    : { ...object, ...changes };
}

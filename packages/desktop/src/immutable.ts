/** The object with `changes` made; the same object when they change nothing. */
export function change<T extends object>(object: T, changes: Partial<T>): T {
  return Object.entries(changes).every(([key, value]) => Reflect.get(object, key) === value)
    ? object
    : { ...object, ...changes };
}

/** Entities by id. Never changed in place: unchanged means the same object. */
export type ById<V> = Readonly<Record<string, V>>;

interface Versioned {
  readonly version: number;
}

/** The entry of `id`; an id such as "constructor" finds nothing that was not put there. */
export function get<V>(map: ById<V>, id: string): V | undefined {
  return Object.hasOwn(map, id) ? map[id] : undefined;
}

/** The map with `id` set; the same map when it already is. */
export function put<V>(map: ById<V>, id: string, value: V): ById<V> {
  return get(map, id) === value ? map : { ...map, [id]: value };
}

/** The map without `id`; the same map when it is not there. */
export function drop<V>(map: ById<V>, id: string): ById<V> {
  return Object.hasOwn(map, id) ? keep(map, (_, key) => key !== id) : map;
}

/** The entries that pass `test`; the same map when all do. */
export function keep<V>(map: ById<V>, test: (value: V, id: string) => boolean): ById<V> {
  const entries = Object.entries(map);
  const kept = entries.filter(([id, value]) => test(value, id));
  return kept.length === entries.length ? map : Object.fromEntries(kept);
}

/** Whether a version is newer than all known versions and deletions. */
export function isNewer(version: number, ...known: readonly (Versioned | undefined)[]): boolean {
  return known.every((entity) => entity === undefined || version > entity.version);
}

/** The map with those values set that are newer than what it holds. */
export function putNewer<V extends Versioned>(map: ById<V>, values: readonly V[], idOf: (value: V) => string): ById<V> {
  const newer = values.filter((value) => isNewer(value.version, get(map, idOf(value))));
  if (newer.length === 0) return map;
  const next: Record<string, V> = { ...map };
  for (const value of newer) {
    if (isNewer(value.version, get(next, idOf(value)))) next[idOf(value)] = value;
  }
  return next;
}

/**
 * The entities after a snapshot taken at `cursor`: the snapshot's, and known ones
 * with a newer version. Values of the same version stay the same objects.
 */
export function rebase<V extends Versioned>(
  known: ById<V>,
  listed: readonly V[],
  cursor: number,
  idOf: (value: V) => string,
): ById<V> {
  const inSnapshot = new Set(listed.map(idOf));
  const surviving = keep(known, (value, id) => value.version > cursor || inSnapshot.has(id));
  return putNewer(surviving, listed, idOf);
}

import * as v from 'valibot';

// Schemas whose issues say the cure.

export const text = (cure: string) => v.pipe(v.string(cure), v.minLength(1, cure));
export const callable = (cure: string) =>
  v.custom<(...args: never[]) => unknown>((found) => typeof found === 'function', cure);
export const record = <T extends v.GenericSchema>(value: T, cure: string) =>
  v.pipe(
    v.custom<Record<string, unknown>>((found) => isRecord(found) && !(Symbol.iterator in found), cure),
    v.record(v.string(), value, cure),
  );

export function optional<T extends v.GenericSchema>(schema: T) {
  return v.optional(schema);
}

export function isRecord(found: unknown): found is Record<string, unknown> {
  return typeof found === 'object' && found !== null;
}

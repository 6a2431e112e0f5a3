import * as v from 'valibot';

/** A value or option of the adapter is invalid. The message names the place and the cure. */
export class AdapterError extends TypeError {
  override readonly name = 'AdapterError';
}

/**
 * The value, parsed with its schema.
 *
 * @throws {AdapterError} with every invalid field, and `cure`
 */
export function checked<T>(where: string, schema: v.GenericSchema<unknown, T>, value: unknown, cure: string): T {
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  const wrong = read.issues.map((issue) => `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
  throw new AdapterError(`${where}: ${wrong.join('; ')}. ${cure}`);
}

import * as v from 'valibot';

const maxKeyLength = 100;
const maxValueLength = 1000;

/**
 * What the routing product, or a system behind it, knows of the customer's case, by the product's own keys: an order
 * number, a contract. Numbers and points in time stay numbers (milliseconds since the Unix epoch) or ISO 8601 texts;
 * the host's option `caseData` says what is shown and how. Longer texts are cut; values that are neither text, number
 * nor true or false, and keys of more than 100 characters, count as absent.
 */
export const CaseData = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((found) =>
    Object.fromEntries(
      Object.entries(found).flatMap(([key, value]) => {
        const known = readable(value);
        return known === undefined || key.length > maxKeyLength ? [] : [[key, known]];
      }),
    ),
  ),
);
export type CaseData = v.InferOutput<typeof CaseData>;
export type CaseValue = CaseData[string];

function readable(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'string') return value.slice(0, maxValueLength).toWellFormed();
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : undefined;
}

import * as v from 'valibot';
import { CaseField, caseFormats } from '@baton/contracts';
import { optional, text } from './option-schemas';

const cure = 'give fields by place, details or preview: { details: [{ key: "order", label: "Order" }] }';
const format = `give ${caseFormats.join(', ')}, or { currency: "EUR" }`;
const link = 'give an address such as "https://crm.example.com/orders/{value}"; the host must stand in it';

const like = <T extends v.GenericSchema>(schema: T, problem: string) =>
  optional(v.custom<v.InferOutput<T>>((found) => v.is(schema, found), problem));

const Fields = v.array(
  v.pipe(
    v.strictObject(
      {
        key: text(cure),
        label: text(cure),
        format: like(CaseField.entries.format, format),
        words: like(CaseField.entries.words, 'give words by value: { GLD: "Gold" }'),
        link: like(CaseField.entries.link, link),
      },
      cure,
    ),
    v.check((field) => v.is(CaseField, field), 'give keys and labels of at most 100 characters'),
  ),
  cure,
);

const unique = v.check<v.InferOutput<typeof Fields>, string>(
  (fields) => new Set(fields.map(({ key }) => key)).size === fields.length,
  'give each key once',
);

/** What of the case data a host shows; what is wrong is said with its cure. */
export const CaseDataOptions = v.strictObject(
  {
    details: optional(v.pipe(Fields, v.maxLength(100, 'give at most 100 fields'), unique)),
    preview: optional(
      v.pipe(Fields, v.maxLength(6, 'give at most 6 fields: the agent has seconds to read them'), unique),
    ),
  },
  cure,
);

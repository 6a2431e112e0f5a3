import * as v from 'valibot';

/** A valid document, except for one word that no version knows. */
export interface Foreign {
  /** Where the open set is declared: "Snapshot.notices[].kind". */
  place: string;
  document: unknown;
}

/** What a newer backend may say. */
export const foreignWord = 'wordOfTomorrow';

/**
 * For each open set within a schema, a document with one unknown member of it. Derived from the schemas, so that new
 * sets are included without a change here.
 */
export function foreignDocuments(schema: v.GenericSchema, name: string): Foreign[] {
  if (isOpenWord(schema)) return [{ place: name, document: foreignWord }];
  const parts = partsOf(schema);
  switch (parts.kind) {
    case 'object':
      return foreignEntries(parts.entries, name);
    case 'list':
      return foreignDocuments(parts.item, `${name}[]`).map(({ place, document }) => ({ place, document: [document] }));
    case 'wrapped':
      return foreignDocuments(parts.wrapped, name);
    case 'choice':
      return parts.options.flatMap((option) => foreignDocuments(option, name));
    case 'words':
    case 'plain':
      return [];
  }
}

/** A valid document with all optional fields, and one element in each list. */
export function sampleOf(schema: v.GenericSchema): unknown {
  const parts = partsOf(schema);
  switch (parts.kind) {
    case 'object':
      return mapValues(parts.entries, sampleOf);
    case 'list':
      return [sampleOf(parts.item)];
    case 'wrapped':
      return sampleOf(parts.wrapped);
    case 'choice':
      return parts.options.map(sampleOf)[0];
    case 'words':
      return parts.words[0];
    case 'plain': {
      const sample = samples.find((one) => v.is(schema, one));
      if (sample === undefined) throw new Error(`None of the samples is right for ${schema.expects}: add one.`);
      return sample;
    }
  }
}

/** Every closed set within a schema, by its place. */
export function closedSets(schema: v.GenericSchema, name: string): string[] {
  if (isOpenWord(schema)) return [];
  const parts = partsOf(schema);
  switch (parts.kind) {
    case 'object':
      return Object.entries(parts.entries).flatMap(([key, entry]) => closedSets(entry, `${name}.${key}`));
    case 'list':
      return closedSets(parts.item, `${name}[]`);
    case 'wrapped':
      return closedSets(parts.wrapped, name);
    case 'choice': {
      const within = parts.options.flatMap((option) => closedSets(option, name));
      if (parts.key === undefined) return [name, ...within];
      // The discriminator of an open variant is open too.
      const discriminator = `${name}.${parts.key}`;
      const isOpen = foreignDocuments(schema, name).some(({ place }) => place === discriminator);
      return [...(isOpen ? [] : [discriminator]), ...within.filter((place) => place !== discriminator)];
    }
    case 'words':
      return [name];
    case 'plain':
      return [];
  }
}

function foreignEntries(entries: v.ObjectEntries, name: string): Foreign[] {
  const right = mapValues(entries, (entry) => (isForeignOnly(entry) ? foreignWord : sampleOf(entry)));
  return Object.entries(entries).flatMap(([key, entry]) => {
    const place = `${name}.${key}`;
    if (isForeignOnly(entry)) return [{ place, document: right }];
    return foreignDocuments(entry, place).map((foreign) => ({
      ...foreign,
      document: { ...right, [key]: foreign.document },
    }));
  });
}

type Parts =
  | { kind: 'object'; entries: v.ObjectEntries }
  | { kind: 'list'; item: v.GenericSchema }
  | { kind: 'wrapped'; wrapped: v.GenericSchema }
  | { kind: 'choice'; options: readonly v.GenericSchema[]; key?: string | undefined }
  | { kind: 'words'; words: readonly unknown[] }
  | { kind: 'plain' };

const Entries = v.object({ entries: v.record(v.string(), v.custom<v.GenericSchema>(isSchema)) });
const List = v.object({ type: v.literal('array'), item: v.custom<v.GenericSchema>(isSchema) });
const Wrapped = v.object({ wrapped: v.custom<v.GenericSchema>(isSchema) });
const Literal = v.object({ type: v.literal('literal'), literal: v.unknown() });
const Picklist = v.object({ type: v.literal('picklist'), options: v.array(v.unknown()) });
const Choice = v.object({
  type: v.picklist(['variant', 'union']),
  key: v.optional(v.string()),
  options: v.array(v.custom<v.GenericSchema>(isSchema)),
});

function partsOf(schema: v.GenericSchema): Parts {
  if (v.is(Entries, schema)) return { kind: 'object', entries: v.parse(Entries, schema).entries };
  if (v.is(List, schema)) return { kind: 'list', item: v.parse(List, schema).item };
  if (v.is(Wrapped, schema)) return { kind: 'wrapped', wrapped: v.parse(Wrapped, schema).wrapped };
  if (v.is(Choice, schema)) return { kind: 'choice', ...v.parse(Choice, schema) };
  if (v.is(Literal, schema)) return { kind: 'words', words: [v.parse(Literal, schema).literal] };
  if (v.is(Picklist, schema)) return { kind: 'words', words: v.parse(Picklist, schema).options };
  return { kind: 'plain' };
}

function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

/** Whether a schema parses an unknown word as `unknown:…`. */
function takes(schema: v.GenericSchema): boolean {
  const read = v.safeParse(schema, foreignWord);
  return read.success && read.output === `unknown:${foreignWord}`;
}

/** An open set takes its own words, too; the discriminator of a variant's unknown member takes only the others. */
const isOpenWord = (schema: v.GenericSchema) => schema.type === 'union' && takes(schema);
const isForeignOnly = (schema: v.GenericSchema) => schema.type === 'string' && takes(schema);

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

/** One of these is right for everything on the wire that is neither list nor object. All ids are the same. */
const samples: readonly unknown[] = [
  'sample-1',
  '+447700900123',
  '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  1,
  400,
  true,
  false,
  {},
];

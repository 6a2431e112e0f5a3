import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { factSchemas, requestSchemas } from '../schemas';
import { FrameMessage, FrameOptions, ParentMessage } from '.';

const file = join(__dirname, '../../../../docs/iframe-bridge.schema.json');

/** Checks that only name a type; the pattern beside them says the same. */
const ignored = ['guard'];

/** The messages of the bridge as JSON Schema, made of the very schemas that check them. */
function createDocument() {
  const definitions = { FrameOptions, ParentMessage, FrameMessage };
  const config = { target: 'draft-2020-12', typeMode: 'input', ignoreActions: ignored, definitions } as const;
  const within = (schemas: typeof factSchemas | typeof requestSchemas) =>
    Object.fromEntries(
      Object.entries(schemas).map(([topic, schema]) => {
        const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, config);
        return [topic, rest];
      }),
    );
  const { $schema, $defs } = toJsonSchema(ParentMessage, config);
  return {
    $schema,
    title: 'Messages between a page and Baton in its iframe',
    description:
      'Every message is a ParentMessage or a FrameMessage. `facts` has the payload of each fact by topic, `requests` what each request asks.',
    anyOf: [{ $ref: '#/$defs/ParentMessage' }, { $ref: '#/$defs/FrameMessage' }],
    $defs: { ...$defs, facts: { $defs: within(factSchemas) }, requests: { $defs: within(requestSchemas) } },
  };
}

test('docs/iframe-bridge.schema.json says what the schemas say', () => {
  const document = `${JSON.stringify(createDocument(), undefined, 2)}\n`;
  if (process.env['UPDATE'] === '1') writeFileSync(file, document);
  expect(readFileSync(file, 'utf8')).toBe(document);
});

test('every reference leads somewhere', () => {
  const document = createDocument();
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(2);
  expect(Object.keys(document.$defs)).toEqual(expect.arrayContaining(references));
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { JsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { findFiles } from '../../common/files.js';

const packages = join(__dirname, '../../../packages');
const declarations = findFiles(packages, ['contracts/src', 'host-kit/src'], /(?<!\.test)\.ts$/).map((file) =>
  readFileSync(file, 'utf8'),
);

/** A declared interface as a table: its members with their types and what is said of them. */
export function table(file: string, name: string, heading: string): string {
  const source = readFileSync(join(packages, file), 'utf8');
  const [, body] = new RegExp(`^export interface ${name}[^{]*\\{\\n([\\s\\S]*?)^\\}`, 'm').exec(source) ?? [];
  if (body === undefined) throw new Error(`${file} declares no interface ${name}.`);
  const members = [
    ...body.matchAll(
      /(?:^ {2}\/\*\*([\s\S]*?)\*\/\n)?^ {2}(\w+)(\??)(\([\s\S]*?\)|): ([\s\S]*?);\n(?= {2}\S|\n|$(?![\s\S]))/gm,
    ),
  ];
  const rows = members.map(([, comment = '', member = '', optional, parameters, type = '']) => {
    const signature = `${parameters === '' ? '' : `${parameters} => `}${valuesOf(type)}`
      .replaceAll(/\s+/g, ' ')
      // As on one line, wherever the formatter has broken it.
      .replaceAll(/\( | (?=\))/g, (gap) => gap.trim())
      .replaceAll(',)', ')');
    return `| \`${member}${optional}\` | \`${piped(signature)}\` | ${prose(comment) || ofType(type)} |`;
  });
  return [`| ${heading} | type | |`, '| --- | --- | --- |', ...rows].join('\n');
}

/** A schema of objects as a table: its fields with their values and what is said of them, and further columns by heading. */
export function schemaTable(
  file: string,
  name: string,
  schema: GenericSchema,
  heading: string,
  more: Readonly<Record<string, (field: string) => string>> = {},
): string {
  const [, body] =
    new RegExp(`^export const ${name} = v\\.object\\(\\{([\\s\\S]*?)\\}\\);$`, 'm').exec(
      readFileSync(join(packages, file), 'utf8'),
    ) ?? [];
  if (body === undefined) throw new Error(`${file} declares no schema ${name}.`);
  const rows = fieldsOf(toJsonSchema(schema, { ignoreActions: ['guard'] })).map(({ field, optional, values }) => {
    const [, comment = '', type = ''] =
      new RegExp(
        `(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n {2}|^ {1,2}|, )${field}\\b(?:: (\\w+)\\b(?!\\.))?`,
        'm',
      ).exec(body) ?? [];
    return `| \`${field}${optional}\` | \`${piped(values)}\` | ${Object.values(more)
      .map((cell) => `${cell(field)} | `)
      .join('')}${prose(comment) || ofType(type)} |`;
  });
  const headings = [heading, 'type', ...Object.keys(more), ''];
  return [`| ${headings.join(' | ')}|`, `| ${headings.map(() => '---').join(' | ')} |`, ...rows].join('\n');
}

/** What is said of a type, as it stands there. */
export function commentOf(file: string, name: string): string {
  const [, comment] =
    new RegExp(`/\\*\\*\\n((?: \\*.*\\n)+) \\*/\\nexport type ${name} =`).exec(
      readFileSync(join(packages, file), 'utf8'),
    ) ?? [];
  if (comment === undefined) throw new Error(`${file} says nothing of ${name}.`);
  return comment.replaceAll(/^ \* ?/gm, '').trim();
}

interface Field {
  field: string;
  optional: '?' | '';
  values: string;
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema): Field[] {
  return Object.entries(properties).map(([field, schema]) => ({
    field,
    optional: required.includes(field) ? '' : '?',
    values: describe(schema),
  }));
}

function describe(schema: JsonSchema | boolean): string {
  if (typeof schema === 'boolean') return 'unknown';
  if (schema.enum !== undefined)
    return schema.enum.map((value) => JSON.stringify(value).replaceAll('"', "'")).join(' | ');
  if (schema.type === 'array') return `${[schema.items ?? true].flat().map(describe).join(' | ')}[]`;
  const { additionalProperties: others } = schema;
  if (schema.type === 'object' && typeof others === 'object') return `{ [name: string]: ${describe(others)} }`;
  if (schema.type === 'object')
    return `{ ${fieldsOf(schema)
      .map(({ field, optional, values }) => `${field}${optional}: ${values}`)
      .join('; ')} }`;
  return String(schema.type);
}

/** The names that a type is one of, in place of a name that says nothing to a host. */
function valuesOf(type: string): string {
  if (!/^\w+$/.test(type)) return type;
  const listed = new RegExp(
    `export const (\\w+) = \\[(.*)\\] as const;\\nexport type ${type} = \\(typeof \\1\\)\\[number\\];`,
  );
  const values = declarations.map((source) => listed.exec(source)?.[2]).find((found) => found !== undefined);
  return values?.replaceAll(', ', ' | ') ?? type;
}

/** What is said of a type where it is declared, for members of which nothing is said. */
function ofType(type: string): string {
  if (!/^\w+$/.test(type)) return '';
  const declared = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\nexport (?:interface|type|const) ${type}\\b`);
  return prose(declarations.map((source) => declared.exec(source)?.[1]).find((comment) => comment !== undefined) ?? '');
}

function prose(comment: string): string {
  return comment
    .replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim();
}

function piped(text: string): string {
  return text.replaceAll('|', '\\|');
}

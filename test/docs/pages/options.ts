import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../../../scripts/lib/files.js';

const packages = join(__dirname, '../../../packages');
const declarations = findFiles(packages, ['contracts/src', 'host-kit/src'], /(?<!\.test)\.ts$/).map((file) => readFileSync(file, 'utf8'));

/** What hosts pass and get, from the declarations themselves. */
export function optionsPage(): string {
  return `# createBaton

${table('host-kit/src/options.ts', 'BatonOptions', 'option')}

Wrong options throw a \`BatonOptionsError\` whose \`problems\` name each one with its cure. What hosts of other products can set and those of Baton cannot: [decision 12](../decisions/0012-what-hosts-cannot-set.md).

## Backend

${table('host-kit/src/options.ts', 'HttpBackendOptions', 'field')}

Another routing product is reached by an object with the methods of [RoutingBackend](../../packages/contracts/src/port/routing-backend.ts).

A module's place in \`modules\` is its address, or with it the manifest that the page came with:

${table('host-kit/src/modules/federation.ts', 'ModuleAddress', 'field')}

## Timing

${table('contracts/src/host/host-context.ts', 'Timing', 'field')}

## What the hooks are told

\`onError(error, about)\`, before the card is shown:

${table('host-kit/src/modules/outlet.ts', 'FailedModule', 'about')}

\`onLifecycle(event)\`:

${table('host-kit/src/modules/outlet.ts', 'LifecycleEvent', 'event')}

What a hook throws is reported to the page and does no harm.

## What it returns

${table('host-kit/src/baton.ts', 'Baton', 'member')}

## Where and how a module stands

${table('host-kit/src/baton.ts', 'Placement', 'field')}

## What stands in an outlet

${table('host-kit/src/modules/outlet.ts', 'Outlet', 'member')}

## How far a module's code has come

\`baton.loads.getState(module)\` and \`subscribe((module, state) => …)\`.

${commentOf('host-kit/src/modules/load-state.ts', 'LoadState')}

Why a load failed: [errors](errors.md).

## Overrides

For developers, where the option \`overrides\` allows it: [developing a module](../developing-a-module.md).

${table('host-kit/src/modules/overrides.ts', 'Overrides', 'member')}

## What a module is passed

${table('contracts/src/host/host-context.ts', 'ModuleProps', 'prop')}

## HostContext

${table('contracts/src/host/host-context.ts', 'HostContext', 'member')}

## Adapters

Each has a default made by host-kit; what each has to do is in [adapters.ts](../../packages/contracts/src/host/adapters.ts).

${table('contracts/src/host/adapters.ts', 'HostAdapters', 'adapter')}
`;
}

/** A declared interface as a table: its members with their types and what is said of them. */
function table(file: string, name: string, heading: string): string {
  const source = readFileSync(join(packages, file), 'utf8');
  const [, body] = new RegExp(`^export interface ${name}[^{]*\\{\\n([\\s\\S]*?)^\\}`, 'm').exec(source) ?? [];
  if (body === undefined) throw new Error(`${file} declares no interface ${name}.`);
  const members = [...body.matchAll(/(?:^ {2}\/\*\*([\s\S]*?)\*\/\n)?^ {2}(\w+)(\??)(\([\s\S]*?\)|): ([\s\S]*?);\n(?= {2}\S|\n|$(?![\s\S]))/gm)];
  const rows = members.map(([, comment = '', member = '', optional, parameters, type = '']) => {
    const signature = `${parameters === '' ? '' : `${parameters} => `}${type}`.replaceAll(/\s+/g, ' ');
    return `| \`${member}${optional}\` | \`${signature.replaceAll('|', '\\|')}\` | ${prose(comment) || ofType(type)} |`;
  });
  return [`| ${heading} | type | |`, '| --- | --- | --- |', ...rows].join('\n');
}

/** What is said of a type, as it stands there. */
function commentOf(file: string, name: string): string {
  const [, comment] = new RegExp(`/\\*\\*\\n((?: \\*.*\\n)+) \\*/\\nexport type ${name} =`).exec(readFileSync(join(packages, file), 'utf8')) ?? [];
  if (comment === undefined) throw new Error(`${file} says nothing of ${name}.`);
  return comment.replaceAll(/^ \* ?/gm, '').trim();
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

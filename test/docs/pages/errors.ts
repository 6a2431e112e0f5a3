import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routingErrorCodes, transferFailures } from '@baton/contracts';

const read = (file: string) => readFileSync(join(__dirname, '../../../packages', file), 'utf8');

/** What can fail, from the closed unions themselves. */
export function errorsPage(): string {
  return `# Errors

Failures are values wherever they are part of the work: a command answers \`{ ok: false, error }\`, a load ends in \`{ ok: false, error }\`. What a host does wrong is thrown, naming cause and cure.

## Loading a module: \`LoadError.stage\`

${stages().map(([stage, what]) => `* \`${stage}\` – ${what}`).join('\n')}

The agent sees a card with *Reload* in the module's place; \`onError(error, { module, reference, version })\` tells the host first.

## The routing backend: \`RoutingError.code\`

${routingErrorCodes.map((code) => `\`${code}\``).join(', ')}. \`retryable\` says whether the same may succeed later, \`reference\` is what support can look up.

## A transfer that did not happen: \`transfer.failed\`, \`reason\`

${transferFailures.map((reason) => `\`${reason}\``).join(', ')}. The sender still owns the conversation; banner and My Messages say so.

## The bus: \`BusError.code\`

\`noResponder\`, \`timeout\`, \`cancelled\`, \`responderFailed\` (its \`cause\` is what the responder threw).
`;
}

function stages(): string[][] {
  const [, union = ''] = /export type LoadStage =\n([\s\S]*?);\n/.exec(read('host-kit/src/modules/load-state.ts')) ?? [];
  return [...union.matchAll(/\/\*\* (.*?) \*\/\s*\| '(\w+)'/g)].map(([, what = '', stage = '']) => [stage, what]);
}

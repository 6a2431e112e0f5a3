import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routingErrorCodes, transferFailures } from '@baton/contracts';
import type { BusErrorCode } from '@baton/contracts';
import type { EmbedErrorCode } from '@baton/iframe';

const read = (file: string) => readFileSync(join(__dirname, '../../../packages', file), 'utf8');

const busErrors: Readonly<Record<BusErrorCode, string>> = {
  noResponder: 'Nobody answers this topic, or the module that does could not be loaded (`cause`).',
  timeout: 'There was no answer within the `timeoutMs` of whoever asked.',
  cancelled: 'Whoever asked gave up.',
  responderFailed: '`cause` is what the responder threw.',
};

const embedErrors: Readonly<Record<Exclude<EmbedErrorCode, BusErrorCode>, string>> = {
  noAnswer: 'The frame has not answered within 10 s: `src` is wrong, its server is down, or the browser may not show it here (`frame-ancestors`).',
  parentNotAllowed: "Your page's origin is not in `parents` of the frame's `#baton-deployment`.",
  version: 'Library and frame speak different versions of the bridge.',
  options: 'The frame cannot use the options.',
  deployment: "The JSON scripts in the frame's own HTML cannot be used.",
  module: '`src` asks for a module that there is not.',
  backend: "`backend.baseUrl` is not in `backends` of the frame's `#baton-deployment`.",
  message: 'One message came to nothing: it made no sense to one side, or `getToken` or an adapter failed at it (`cause`).',
};

const list = (meanings: Readonly<Record<string, string>>) => Object.entries(meanings).map(([code, what]) => `* \`${code}\` – ${what}`).join('\n');

/** What can fail, from the closed unions themselves. */
export function errorsPage(): string {
  return `# Errors

Failures are values wherever they are part of the work: a command answers \`{ ok: false, error }\`, a load ends in \`{ ok: false, error }\`. What a host does wrong is thrown, naming cause and cure.

## What a host passes

\`createBaton\` throws a \`BatonOptionsError\`, whose \`problems\` name each wrong option with its cure; \`baton.mount\` a \`TypeError\` when there is no element, \`baton.overrides.set\` when the page does not allow the override, \`embedBaton\` when \`src\`, \`agent\` or \`getToken\` is missing.

## Loading a module: \`LoadError.stage\`

${list(Object.fromEntries(stages()))}

The agent sees a card with *Reload* in the module's place; \`onError(error, { module, reference, version })\` tells the host first.

## The routing backend: \`RoutingError.code\`

${routingErrorCodes.map((code) => `\`${code}\``).join(', ')}. \`retryable\` says whether the same may succeed later, \`reference\` is what support can look up.

## A transfer that did not happen: \`transfer.failed\`, \`reason\`

${transferFailures.map((reason) => `\`${reason}\``).join(', ')}. The sender still owns the conversation; banner and My Messages say so.

## The bus: \`BusError.code\`

${list(busErrors)}

In development a module's bus throws at a topic that the module has not declared, and says where to declare it.

## Baton in an iframe: \`EmbedError.code\`

${list(embedErrors)}

A request's error has the code of its \`BusError\`; it is \`cancelled\` also when the frame went away meanwhile.
`;
}

function stages(): string[][] {
  const [, union = ''] = /export type LoadStage =\n([\s\S]*?);\n/.exec(read('host-kit/src/modules/load-state.ts')) ?? [];
  return [...union.matchAll(/\/\*\* (.*?) \*\/\s*\| '(\w+)'/g)].map(([, what = '', stage = '']) => [stage, what]);
}

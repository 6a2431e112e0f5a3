import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusErrorCode, RoutingErrorCode, TransferFailure } from '@baton/contracts';
import type { EmbedErrorCode } from '@baton/iframe';

const read = (file: string) => readFileSync(join(__dirname, '../../../packages', file), 'utf8');

const routingErrors: Readonly<Record<RoutingErrorCode, string>> = {
  invalid_state:
    'It cannot be done now: the agent is signed out, the conversation has ended, there is no time left to add. Nothing to mend; the desktop state says what is so.',
  forbidden:
    'The agent may not do it: somebody else owns the conversation, or they may not transfer to this kind of target. Permissions are set in the backend.',
  not_found:
    'The backend does not know the agent, conversation, invitation, transfer or target. At sign-in: `agent` and token belong to nobody there.',
  unauthenticated:
    'There is no valid token, also after `getToken` was asked for a newer one. Baton ends the session: sign the agent in anew.',
  validation:
    'The backend does not take what was asked. Between builds that fit it does not happen: compare with [openapi.json](../openapi.json), and look for a proxy that changes requests.',
  conflict:
    'The conversation is being transferred already, or another command had this `commandId`. A command has an id of its own, and keeps it when it is sent again.',
  too_late: 'The target had accepted before the cancel came. Nothing to mend: the target owns the conversation.',
  gone: 'The conversation, invitation or transfer is over. Nothing to mend; the desktop state says how it ended.',
  target_unavailable:
    'The target cannot be invited: `target` says why, in the words of a transfer that did not happen, below. The agent chooses another.',
  opted_out:
    'The customer has opted out, so that nothing was sent. The text stays with the agent until the customer opts in again.',
  already_open:
    'There is an open conversation with this number already: `owner` says who has it, where the backend tells. The agent asks them, or waits for the customer.',
  invalid_number:
    'Text messages cannot reach the number: it does not exist, or is no mobile number. The agent checks it.',
  at_capacity:
    'The agent has as many conversations as they may have. They end one first; capacity is set in the backend.',
  rate_limited:
    'The backend has had too many requests. Later they may succeed; where the usual work of agents meets the limit, raise it in the backend.',
  backend_unavailable:
    'Nothing has been done: the backend is down, `getToken` has failed, a read had no answer within 8 s, or something on the way has answered instead. Check `baseUrl`, CORS, `connect-src` and proxies.',
  unsupported:
    'The backend cannot do it for this agent at all, such as SMS for an agent without it. Set the agent up in the backend.',
  unknown_outcome:
    'A command had no answer within 8 s, or a server error from something on the way, and nobody knows whether it was taken. Baton asks for the snapshot, which decides; a host does not repeat it.',
  internal:
    'The backend has failed, or its answer makes no sense. Look up `reference` in its log; compare the answer with [openapi.json](../openapi.json).',
};

const transferReasons: Readonly<Record<TransferFailure, string>> = {
  offline: 'The target is signed out, or has signed out while they were invited.',
  statusUnknown:
    'The target is signed in, but has had no event stream for a minute: nobody knows whether they are there.',
  afterCallWork: 'The target is in after-call work.',
  notForSms: 'The target does not handle SMS, or is ready or busy on other media only.',
  self: 'The sender is the target.',
  ownQueue: 'The conversation belongs to that queue already.',
  notReady: 'The target is not ready for SMS, or is so no longer.',
  atCapacity: 'The target has as many conversations as they may have. Capacity is set in the backend.',
  permission: 'The agent may not transfer to this kind of target (`forbidden`). Permissions are set in the backend.',
  notFound: 'The backend does not know the target (`not_found`).',
  poolEmpty: 'Nobody in the pool is ready, or everybody who was has been asked.',
  unsupported: 'The product has no such transfer (`unsupported`). Nothing is gained by trying again.',
  pending: 'The conversation is being transferred already (`conflict`).',
  ended: 'The conversation is over (`gone`, `invalid_state`).',
  server:
    'The backend has refused it for any other reason, or could not be reached. The banner shows the `reference` to look up.',
  unknownOutcome:
    'The backend did not answer, and the snapshot that was asked for afterwards shows no such transfer, or did not come (`unknown_outcome`). Or the transfer was pending, and a snapshot no longer knows it, or knows nothing new 5 s after its deadline. A real outcome that comes later takes its place.',
};

const busErrors: Readonly<Record<BusErrorCode, string>> = {
  noResponder: 'The topic has no responder, or the module that answers it could not be loaded (`cause`).',
  timeout: 'There was no answer within the `timeoutMs` of whoever asked.',
  cancelled: 'The caller has cancelled the request.',
  responderFailed: '`cause` is what the responder threw.',
};

const embedErrors: Readonly<Record<Exclude<EmbedErrorCode, BusErrorCode>, string>> = {
  noAnswer:
    'The frame has not answered within 10 s: `src` is wrong, its server is down, or the browser may not show it here (`frame-ancestors`).',
  parentNotAllowed: "Your page's origin is not in `parents` of the frame's `#baton-deployment`.",
  version: 'Library and frame speak different versions of the bridge.',
  options: 'The frame cannot use the options.',
  deployment: "The JSON scripts in the frame's own HTML cannot be used.",
  module: '`src` asks for a module that there is not.',
  backend: "`backend.baseUrl` is not in `backends` of the frame's `#baton-deployment`.",
  message:
    'One message came to nothing: it made no sense to one side, or `getToken` or an adapter failed at it (`cause`).',
};

const list = (meanings: Readonly<Record<string, string>>) =>
  Object.entries(meanings)
    .map(([code, what]) => `* \`${code}\` – ${what}`)
    .join('\n');

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

\`retryable\` says whether the same may succeed later, \`reference\` is what support can look up.

${list(routingErrors)}

## A transfer that did not happen: \`transfer.failed\`, \`reason\`

The sender still owns the conversation; banner and My Messages say so, and offer another target where that helps.

${list(transferReasons)}

## The bus: \`BusError.code\`

${list(busErrors)}

In development a module's bus throws at a topic that the module has not declared, and says where to declare it.

## Baton in an iframe: \`EmbedError.code\`

${list(embedErrors)}

A request's error has the code of its \`BusError\`; it is \`cancelled\` also when the frame went away meanwhile.
`;
}

function stages(): string[][] {
  const [, union = ''] =
    /export type LoadStage =\n([\s\S]*?);\n/.exec(read('host-kit/src/modules/load-state.ts')) ?? [];
  return [...union.matchAll(/\/\*\* (.*?) \*\/\s*\| '(\w+)'/g)].map(([, what = '', stage = '']) => [stage, what]);
}

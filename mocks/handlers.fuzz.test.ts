import { Problem, targetKinds, timeToAnswerFactors } from '@baton/contracts';
import { Command, commands, commonRefusals, declineReasons, maxBodyBytes } from '@baton/contracts/schemas';
import fc from 'fast-check';
import { colleagueAnswers } from './control/actions';
import { streamModes } from './control/network-settings';
import { controlNames, operationsByName } from './control/operations';
import type { ControlName } from './control/operations';
import * as v from 'valibot';
import type { GenericSchema } from 'valibot';
import { samsConversation } from './scenarios/demo-data';
import { createOpenApiDocument } from './testing/openapi';
import { createTestCentre } from './testing/test-centre';
import { createWire } from './testing/wire';
import type { WireRequest } from './testing/wire';

const requests = 10_000;

// Ids that exist, will exist, never exist, or are malformed.
const id = fc.oneof(
  fc.constantFrom(
    samsConversation,
    'ana',
    'bianca',
    'david',
    'billing',
    'transfer-1',
    'invitation-1',
    'notice-1',
    'sms-0',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', ' ', 'ä', '../..', '%00'),
  fc.string({ maxLength: 80 }),
);
const target = fc.record({ kind: fc.constantFrom(...targetKinds), id, name: fc.string({ maxLength: 130 }) });
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constant('x'.repeat(1601)),
  fc.constant('\u0000\ud800'),
);

/** Values of command fields. A field without an entry fails the test by name. */
const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  commandId: fc.oneof(fc.uuid(), fc.constantFrom('repeated-id', 'short', '')),
  ready: fc.boolean(),
  channel: fc.constantFrom('sms', 'sms', 'fax'),
  state: fc.constantFrom('ready', 'notReady', 'asleep'),
  reason: fc.oneof(fc.constantFrom(...declineReasons, 'aux.lunch'), text),
  interactionId: id,
  transferId: id,
  invitationId: id,
  noticeIds: fc.array(id),
  target,
  note: text,
  text,
  to: fc.oneof(fc.constantFrom('+447700900123', '+447700900150', '+442079460001', '07700900123'), text),
  from: id,
  index: fc.integer(),
  factor: fc.constantFrom(...timeToAnswerFactors, 3),
  disposition: fc.constantFrom('refunded', ''),
  traceparent: fc.constantFrom('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'trace'),
};

/** Any command, sometimes with an extra field, or without an optional one. */
const command = fc.oneof(
  ...Object.entries(commands).map(([type, { schema }]) => {
    const entries = Object.entries<GenericSchema>(schema.entries).filter(([name]) => name !== 'type');
    const values = Object.fromEntries(entries.map(([name]) => [name, fieldOf(name)]));
    const optional = entries.flatMap(([name, field]) => (field.type === 'optional' ? [name] : []));
    const model: Record<string, fc.Arbitrary<unknown>> = { ...values, type: fc.constant(type), extra: fc.anything() };
    return fc.record(model, {
      requiredKeys: Object.keys(model).filter((name) => name !== 'extra' && !optional.includes(name)),
    });
  }),
);

function fieldOf(name: string): fc.Arbitrary<unknown> {
  const field = fields[name];
  if (field === undefined) throw new Error(`No values for the field ${name}: add some to the fields of this test.`);
  return field;
}

const body = fc.oneof(
  { weight: 6, arbitrary: command },
  {
    weight: 2,
    arbitrary: fc.record({ agentId: id, interactionId: id, text, ms: fc.integer(), command }, { requiredKeys: [] }),
  },
  { weight: 1, arbitrary: fc.constantFrom({}, null) },
  { weight: 1, arbitrary: fc.jsonValue() },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('{', '[]]', 'null', '{"__proto__":{}}'),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -50, max: 50 }).map((more) => JSON.stringify('x'.repeat(maxBodyBytes + more))),
  },
);

const query = fc.oneof(
  fc.constant(''),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('query', 'kinds', 'limit', 'cursor', 'before', 'since', '__proto__', 'x'),
        fc.oneof(fc.string(), fc.nat().map(String)),
      ),
      { maxLength: 3 },
    )
    .map((pairs) => `?${new URLSearchParams(pairs)}`),
);

const path = fc
  .tuple(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom(
          'session',
          'session/agents',
          'snapshot',
          'events',
          'targets',
          'targets/favourites',
          'targets/recents',
        ),
      },
      { weight: 8, arbitrary: fc.constant('commands') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(...controlNames).map((name) => `control/${operationsByName[name].path}`),
      },
      {
        weight: 2,
        arbitrary: id.map(
          (interaction) =>
            `interactions/${new URLSearchParams({ interaction }).toString().slice('interaction='.length)}/messages`,
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('interactions/%E0%A4%A/messages', 'interactions//messages', '%', '/', 'commands/x'),
      },
    ),
    query,
  )
  .map(([tail, search]) => `/v1/${tail}${search}`);

const method = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('GET', 'POST') },
  { weight: 1, arbitrary: fc.constantFrom('PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS') },
);
const headers = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Record<string, string>>({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>[]>(
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/json;' },
      { 'last-event-id': 'x' },
      { 'last-event-id': '3' },
    ),
  },
);
const who = fc.constantFrom('ana', 'bianca', 'signedOut', 'unknown', 'malformed', 'nobody');

const nothingElse = { headers: fc.constant<Record<string, string>>({}) };

/** What desktops send, of which most is taken: too little of what is made at random is. */
const wellFormedCommand = fc.record({
  ...nothingElse,
  method: fc.constant('POST'),
  path: fc.constant('/v1/commands'),
  who: fc.constantFrom('ana', 'bianca'),
  body: fc
    .tuple(
      fc.uuid(),
      fc.oneof(
        fc.record({ type: fc.constant('signIn'), ready: fc.boolean() }),
        fc.record({ type: fc.constant('setTimeToAnswer'), factor: fc.constantFrom(...timeToAnswerFactors) }),
        fc.record({ type: fc.constant('setChannelState'), channel: fc.constant('sms'), state: fields['state'] ?? id }),
        fc.record({ type: fc.constant('sendMessage'), interactionId: fc.constant(samsConversation), text: text }),
        fc.record({ type: fc.constant('startTransfer'), interactionId: id, target }),
      ),
    )
    .map(([commandId, rest]) => ({ commandId, ...rest })),
});

interface Asked extends Pick<WireRequest, 'headers' | 'body'> {
  method: string;
  path: string;
  who: string;
}

/** Refused as a conflict as long as the agent has not signed in, which somebody may do later on. */
const beforeSigningIn: Asked = {
  method: 'POST',
  path: '/v1/commands',
  headers: {},
  who: 'signedOut',
  body: { commandId: 'before-signing-in', type: 'setTimeToAnswer', factor: 1 },
};

/** Bodies of control that fit, for the operations that do no lasting harm to the requests after them. */
const controlBodies: Partial<Record<ControlName, fc.Arbitrary<unknown>>> = {
  advance: fc.record({ ms: fc.nat({ max: 1000 }) }),
  setNetwork: fc.record({ stream: fc.constantFrom(...streamModes) }),
  setColleague: fc.record({
    agentId: id,
    answer: fc.constantFrom(...colleagueAnswers),
    afterMs: fc.nat({ max: 5000 }),
  }),
  customerStarts: fc.record({ contact: fc.record({ id }), queueId: id, text }),
  customerWrites: fc.record({ interactionId: id, text }),
  customerSendsImage: fc.record({ interactionId: id }),
  setDirectory: fc.record({ size: fc.nat({ max: 40 }) }),
  setPresenceTraffic: fc.record({ perSecond: fc.nat({ max: 2 }) }),
  dropStreams: fc.constant({}),
};

const acting = controlNames.filter((name) => operationsByName[name].method === 'post');

const wellFormedControl = fc.constantFrom(...acting).chain((name) =>
  fc.record({
    ...nothingElse,
    method: fc.constant(operationsByName[name].method.toUpperCase()),
    path: fc.constant(`/v1/control/${operationsByName[name].path}`),
    who: fc.constant('nobody'),
    body: controlBodies[name] ?? body,
  }),
);

const operations = Object.entries(createOpenApiDocument().paths).flatMap(([template, methods]) =>
  Object.entries(methods).map(([verb, described]) => ({
    verb: verb.toUpperCase(),
    path: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    ...v.parse(v.object({ responses: v.record(v.string(), v.object({ description: v.string() })) }), described),
  })),
);

/** The OpenAPI description of a response with this status; nothing for an undocumented operation. */
function documented(verb: string, address: string, status: number): string | undefined {
  const [pathname = ''] = address.split('?');
  const operation = operations.find((candidate) => candidate.verb === verb && candidate.path.test(pathname));
  return operation && (operation.responses[status]?.description ?? 'Not documented');
}

/** The refusals of a command in the table of commands. */
const refusalsOf = (type: Command['type']) => commands[type].refusals ?? [];

test(`${requests} requests of every kind: no 5xx, and what is refused has changed nothing`, async () => {
  const { centre, signIn } = createTestCentre();
  const wire = createWire(centre);
  const tokens: Record<string, string> = { signedOut: '', unknown: 'f'.repeat(32), malformed: 'a b"c' };
  const enter = async () => {
    tokens['ana'] = (await signIn('ana')).token;
    tokens['bianca'] = (await signIn('bianca')).token;
    const session = await wire({ path: '/v1/session', body: { agentId: 'farid' } });
    tokens['signedOut'] = (await session.json()).token;
  };
  await enter();
  const seen = new Map<number, number>();

  const request = fc.oneof(
    { weight: 8, arbitrary: fc.record({ method, path, headers, who, body }) },
    { weight: 1, arbitrary: wellFormedCommand },
    { weight: 1, arbitrary: wellFormedControl },
  );
  for (let count = 0; count < 10; count += 1) await ask(beforeSigningIn);
  await fc.assert(fc.asyncProperty(request, ask), { numRuns: requests });
  // So many of each that none is missing by chance.
  const rare = [200, 202, 204, 400, 401, 404, 405, 409, 413, 415].filter((status) => (seen.get(status) ?? 0) < 10);
  expect(rare).toEqual([]);
  expect(centre.openStreams()).toBe(0);

  async function ask({ who: agent, body: sent, ...rest }: Asked) {
    const bodiless = rest.method === 'GET' || rest.method === 'HEAD';
    const token = tokens[agent];
    const asked: WireRequest = { ...rest, ...(token && { token }), ...(!bodiless && { body: sent }) };
    const before = await centre.state();
    const response = await wire(asked);
    seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
    expect(response.status).toBeLessThan(500);
    if (response.status < 400) return response.body?.cancel();
    expect(await centre.state()).toBe(before);
    const { code, status } = v.parse(Problem, await response.json());
    const said = documented(rest.method, rest.path, status);
    if (said !== undefined && status !== 413 && status !== 415) expect(said.split(', ')).toContain(code);
    const refused = v.safeParse(Command, sent);
    if (![405, 413, 415].includes(status) && rest.path === '/v1/commands' && refused.success)
      expect([...commonRefusals, ...refusalsOf(refused.output.type)]).toContain(code);
    // Sign in again after a sign-out: otherwise all remaining requests would be refused.
    if (response.status === 401 && (agent === 'ana' || agent === 'bianca')) await enter();
  }
  // Ten thousand requests on a machine that runs other suites beside this one.
}, 120_000);

import { Problem, targetKinds } from '@baton/contracts';
import { declineReasons, maxBodyBytes } from '@baton/contracts/schemas';
import fc from 'fast-check';
import * as v from 'valibot';
import { samsConversation } from './scenarios/demo-data';
import { createOpenApiDocument } from './testing/openapi';
import { createTestCentre } from './testing/test-centre';
import { createWire } from './testing/wire';
import type { WireRequest } from './testing/wire';

const requests = 10_000;

// Ids that exist, that will exist, that never will, and that are no ids.
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

const commandId = fc.oneof(fc.uuid(), fc.constantFrom('repeated-id', 'short', ''));
const command = fc.oneof(
  fc.record(
    { commandId, type: fc.constantFrom('signOut'), extra: fc.anything() },
    { requiredKeys: ['commandId', 'type'] },
  ),
  fc.record({ commandId, type: fc.constant('signIn'), ready: fc.boolean() }),
  fc.record({
    commandId,
    type: fc.constant('setChannelState'),
    channel: fc.constant('sms'),
    state: fc.constantFrom('ready', 'notReady', 'asleep'),
    reason: text,
  }),
  fc.record(
    { commandId, type: fc.constant('startTransfer'), interactionId: id, target, note: text },
    { requiredKeys: ['commandId', 'type', 'interactionId', 'target'] },
  ),
  fc.record({ commandId, type: fc.constantFrom('cancelTransfer', 'dismissTransfer'), transferId: id }),
  fc.record({ commandId, type: fc.constantFrom('acceptInvitation', 'extendInvitation'), invitationId: id }),
  fc.record({
    commandId,
    type: fc.constant('declineInvitation'),
    invitationId: id,
    reason: fc.constantFrom(...declineReasons),
  }),
  fc.record({ commandId, type: fc.constant('sendMessage'), interactionId: id, text }),
  fc.record({ commandId, type: fc.constant('redeliverMessage'), interactionId: id, index: fc.integer() }),
  fc.record({ commandId, type: fc.constant('completeInteraction'), interactionId: id }),
  fc.record({ commandId, type: fc.constant('markNoticesRead'), noticeIds: fc.array(id) }),
  fc.record({ commandId, type: fc.constantFrom('saveFavourite', 'removeFavourite', 'addRecent'), target }),
);

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
        arbitrary: fc
          .constantFrom('advance', 'reset', 'drop-streams', 'customer-writes', 'customer-ends', 'perform')
          .map((action) => `control/${action}`),
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

const operations = Object.entries(createOpenApiDocument().paths).flatMap(([template, methods]) =>
  Object.entries(methods).map(([verb, described]) => ({
    verb: verb.toUpperCase(),
    path: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    ...v.parse(v.object({ responses: v.record(v.string(), v.object({ description: v.string() })) }), described),
  })),
);

/** What the OpenAPI document says of an answer with this status; nothing where there is no such operation. */
function documented(verb: string, address: string, status: number): string | undefined {
  const [pathname = ''] = address.split('?');
  const operation = operations.find((candidate) => candidate.verb === verb && candidate.path.test(pathname));
  return operation && (operation.responses[status]?.description ?? 'Not documented');
}

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
  const seen = new Set<number>();

  const request = fc.record({ method, path, headers, who, body });
  await fc.assert(
    fc.asyncProperty(request, async ({ who: agent, body: sent, ...rest }) => {
      const bodiless = rest.method === 'GET' || rest.method === 'HEAD';
      const token = tokens[agent];
      const asked: WireRequest = { ...rest, ...(token && { token }), ...(!bodiless && { body: sent }) };
      const before = await centre.state();
      const response = await wire(asked);
      seen.add(response.status);
      expect(response.status).toBeLessThan(500);
      if (response.status < 400) return response.body?.cancel();
      expect(await centre.state()).toBe(before);
      const { code, status } = v.parse(Problem, await response.json());
      const said = documented(rest.method, rest.path, status);
      if (said !== undefined && status !== 413 && status !== 415) expect(said.split(', ')).toContain(code);
      // Somebody has signed out: without them the rest would only try closed doors.
      if (response.status === 401 && (agent === 'ana' || agent === 'bianca')) await enter();
    }),
    {
      numRuns: requests,
      // Chance alone comes by it in most runs only.
      examples: [[{ method: 'POST', path: '/v1/control/drop-streams', headers: {}, who: 'nobody', body: {} }]],
    },
  );
  expect([...seen]).toEqual(expect.arrayContaining([200, 202, 204, 400, 401, 404, 405, 409, 413, 415]));
  expect(centre.openStreams()).toBe(0);
  // Ten thousand requests on a machine that runs other suites beside this one.
}, 120_000);

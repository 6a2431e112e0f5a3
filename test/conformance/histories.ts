import type { CommandWithoutId, Contact, EventFrame, Snapshot, KnownTargetRef } from '@baton/contracts';
import * as model from '../../mocks/contact-centre';
import type { CentreSeed, CentreState, Input } from '../../mocks/contact-centre';
import fc from 'fast-check';

/** A valid history: everything in it happened in the simulated contact centre. */
export interface History {
  /** The states of the contact centre, from the beginning, one after each step that changed something. */
  states: readonly CentreState[];
  /** The frames of each agent, in order. */
  framesOf(agentId: string): readonly EventFrame[];
}

export const agentIds: readonly string[] = ['ana', 'bianca', 'chen'];

/** The snapshot that an agent gets of a moment of the history. */
export function snapshotAt(state: CentreState, agentId: string): Snapshot {
  const answer = model.snapshot(state, agentId, state.now);
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
}

/** One attempt; the numbers choose among the existing entities. */
interface Attempt {
  what: (typeof kinds)[number];
  who: number;
  which: number;
  other: number;
  waitMs: number;
}

const kinds = [
  'startTransfer',
  'acceptInvitation',
  'declineInvitation',
  'extendInvitation',
  'cancelTransfer',
  'dismissTransfer',
  'sendMessage',
  'completeInteraction',
  'setChannelState',
  'signIn',
  'signOut',
  'markNoticesRead',
  'deleteNotices',
  'notice',
  'favourite',
  'customerWrites',
  'customerEnds',
  'customerStarts',
  'stream',
  'time',
] as const;

const attempt: fc.Arbitrary<Attempt> = fc.record({
  // Hand-overs are the subject, so they are tried most often.
  what: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('startTransfer', 'acceptInvitation', 'declineInvitation', 'cancelTransfer', 'time'),
    },
    { weight: 2, arbitrary: fc.constantFrom(...kinds) },
  ),
  who: fc.nat({ max: 2 }),
  which: fc.nat({ max: 7 }),
  other: fc.nat({ max: 7 }),
  // Seldom long enough for an invitation to expire: most are to be answered, withdrawn or overtaken.
  waitMs: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 900 }) },
    { weight: 1, arbitrary: fc.constant(31_000) },
  ),
});

/** Histories of three agents who hand conversations to each other and to pools, with pauses of any length. */
export function histories(maxSteps = 40): fc.Arbitrary<History> {
  return fc.array(attempt, { minLength: 5, maxLength: maxSteps, size: 'max' }).map(play);
}

function play(attempts: readonly Attempt[]): History {
  const states = [model.open(seed)];
  const frames: Record<string, EventFrame[]> = Object.fromEntries(agentIds.map((id) => [id, []]));
  let state = states[0] ?? model.open(seed);
  let at = state.now;

  const happen = (input: Input): void => {
    const result = model.step(state, input);
    if (!result.ok || result.state === state) return;
    state = result.state;
    states.push(state);
    for (const { agentId, frame } of result.frames) frames[agentId]?.push(frame);
  };

  attempts.forEach((next, index) => {
    at += next.waitMs;
    // Deadlines run before the next action.
    happen({ kind: 'time', at });
    const input = inputFor(state, next, `command-${String(index).padStart(4, '0')}`, at);
    if (input) happen(input);
  });
  model.checkInvariants(state);
  return { states, framesOf: (agentId) => frames[agentId] ?? [] };
}

function inputFor(
  state: CentreState,
  { what, who, which, other }: Attempt,
  commandId: string,
  at: number,
): Input | undefined {
  const agentId = pick(agentIds, who);
  if (agentId === undefined) return undefined;
  const mine = model.rowsOf(state.interactions).filter(({ owner }) => owner.kind === 'agent' && owner.id === agentId);
  const interactionId = pick(mine, which)?.id ?? '';
  const anyInteraction =
    pick(
      model.rowsOf(state.interactions).map(({ id }) => id),
      which,
    ) ?? '';
  const command = (input: CommandWithoutId, by: string = agentId): Input => ({
    kind: 'command',
    agentId: by,
    command: { ...input, commandId },
    at,
  });
  // Who was asked answers: drawn by themselves, an agent and an invitation would seldom belong together.
  const asked = pick(
    model
      .rowsOf(state.invitations)
      .filter((record) => agentIds.includes(record.agentId) && record.invitation.state === 'offered'),
    which,
  );
  const transferId = pick(
    model.rowsOf(state.transfers).filter(({ transfer }) => transfer.by.id === agentId),
    -1 - which,
  )?.transfer.id;

  switch (what) {
    case 'startTransfer':
      return command({ type: what, interactionId, target: pick(targets, other) ?? bianca });
    case 'acceptInvitation':
    case 'declineInvitation':
    case 'extendInvitation':
      return asked && command({ type: what, invitationId: asked.invitation.id }, asked.agentId);
    case 'cancelTransfer':
    case 'dismissTransfer':
      return transferId === undefined ? undefined : command({ type: what, transferId });
    case 'sendMessage':
      return command({ type: what, interactionId, text: `Text of ${commandId}` });
    case 'completeInteraction':
      return command({ type: what, interactionId });
    case 'setChannelState':
      return command({ type: what, channel: 'sms', state: other % 2 === 0 ? 'ready' : 'notReady' });
    case 'signIn':
      return command({ type: what, ready: true });
    case 'signOut':
      return command({ type: what });
    case 'markNoticesRead':
      return command({
        type: what,
        noticeIds: (model.find(state.notices, agentId) ?? []).slice(which).map(({ id }) => id),
      });
    case 'deleteNotices':
      return command({
        type: what,
        noticeIds: (model.find(state.notices, agentId) ?? []).slice(-1 - other).map(({ id }) => id),
      });
    case 'notice':
      return { kind: what, notice: { kind: 'broadcast', severity: 'information', text: `Notice ${which}` }, at };
    case 'favourite':
      return command({
        type: other % 2 === 0 ? 'saveFavourite' : 'removeFavourite',
        target: pick(targets, which) ?? bianca,
      });
    case 'customerWrites':
      return { kind: what, interactionId: anyInteraction, text: 'Are you there?', at };
    case 'customerEnds':
      return { kind: what, interactionId: anyInteraction, at };
    case 'customerStarts':
      return { kind: what, contact: contact(10 + which), queueId: 'billing', text: 'Hello', at };
    case 'stream':
      return { kind: other % 2 === 0 ? 'streamLost' : 'streamFound', agentId, at };
    case 'time':
      return undefined;
  }
}

/** The element at an index, modulo the length. */
function pick<T>(values: readonly T[], index: number): T | undefined {
  return values.at(index % Math.max(1, values.length));
}

const bianca: KnownTargetRef = { kind: 'agent', id: 'bianca', name: 'Bianca' };
const targets: readonly KnownTargetRef[] = [
  { kind: 'agent', id: 'ana', name: 'Ana' },
  bianca,
  { kind: 'agent', id: 'chen', name: 'Chen' },
  { kind: 'queue', id: 'billing', name: 'Billing' },
  { kind: 'queue', id: 'delivery', name: 'Delivery' },
  { kind: 'agentGroup', id: 'seniors', name: 'Senior agents' },
];

const contact = (number: number): Contact => ({
  id: `contact-${number}`,
  name: `Demo contact ${number}`,
  address: { kind: 'phone', value: `+4477009001${number}`, display: `07700 9001${number}` },
});

const conversation = (number: number, ownerId?: string) => ({
  id: `sms-${number}`,
  contact: contact(20 + number),
  queueId: 'billing',
  ...(ownerId !== undefined && { ownerId }),
  startedAgoMs: 60_000,
  messages: [
    { agoMs: 50_000, text: 'Hello' },
    { agoMs: 40_000, agentId: 'ana', text: 'Hello, this is Ana.' },
  ],
});

const seed: CentreSeed = {
  at: Date.UTC(2026, 2, 2, 10),
  agents: [
    { id: 'ana', name: 'Ana', address: 'ana', signedIn: true },
    { id: 'bianca', name: 'Bianca', address: 'bianca', signedIn: true },
    { id: 'chen', name: 'Chen', address: 'chen', signedIn: true, sms: 'notReady', mayTransferTo: ['agent'] },
  ],
  pools: [
    {
      kind: 'queue',
      id: 'billing',
      name: 'Billing',
      address: 'billing',
      members: ['ana', 'bianca', 'chen'],
      wrapUpSeconds: 5,
    },
    { kind: 'queue', id: 'delivery', name: 'Delivery', address: 'delivery', members: ['ana', 'bianca', 'chen'] },
    { kind: 'agentGroup', id: 'seniors', name: 'Senior agents', address: 'seniors', members: ['bianca', 'chen'] },
  ],
  conversations: [conversation(1, 'ana'), conversation(2, 'bianca'), conversation(3)],
};

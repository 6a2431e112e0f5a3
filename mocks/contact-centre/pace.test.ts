import type { Contact } from '@baton/contracts';
import { targetKey } from '@baton/contracts';
import type { AgentRecord, CentreState } from './state';
import { checkInvariants } from './invariants';
import { listNames } from './lists';
import { get, idsOf, rowsOf, withRow } from './table';
import { Play, eventsFor, startTransfer } from './testing/play';
import { testSeed } from './testing/seed';
import { step } from './step';

// What a step costs follows from what it changes. Counted, not timed: `npm run bench` times it.

const others = Array.from({ length: 500 }, (_, number) => `other-${number}`);

/** Ana, Bianca, Chen and Dora, and five hundred others in a pool of their own. */
const largeSeed = {
  ...testSeed,
  agents: [
    ...testSeed.agents,
    ...others.map((id, number) => ({ id, name: `Other ${number}`, address: id, signedIn: number % 2 === 0 })),
  ],
  pools: [
    ...testSeed.pools,
    { kind: 'queue', id: 'others', name: 'Others', address: 'others', members: others } as const,
  ],
};

/** The state, with rows of the other agents that throw when they are read. */
function guarded(state: CentreState): CentreState {
  const guard = (agent: AgentRecord) =>
    new Proxy(agent, {
      get: () => {
        throw new Error(`${agent.id} was looked at`);
      },
    });
  const agents = others.reduce((table, id) => withRow(table, id, guard(get(table, id))), state.agents);
  return { ...state, agents };
}

test('a step reads no agent that it does not affect', () => {
  const play = new Play(largeSeed);
  play.wait(2_000);
  let state = guarded(play.state);
  const commands = [
    ['ana', { type: 'sendMessage', interactionId: 'sms-1', text: 'One moment.' }],
    ['ana', startTransfer('agent', 'bianca')],
    ['bianca', { type: 'acceptInvitation', invitationId: 'invitation-1' }],
    ['bianca', startTransfer('queue', 'delivery')],
    ['chen', { type: 'declineInvitation', invitationId: 'invitation-2' }],
    ['chen', { type: 'setChannelState', channel: 'sms', state: 'notReady' }],
    ['bianca', { type: 'completeInteraction', interactionId: 'sms-1' }],
    ['dora', { type: 'signIn', ready: true }],
    ['ana', { type: 'signOut' }],
  ] as const;
  commands.forEach(([agentId, command], index) => {
    const input = {
      at: play.at,
      kind: 'command',
      agentId,
      command: { ...command, commandId: `command-${index}` },
    } as const;
    const result = step(state, input);
    if (!result.ok) throw new Error(`${command.type}: ${result.problem.detail}`);
    state = result.state;
  });
  expect(() => step(state, { at: play.at, kind: 'streamLost', agentId: 'other-0' })).toThrow('was looked at');
});

test('directory changes go to agents who listen, about the targets that they know', () => {
  const play = new Play(largeSeed);
  play.wait(2_000);
  play.send('chen', { type: 'setChannelState', channel: 'sms', state: 'notReady' });
  const at = play.at + 1_000;
  const told = step(
    play.state,
    { at, kind: 'time' },
    new Map<string, Set<string> | 'all'>([
      ['ana', 'all'],
      ['bianca', new Set(['queue:delivery', 'agent:dora'])],
      ['dora', 'all'],
    ]),
  );
  if (!told.ok) throw new Error(told.problem.detail);
  // Dora listens and is signed out.
  expect(told.frames.map(({ agentId }) => agentId)).toEqual(['ana', 'bianca']);
  const targets = (agentId: string) => {
    const [event] = eventsFor(told.frames, agentId);
    return event?.type === 'targets.changed' && event.targets.map(targetKey);
  };
  expect(targets('ana')).toEqual(['agent:chen', 'queue:delivery', 'routingPoint:priority']);
  expect(targets('bianca')).toEqual(['queue:delivery']);
});

function sizes(state: CentreState): Record<string, number> {
  const { interactions, transcripts, invitations, transfers, notices, index } = state;
  return {
    interactions: idsOf(interactions).length,
    transcripts: idsOf(transcripts).length,
    invitations: idsOf(invitations).length,
    transfers: idsOf(transfers).length,
    notices: rowsOf(notices).flat().length,
    listed: listNames.flatMap((name) => rowsOf(index[name])).flat().length,
    deadlines: index.deadlines.length,
  };
}

test('the state does not grow for ever', () => {
  const play = new Play();
  const robin: Contact = {
    id: 'contact-9',
    name: 'Robin Lee',
    address: { kind: 'phone', value: '+447700900199', display: '+44 7700 900199' },
  };
  const live = (conversation: number) => {
    play.start('agent', 'bianca');
    play.decline('bianca');
    play.happen({ kind: 'customerStarts', contact: robin, queueId: 'billing', text: 'Hello' });
    const [invited = ''] = play.invited();
    play.accept(invited);
    play.send(invited, { type: 'completeInteraction', interactionId: `interaction-${conversation}` });
    play.wait(15_000);
  };
  for (let conversation = 1; conversation <= 520; conversation += 1) live(conversation);
  const short = sizes(play.state);
  for (let conversation = 521; conversation <= 600; conversation += 1) live(conversation);
  expect(sizes(play.state)).toEqual(short);
  expect(short).toMatchObject({ interactions: 102, invitations: 1_000, transfers: 101 });
  checkInvariants(play.state);
});

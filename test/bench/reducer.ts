import { initialState, reduce } from '@baton/desktop';
import { findScenario, model } from '@baton/mocks';
import type { Command, EventFrame } from '@baton/contracts';

// How fast the desktop's reducer folds. The frames are those that the model
// sends Ana while a conversation goes to Bianca and back, with texts between.

const handOvers = 40;
const textsBetween = 5;
const rounds = 7;

type Draft = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never;

function anasFrames(): EventFrame[] {
  const frames: EventFrame[] = [];
  let at = 1_700_000_000_000;
  let count = 0;
  let state = model.open({ ...findScenario('default').seed, at });

  function take(agentId: string, draft: Draft) {
    at += 500;
    count += 1;
    const command: Command = { ...draft, commandId: `bench-${String(count).padStart(6, '0')}` };
    const result = model.step(state, { at, kind: 'command', agentId, command });
    if (!result.ok) throw new Error(`${draft.type}: ${result.problem.detail}`);
    state = result.state;
    for (const delivery of result.frames) if (delivery.agentId === 'ana') frames.push(delivery.frame);
  }

  function handOver(from: { id: string; name: string }, to: { id: string; name: string }) {
    const [interaction] = Object.values(state.interactions);
    if (interaction === undefined) throw new Error('The scenario has no conversation');
    for (let text = 0; text < textsBetween; text += 1) {
      take(from.id, { type: 'sendMessage', interactionId: interaction.id, text: `Text number ${text}` });
    }
    take(from.id, { type: 'startTransfer', interactionId: interaction.id, target: { kind: 'agent', ...to } });
    const offered = Object.values(state.invitations).find(({ invitation }) => invitation.state === 'offered');
    take(to.id, { type: 'acceptInvitation', invitationId: offered?.invitation.id ?? '' });
  }

  const ana = { id: 'ana', name: 'Ana Ruiz' };
  const bianca = { id: 'bianca', name: 'Bianca Okafor' };
  take('ana', { type: 'signIn', ready: true });
  take('bianca', { type: 'signIn', ready: true });
  for (let turn = 0; turn < handOvers; turn += 1) {
    if (turn % 2 === 0) handOver(ana, bianca);
    else handOver(bianca, ana);
  }
  return frames;
}

const frames = anasFrames();
const events = frames.reduce((sum, frame) => sum + frame.events.length, 0);

function microsecondsPerEvent(): number {
  const before = process.hrtime.bigint();
  frames.reduce((state, frame) => reduce(state, { type: 'frame', frame, receivedAt: frame.at }), initialState());
  return Number(process.hrtime.bigint() - before) / 1000 / events;
}

microsecondsPerEvent();
const measured = Array.from({ length: rounds }, microsecondsPerEvent).sort((a, b) => a - b);
process.stdout.write(
  JSON.stringify({ frames: frames.length, events, median: measured[Math.floor(rounds / 2)], best: measured[0] }),
);

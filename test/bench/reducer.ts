import { createDesktopStore, initialState, reduce } from '@baton/desktop';
import { targetKey } from '@baton/contracts';
import type { Command, CommandWithoutId, EventFrame, Target } from '@baton/contracts';
import * as model from '../../mocks/contact-centre';
import { findScenario } from '../../mocks/scenarios';

// How fast the desktop folds. The frames of its reducer are those that the model sends Ana while a conversation goes to
// Bianca and back, with texts between; those of the live targets change the presence of one of many, in sight of a panel.

const handOvers = 40;
const textsBetween = 5;
const rounds = 7;
const targetCounts = [100, 10_000, 100_000];
const rowsInSight = 50;

function anasFrames(): EventFrame[] {
  const frames: EventFrame[] = [];
  let at = 1_700_000_000_000;
  let count = 0;
  let state = model.open({ ...findScenario('default').seed, at });

  function take(agentId: string, input: CommandWithoutId) {
    at += 500;
    count += 1;
    const command: Command = { ...input, commandId: `bench-${String(count).padStart(6, '0')}` };
    const result = model.step(state, { at, kind: 'command', agentId, command });
    if (!result.ok) throw new Error(`${input.type}: ${result.problem.detail}`);
    state = result.state;
    for (const delivery of result.frames) if (delivery.agentId === 'ana') frames.push(delivery.frame);
  }

  function handOver(from: { id: string; name: string }, to: { id: string; name: string }) {
    const [interaction] = model.rowsOf(state.interactions);
    if (interaction === undefined) throw new Error('The scenario has no conversation');
    for (let text = 0; text < textsBetween; text += 1) {
      take(from.id, { type: 'sendMessage', interactionId: interaction.id, text: `Text number ${text}` });
    }
    take(from.id, { type: 'startTransfer', interactionId: interaction.id, target: { kind: 'agent', ...to } });
    const offered = model.rowsOf(state.invitations).find(({ invitation }) => invitation.state === 'offered');
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

/** Time of one change of presence, by number of targets that have changed since the snapshot. */
function microsecondsPerPresence(count: number): number {
  const store = createDesktopStore();
  let cursor = 1;
  const tell = (ids: readonly number[]) => {
    cursor += 1;
    const targets = ids.map((id) => targetOf(id, cursor));
    const frame: EventFrame = { v: 1, cursor, at: cursor, events: [{ type: 'targets.changed', targets }] };
    const before = process.hrtime.bigint();
    store.dispatch({ type: 'frame', frame, receivedAt: cursor });
    return Number(process.hrtime.bigint() - before) / 1000;
  };
  tell(Array.from({ length: count }, (_, id) => id));
  const shown = Array.from({ length: rowsInSight }, (_, id) => targetKey(targetOf(id, 0)));
  store.targets.subscribe(shown, () => shown.map(store.targets.get));
  const changes = Array.from({ length: 201 }, (_, change) => tell([change % rowsInSight]));
  return median(changes);
}

function targetOf(id: number, version: number): Target {
  const presence = { state: 'ready', since: version } as const;
  return { kind: 'agent', id: `${id}`, name: `Agent ${id}`, version, address: '', presence, sms: { available: true } };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

microsecondsPerEvent();
const measured = Array.from({ length: rounds }, microsecondsPerEvent);
process.stdout.write(
  JSON.stringify({
    frames: frames.length,
    events,
    median: median(measured),
    best: Math.min(...measured),
    presence: targetCounts.map((targets) => ({ targets, median: microsecondsPerPresence(targets) })),
  }),
);

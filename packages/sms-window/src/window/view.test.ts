import { aDesktop, anInteraction, aTransfer, byId, demoColleague, testStart } from '@baton/module-kit/testing';
import { closes, nextView } from './view';
import type { View } from './view';

const interaction = anInteraction();
const other = anInteraction({ id: 'interaction-2' });
const here = aDesktop({ interactions: byId(interaction, other) });
const accepted = { ...aTransfer(), state: 'accepted', endedAt: testStart, acceptedBy: demoColleague } as const;
const moved = aDesktop({
  interactions: byId(other),
  shownTransfers: { [interaction.id]: accepted },
  departures: { [interaction.id]: { why: 'transferred', to: { kind: 'agent', ...demoColleague }, version: 2 } },
});
const completed = aDesktop({
  interactions: byId(other),
  departures: { [interaction.id]: { why: 'completed', version: 2 } },
});
const empty: View = { kind: 'empty' };
const open = nextView(empty, interaction.id, here);

test('nothing active: empty', () => {
  expect(nextView(empty, null, here)).toBe(empty);
});

test('an interaction that the desktop does not know: empty', () => {
  expect(nextView(empty, 'interaction-9', here)).toBe(empty);
});

test('follows the active interaction', () => {
  expect(open).toMatchObject({ kind: 'open', interaction });
  expect(nextView(open, other.id, here)).toMatchObject({ kind: 'open', interaction: other });
});

test('is the same object while nothing shown has changed', () => {
  expect(nextView(open, interaction.id, { ...here, cursor: 7 })).toBe(open);
});

test('SW-09 stays for a moment when its interaction was transferred, whatever is active', () => {
  const leaving = nextView(open, null, moved);
  expect(leaving).toMatchObject({ kind: 'leaving', to: 'Bianca Okafor', transfer: { state: 'accepted' } });
  expect(nextView(leaving, other.id, moved)).toBe(leaving);
  expect(closes(open, leaving, moved)).toBe(false);
});

test('SW-09 closes once the moment is over', () => {
  const leaving = nextView(open, null, moved);
  expect(closes(leaving, nextView(empty, other.id, moved), moved)).toBe(true);
});

test('closes at once when its interaction was completed', () => {
  const next = nextView(open, interaction.id, completed);
  expect(next.kind).toBe('empty');
  expect(closes(open, next, completed)).toBe(true);
});

test('another conversation in front closes nothing', () => {
  expect(closes(open, nextView(open, other.id, here), here)).toBe(false);
});

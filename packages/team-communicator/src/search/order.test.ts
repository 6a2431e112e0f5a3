import type { AgentTarget, PresenceState, KnownTarget } from '@baton/contracts';
import fc from 'fast-check';
import { inPlace } from './order';
import type { Section } from './sections';

const agent = (name: string, state: PresenceState): AgentTarget => ({
  kind: 'agent',
  id: name,
  name,
  version: 1,
  address: name,
  presence: { state, since: 0 },
  sms: { available: true },
});
const names = (targets: readonly KnownTarget[]) => targets.map(({ name }) => name);

test('keeps what is on screen where it is, whichever section has it now, and appends what is new', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/));
  const sectionIds = ['favourites', 'recent', 'everyone'] as const;
  const aList = fc.tuple(ids, fc.nat(), fc.nat()).map(([all, one, other]) => {
    const [from = 0, to = 0] = [one % (all.length + 1), other % (all.length + 1)].sort((a, b) => a - b);
    const parts = [all.slice(0, from), all.slice(from, to), all.slice(to)];
    return sectionIds.map((id, index) => ({ id, targets: (parts[index] ?? []).map((name) => agent(name, 'ready')) }));
  });
  const namesIn = (sections: readonly Section[]) => sections.flatMap(({ targets }) => names(targets));
  fc.assert(
    fc.property(aList, aList, (shown, next) => {
      const [before, after] = [namesIn(shown), namesIn(next)];
      expect(namesIn(inPlace(next, shown))).toEqual([
        ...before.filter((name) => after.includes(name)),
        ...after.filter((name) => !before.includes(name)),
      ]);
    }),
    { numRuns: 1000 },
  );
});

test('puts what is new under its own heading', () => {
  const favourites = { id: 'favourites' as const, targets: [] };
  const everyone = (...all: string[]) => ({
    id: 'everyone' as const,
    targets: all.map((name) => agent(name, 'ready')),
  });
  expect(inPlace([favourites, everyone('b', 'a')], [favourites, everyone('a')])).toEqual([
    favourites,
    everyone('a', 'b'),
  ]);
  expect(inPlace([favourites, everyone('a')], [favourites])).toEqual([favourites, everyone('a')]);
});

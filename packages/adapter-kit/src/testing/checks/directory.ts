import { targetKey } from '@baton/contracts';
import type { Target } from '@baton/contracts';
import { demand, found } from '../demand';
import type { SceneCheck } from '../check';
import { valueOf } from '../agent-desktop';

/** Checks of the directory. */
export const directoryChecks: SceneCheck[] = [
  {
    name: 'the colleague is found by name',
    when: ({ targetKinds }) => targetKinds.includes('agent'),
    async run({ owner, target }) {
      const query = { query: target.name, kinds: ['agent' as const] };
      const { targets } = valueOf('searchTargets', await owner.backend.searchTargets(query));
      demand(
        targets.some(({ kind, id }) => kind === 'agent' && id === target.id),
        'A search by name finds an agent.',
      );
    },
  },
  {
    name: 'the directory has only what can be invited, page by page, each target once',
    async run({ owner, capabilities: { targetKinds } }) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = valueOf('searchTargets', await owner.backend.searchTargets({ limit: 2, cursor }));
        demand(page.targets.length <= 2, 'A page has no more than was asked for.');
        demand(page.targets.length > 0 || page.next === undefined, 'After an empty page there is none.');
        demand(
          page.targets.every(({ kind }) => targetKinds.includes(kind)),
          'Targets are of the kinds that the backend names.',
        );
        seen.push(...page.targets.map(targetKey));
        cursor = page.next;
      } while (cursor !== undefined && seen.length < manyTargets);
      demand(new Set(seen).size === seen.length, 'Each target is on one page only.');
    },
  },
  {
    name: 'the directory shows that an agent has become Not Ready, and an event tells it where changes are pushed',
    when: ({ targetAvailability }) => targetAvailability === 'pushed' || targetAvailability === 'onRequest',
    async run({ world, owner, colleague, target, capabilities }) {
      const isIt = ({ kind, id }: Target) => kind === target.kind && id === target.id;
      const asked = async () => {
        const query = { query: target.name, kinds: ['agent' as const] };
        const { targets } = valueOf('searchTargets', await owner.backend.searchTargets(query));
        return found(targets.find(isIt), 'A search by name finds an agent.');
      };
      const before = await asked();
      const answer = await colleague.send({ type: 'setChannelState', channel: 'sms', state: 'notReady' });
      if (answer.error?.code === 'unsupported') return;
      valueOf('setChannelState', answer);
      await world.timePasses(presenceDelayMs);
      const now = await asked();
      demand(stateOf(now) !== stateOf(before), 'The directory says that the colleague is not ready.');
      if (capabilities.targetAvailability !== 'pushed') return;
      const changes = owner.events('targets.changed').flatMap(({ targets }) => targets.filter(isIt));
      const last = found(changes.at(-1), 'A change of presence is told by targets.changed.');
      demand(stateOf(last) === stateOf(now), 'The last event has the state that the directory shows.');
      demand(last.version > before.version, 'The event has a higher version than the earlier answer of the directory.');
    },
  },
  {
    name: 'favourites are kept',
    when: ({ favourites }) => favourites,
    async run({ owner, target }) {
      const listed = async () => {
        const { targets } = valueOf('favourites', await owner.backend.favourites({}));
        const isIt = ({ kind, id }: { kind: string; id: string }) => kind === target.kind && id === target.id;
        demand((await owner.snapshot()).favourites.some(isIt) === targets.some(isIt), 'List and snapshot agree.');
        return targets.some(isIt);
      };
      await owner.take({ type: 'saveFavourite', target });
      demand(await listed(), 'A saved favourite is in the list.');
      await owner.take({ type: 'removeFavourite', target });
      demand(!(await listed()), 'A removed favourite is not.');
      demand(owner.events('favourites.changed').length > 0, 'favourites.changed tells it.');
    },
  },
  {
    name: 'the target that was used last comes first',
    when: ({ recents }) => recents,
    async run({ owner, target }) {
      await owner.take({ type: 'addRecent', target });
      const [first] = valueOf('recents', await owner.backend.recents({})).targets;
      demand(first?.kind === target.kind && first.id === target.id, 'The newest is the first.');
    },
  },
];

/** How long a change of presence may take to arrive. */
const presenceDelayMs = 10_000;

/** Presence and availability of a target, to compare. */
function stateOf(target: Target): string {
  return JSON.stringify([target.kind === 'agent' && target.presence?.state, target.sms]);
}

/** Enough targets to check the paging. */
const manyTargets = 20;

import { scenarioGroups, stateGroups } from '@baton/mocks/browser';
import { addressOf } from '../address';
import type { MockedSettings } from '../address';

/** Something that has a link: a scenario to play, or a state to look at. */
export interface Situation {
  id: string;
  title: string;
  description: string;
  /** Where it opens, and where each of its variants does. */
  address: string;
  variants: readonly { name: string; address: string }[];
}

/** Situations of one subject. */
export interface SituationGroup {
  id: string;
  title: string;
  situations: readonly Situation[];
}

/** All situations of one kind. */
export interface SituationKind {
  id: 'states' | 'scenarios';
  title: string;
  description: string;
  groups: readonly SituationGroup[];
}

/** Everything that has a link, seen with these settings. */
export function situationKinds(settings: MockedSettings): SituationKind[] {
  return [
    {
      id: 'states',
      title: 'States',
      description: 'One moment each, with the clock stopped.',
      groups: stateGroups.map(({ id, title, states }) => ({
        id: `states-${id}`,
        title,
        situations: states.map((state) => situation(settings, { state: state.id }, state)),
      })),
    },
    {
      id: 'scenarios',
      title: 'Scenarios',
      description: 'Each plays from its beginning, while you work.',
      groups: scenarioGroups.map(({ id, title, scenarios }) => ({
        id: `scenarios-${id}`,
        title,
        situations: scenarios.map((scenario) => situation(settings, { scenario: scenario.id }, scenario)),
      })),
    },
  ];
}

/** What fits all words of a query, in title, description, id or subject. What is empty then is left out. */
export function find(kinds: readonly SituationKind[], query: string): SituationKind[] {
  const words = plain(query).split(/\s+/);
  const fits = (texts: readonly string[]) => words.every((word) => plain(texts.join(' ')).includes(word));
  return kinds
    .map((kind) => ({
      ...kind,
      groups: kind.groups
        .map((group) => ({
          ...group,
          situations: group.situations.filter(({ id, title, description }) =>
            fits([title, description, id, group.title, kind.title]),
          ),
        }))
        .filter(({ situations }) => situations.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
}

const plain = (text: string) => text.trim().toLowerCase();

function situation(
  { play: _play, until: _until, ready: _ready, ...look }: MockedSettings,
  base: MockedSettings['base'],
  { id, title, description, agent }: { id: string; title: string; description: string; agent: string },
): Situation {
  const settings: MockedSettings = { ...look, base, page: { agent } };
  const variant = (name: string, changes: Partial<MockedSettings>) => ({
    name,
    address: addressOf({ ...settings, ...changes }),
  });
  return {
    id,
    title,
    description,
    address: addressOf(settings),
    variants: [
      variant('Two desktops', { page: { left: 'ana', right: 'bianca' } }),
      variant('Dark', { theme: 'dark' }),
      variant('320 px', { width: 320 }),
      variant('Arabic', { locale: 'ar', dir: undefined }),
    ],
  };
}

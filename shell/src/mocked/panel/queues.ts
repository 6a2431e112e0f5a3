import { findScenario, findState } from '@baton/mocks/browser';
import type { MockedSettings } from '../address';

/** The queues of a situation, to choose from. */
export function queuesOf({ base }: MockedSettings): { value: string; label: string }[] {
  const { seed } = 'state' in base ? findState(base.state) : findScenario(base.scenario);
  return seed.pools.filter(({ kind }) => kind === 'queue').map(({ id, name }) => ({ value: id, label: name }));
}

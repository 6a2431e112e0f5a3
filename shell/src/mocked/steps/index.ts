import type { MockedBackend } from '@baton/mocks/browser';
import { findState } from '@baton/mocks/browser';
import type { MockedSettings } from '../address';

/**
 * Does what a state lets its agent do in the page, on the desktop of that agent alone. Resolves when all of it is done.
 * Throws, after it has said so on the page, when a step cannot be done.
 */
export async function playStepsOf({ base, page }: MockedSettings, backend: MockedBackend): Promise<void> {
  if (!('state' in base)) return;
  const state = findState(base.state);
  if (state.steps === undefined || !('agent' in page) || page.agent !== state.agent) return;
  const { play } = await import('./play');
  await play(state, state.steps, backend);
}

import { findScenario, findState } from '@baton/mocks/browser';
import type { Control } from '@baton/mocks/browser';
import type { MockedSettings } from '../address';

/** Settings of an address that plays again what has happened, and stops the clock where it is now. */
export async function withHappened(settings: MockedSettings, control: Control): Promise<MockedSettings> {
  const { play, until } = await control.happened();
  // What the address says of the floor and of colleagues has happened at the start: it is in there, too.
  const played = { colleague: undefined, directory: undefined, presence: undefined };
  return { ...settings, ...played, play: play.length === 0 ? undefined : [...play], until: Math.ceil(until) };
}

/**
 * The same settings where what has happened is still there when the page opens again; with what has happened where it is
 * not: a state begins anew with each page.
 */
export async function keptWhenReopened(settings: MockedSettings, control: Control): Promise<MockedSettings> {
  const { base } = settings;
  const { standsStill } = 'state' in base ? findState(base.state) : findScenario(base.scenario);
  if (settings.until === undefined && !standsStill) return settings;
  const now = await withHappened(settings, control);
  const opens = settings.until ?? ('state' in base ? findState(base.state).opensAfterMs : 0);
  return now.until === opens && doneIn(now) === doneIn(settings) ? settings : now;
}

/** How much was done, besides what every page does when it opens. */
function doneIn({ play = [] }: MockedSettings): number {
  return play.filter(
    ([, action]) =>
      action.kind !== 'streamFound' &&
      action.kind !== 'streamLost' &&
      !(action.kind === 'command' && action.command.type === 'signIn'),
  ).length;
}

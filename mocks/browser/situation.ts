import * as v from 'valibot';
import { Play } from '../control/actions';
import { NetworkChange } from '../control/network-settings';
import type { NetworkSettings } from '../control/network-settings';
import { findScenario } from '../scenarios';
import type { Scenario } from '../scenarios';
import { findState } from '../states';

/** Longest time from the start to where the clock stands still. */
const longestPlayMs = 24 * 60 * 60 * 1000;

/** What a page asks to see. JSON, so that it fits into an address and into a worker's name. */
export interface Situation {
  /** A scenario from its beginning, or a state: a moment of one, at which the clock stands still. */
  readonly base: { readonly scenario: string } | { readonly state: string };
  /** Chance: of the network and of generated agents. Default 1. */
  readonly seed?: number | undefined;
  /** What happens besides the script: each action with its time, in milliseconds after the start. */
  readonly play?: Play | undefined;
  /** Where the clock stands still, in milliseconds after the start. */
  readonly until?: number | undefined;
  readonly network?: Partial<NetworkSettings> | undefined;
}

/** Checks a situation from outside, such as one in an address. */
export const Situation: v.GenericSchema<unknown, Situation> = v.strictObject({
  base: v.union([v.strictObject({ scenario: v.string() }), v.strictObject({ state: v.string() })]),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1))),
  play: v.optional(Play),
  until: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(longestPlayMs))),
  network: v.optional(NetworkChange),
});

/** The scenario that plays a situation. Throws, listing the ids, when there is no such scenario or state. */
export function scenarioOf({ base, seed, play, until, network }: Situation): Scenario {
  const scenario: Scenario = 'state' in base ? findState(base.state) : findScenario(base.scenario);
  return {
    ...scenario,
    ...(seed !== undefined && { chance: seed }),
    ...(play && { play }),
    ...(until !== undefined && { opensAfterMs: until, standsStill: true }),
    network: { ...scenario.network, ...network },
  };
}

const prefix = 'baton-mock.';

/** The name of the worker that plays a situation: the same for the same situation. Throws as `scenarioOf` does. */
export function workerName(situation: Situation): string {
  scenarioOf(situation);
  return `${prefix}${JSON.stringify(v.parse(Situation, situation))}`;
}

/** The situation that a worker of this name plays. */
export function situationIn(name: string): Situation {
  return v.parse(Situation, JSON.parse(name.slice(prefix.length)));
}

/** Where a worker says how fast its clock goes. */
export function rateChannel(name: string): BroadcastChannel {
  return new BroadcastChannel(`${name}.rate`);
}

/** Where a worker says that everything has started over. */
export function resetChannel(name: string): BroadcastChannel {
  return new BroadcastChannel(`${name}.reset`);
}

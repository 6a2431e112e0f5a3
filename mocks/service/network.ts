import type { Clock, Command, Random } from '@baton/contracts';
import type { NetworkProfile } from '../scenarios';
import type { ContactCentrePort, Reply } from './port';

export interface NetworkOptions {
  profile: NetworkProfile;
  clock: Clock;
  random: Random;
  /** How long the scenario has run, in milliseconds. */
  sinceStart(): Promise<number>;
}

/** Puts a scenario's network in front of a contact centre. Control does not pass through it. */
export function throughNetwork(
  centre: ContactCentrePort,
  { profile, clock, random, sinceStart }: NetworkOptions,
): ContactCentrePort {
  const [least, most] = profile.latencyMs;

  const delay = (ms: number) =>
    ms === 0 ? Promise.resolve() : new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));

  async function cross<T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> {
    await delay(least + random.next() * (most - least));
    if (isOut(profile, await sinceStart())) return { ok: false, problem: 'connectionLost' };
    return ask();
  }

  async function command(token: string, asked: Command): ReturnType<ContactCentrePort['command']> {
    const failure = profile.failures.find((candidate) => candidate.command === asked.type);
    if (failure?.how === 'hang') return new Promise(() => undefined);
    if (failure?.how === 'error') {
      return { ok: false, problem: { code: 'internal', detail: `The scenario lets ${asked.type} fail` } };
    }
    return centre.command(token, asked);
  }

  return {
    signInChoices: () => cross(() => centre.signInChoices()),
    openSession: (agentId) => cross(() => centre.openSession(agentId)),
    command: (token, asked) => cross(() => command(token, asked)),
    snapshot: (token) => cross(() => centre.snapshot(token)),
    targets: (token, query) => cross(() => centre.targets(token, query)),
    favourites: (token) => cross(() => centre.favourites(token)),
    recents: (token) => cross(() => centre.recents(token)),
    messages: (token, id, range) => cross(() => centre.messages(token, id, range)),
    subscribe: (token, cursor, sink) => cross(() => centre.subscribe(token, cursor, sink)),
    control: centre.control,
  };
}

/** Whether nothing gets through now. */
function isOut(profile: NetworkProfile, sinceStart: number): boolean {
  return profile.outages.some(({ from, to }) => sinceStart >= from && sinceStart < to);
}

/** When the next outage begins, in milliseconds after the start. */
export function nextOutage(profile: NetworkProfile, sinceStart: number): number | undefined {
  return profile.outages.map(({ from }) => from).find((from) => from > sinceStart);
}

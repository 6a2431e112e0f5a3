import type { Clock, Random } from '@baton/contracts';
import type { FrameOptions, Refusal } from '@baton/contracts/bridge';
import { openChannel } from './channel';
import type { Channel, Said } from './channel';
import type { Deployment } from './deployment';
import { openDesk } from './desk';
import type { Desk, Reach } from './desk';
import { problemOfBackend } from './judge';
import type { Greeting } from './judge';
import type { Place } from './places';
import manifest from '../package.json';

export interface ParentToServe {
  port: MessagePort;
  greeting: Greeting;
  reach: Promise<Reach>;
  places: readonly Place[];
  deployment: Deployment;
  clock: Clock;
  random: Random;
  refuse(code: Refusal, message: string): void;
}

/** A parent that has been accepted. */
export interface ServedParent {
  /** Tells it that a message was ignored. */
  ignored: Channel['ignore'];
  leave(): void;
}

/** Options that a standing module cannot take: with another one, modules are taken down and put up again. */
const lasting = [
  'agent',
  'backend',
  'locale',
  'timeZone',
  'dir',
  'messages',
  'shortcuts',
  'timing',
  'features',
] as const;

/** Opens the agent's desk and does what the parent says, one after the other, until it leaves. */
export function serveParent({ port, greeting, reach, refuse, ...world }: ParentToServe): ServedParent {
  let { options, page: state } = greeting;
  let desk: Desk | undefined;
  let gone = false;
  const channel = openChannel(port, world.clock, (said) => {
    if (said.type === 'close') leave();
    else turn = turn.then(() => act(said)).catch(fail);
  });
  let turn = open(options)
    .then(() => channel.send('connected', { version: manifest.version, modules: world.places.map(({ name }) => name) }))
    .catch(fail);

  async function open({ preferences, theme, density }: Pick<FrameOptions, 'preferences' | 'theme' | 'density'>) {
    const opened = await openDesk({
      ...world,
      page: document,
      options: { ...options, preferences, theme, density },
      state,
      channel,
      reach: await reach,
    });
    if (gone) return opened.close();
    desk = opened;
    channel.send('shortcuts', { shortcuts: desk.shortcuts() });
  }

  function fail(cause: unknown) {
    if (!gone) refuse('options', cause instanceof Error ? cause.message : String(cause));
  }

  function act(said: Exclude<Said, { type: 'close' }>): Promise<void> | void {
    switch (said.type) {
      case 'update':
        return update(said.payload);
      case 'request':
        return desk?.request(said.id, said.payload);
      case 'cancel':
        return desk?.cancel(said.payload.request);
      case 'focus':
        return desk?.focus(said.payload.module);
      case 'shortcut':
        return desk?.press(said.payload.command);
      case 'page':
        state = said.payload;
        return desk?.setState(state);
      case 'notificationClicked':
        return desk?.clicked(said.payload.notification);
    }
  }

  function update(changes: Partial<FrameOptions>): Promise<void> | void {
    if (gone || desk === undefined) return undefined;
    const problem = problemOfBackend(changes, world.deployment, window.location.origin);
    if (problem !== undefined) return refuse('backend', problem);
    const before = options;
    options = { ...options, ...changes };
    if (lasting.every((name) => JSON.stringify(before[name]) === JSON.stringify(options[name])))
      return desk.follow(options, changes);
    // What the agent has set meanwhile stays set.
    const preferences = { ...desk.preferences(), ...changes.preferences };
    desk.close();
    return open({ ...changes, preferences });
  }

  function leave() {
    gone = true;
    desk?.close();
    channel.close();
  }

  return { ignored: channel.ignore, leave };
}

import type { Clock, FrameOptions, Random, Refusal } from '@baton/contracts';
import { openChannel } from './channel';
import type { Channel, Said } from './channel';
import type { Deployment } from './deployment';
import { openDesk } from './desk';
import type { Desk, Reach } from './desk';
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
const lasting = ['agent', 'backend', 'locale', 'timeZone', 'dir', 'messages', 'shortcuts', 'timing'] as const;

type Look = Pick<FrameOptions, 'preferences' | 'theme' | 'density'>;

/** Opens the agent's desk and does what the parent says, until it leaves. */
export function serveParent({ port, greeting, reach, places, deployment, clock, random, refuse }: ParentToServe): ServedParent {
  let current = greeting.options;
  let state = greeting.page;
  let desk: Desk | undefined;
  let gone = false;
  const channel = openChannel(port, clock, hear);

  const open = (how: Reach, { preferences, theme, density }: Look) =>
    openDesk({ page: document, options: { ...current, preferences, theme, density }, state, places, deployment, channel, reach: how, clock, random });

  void reach.then((how) => {
    if (gone) return;
    try {
      desk = open(how, current);
    } catch (cause) {
      refuse('options', cause instanceof Error ? cause.message : String(cause));
      return;
    }
    channel.send('connected', { version: manifest.version, modules: places.map(({ name }) => name) });
    channel.send('shortcuts', { shortcuts: desk.shortcuts() });
  });

  function hear(said: Said) {
    switch (said.type) {
      case 'update':
        return void reach.then((how) => update(how, said.payload));
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
      case 'close':
        return leave();
    }
  }

  function update(how: Reach, changes: Partial<FrameOptions>) {
    if (gone || desk === undefined) return;
    const before = current;
    current = { ...current, ...changes };
    if (lasting.every((name) => JSON.stringify(before[name]) === JSON.stringify(current[name]))) return desk.follow(current, changes);
    // What the agent has set meanwhile stays set.
    const preferences = { ...desk.preferences(), ...changes.preferences };
    desk.close();
    desk = open(how, { ...changes, preferences });
    channel.send('shortcuts', { shortcuts: desk.shortcuts() });
  }

  function leave() {
    gone = true;
    desk?.close();
    channel.close();
  }

  return { ignored: channel.ignore, leave };
}

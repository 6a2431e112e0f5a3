import type { Clock, OptionalFields, Random } from '@baton/contracts';
import type { FrameOptions, Refusal } from '@baton/contracts/bridge';
import { messageOf } from '@baton/runtime';
import { openChannel } from './channel';
import type { Channel, Said } from './channel';
import type { Deployment } from './deployment';
import { openDesktop } from './desktop';
import type { Desktop, Reach } from './desktop';
import { problemOfBackend } from './check-greeting';
import type { Greeting } from './check-greeting';
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

/** Options that mounted modules cannot follow: when one changes, modules are unmounted and mounted again. */
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
  'privileges',
  'autoAnswer',
  'lock',
  'actions',
  'templates',
  'caseData',
  'prices',
  'maskCardNumbers',
  'consentWords',
] as const;

/** Opens the agent's desktop and handles the parent's messages in their order, until the parent leaves. */
export function serveParent({ port, greeting, reach, refuse, ...world }: ParentToServe): ServedParent {
  let { options, page: state } = greeting;
  let desktop: Desktop | undefined;
  let gone = false;
  const channel = openChannel(port, world.clock, (said) => {
    if (said.type === 'close') leave();
    else turn = turn.then(() => act(said)).catch(fail);
  });
  let turn = open(options)
    .then(() => channel.send('connected', { version: manifest.version, modules: world.places.map(({ name }) => name) }))
    .catch(fail);

  async function open({ preferences, theme, density }: Pick<FrameOptions, 'preferences' | 'theme' | 'density'>) {
    const opened = await openDesktop({
      ...world,
      page: document,
      options: { ...options, preferences, theme, density },
      state,
      channel,
      reach: await reach,
    });
    if (gone) return opened.close();
    desktop = opened;
    channel.send('shortcuts', { shortcuts: desktop.shortcuts() });
  }

  function fail(cause: unknown) {
    if (!gone) refuse('options', messageOf(cause));
  }

  function act(said: Exclude<Said, { type: 'close' }>): Promise<void> | void {
    switch (said.type) {
      case 'update':
        return update(said.payload);
      case 'request':
        return desktop?.request(said.id, said.payload);
      case 'cancel':
        return desktop?.cancel(said.payload.request);
      case 'focus':
        return desktop?.focus(said.payload.module);
      case 'shortcut':
        return desktop?.press(said.payload.command);
      case 'page':
        state = said.payload;
        return desktop?.setState(state);
      case 'notificationClicked':
        return desktop?.clicked(said.payload.notification);
    }
  }

  function update(changes: OptionalFields<FrameOptions>): Promise<void> | void {
    if (gone || desktop === undefined) return undefined;
    const problem = problemOfBackend(changes, world.deployment, window.location.origin);
    if (problem !== undefined) return refuse('backend', problem);
    const before = options;
    options = { ...options, ...changes, agent: changes.agent ?? options.agent };
    if (lasting.every((name) => JSON.stringify(before[name]) === JSON.stringify(options[name])))
      return desktop.follow(options, changes);
    // The agent's own settings stay.
    const preferences = { ...desktop.preferences(), ...changes.preferences };
    desktop.close();
    return open({ ...changes, preferences });
  }

  function leave() {
    gone = true;
    desktop?.close();
    channel.close();
  }

  return { ignored: channel.ignore, leave };
}

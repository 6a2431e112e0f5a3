import type { DesktopStore, PreferencesStore, RoutingCommands, TimeToAnswer } from '@baton/contracts';

export interface TimeToAnswerOptions {
  store: DesktopStore;
  preferences: PreferencesStore;
  commands: Pick<RoutingCommands, 'setTimeToAnswer'>;
  /** What the host lets agents choose from; another wish counts as the usual time. */
  choices: readonly TimeToAnswer[] | undefined;
}

/**
 * Tells the routing backend how much time the agent has asked for: after every
 * connect, since the backend may have forgotten it, and whenever it changes.
 * The deadlines are the backend's. Stops with the signal.
 */
export function tellTimeToAnswer(
  { store, preferences, commands, choices }: TimeToAnswerOptions,
  signal: AbortSignal,
): void {
  // What a backend assumes that has heard nothing.
  let told: TimeToAnswer = 1;
  let live = false;

  function tell() {
    const { connection, capabilities } = store.getState();
    const isLive = connection.state === 'live';
    if (isLive && !live) told = 1;
    live = isLive;
    if (!live || capabilities?.timeToAnswer !== true) return;
    const { timeToAnswer } = preferences.get();
    const factor = (choices?.includes(timeToAnswer) ?? true) ? timeToAnswer : 1;
    if (factor === told) return;
    told = factor;
    void commands.setTimeToAnswer({ factor });
  }

  const stops = [store.subscribe(tell), preferences.subscribe(tell)];
  signal.addEventListener('abort', () => stops.forEach((stop) => stop()), { once: true });
  tell();
}

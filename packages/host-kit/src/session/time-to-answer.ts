import type { DesktopStore, PreferencesStore, RoutingCommands, TimeToAnswer } from '@baton/contracts';

export interface TimeToAnswerOptions {
  store: DesktopStore;
  preferences: PreferencesStore;
  commands: Pick<RoutingCommands, 'setTimeToAnswer'>;
  /** What the host lets agents choose from. Any other preference counts as the usual time. */
  choices: readonly TimeToAnswer[] | undefined;
}

/**
 * Sends the agent's preferred time to answer to the routing backend, which sets the deadlines: after every connect,
 * since the backend may have forgotten it, and whenever it changes. Stops with the signal.
 */
export function tellTimeToAnswer(
  { store, preferences, commands, choices }: TimeToAnswerOptions,
  signal: AbortSignal,
): void {
  // What a backend assumes by default.
  let sent: TimeToAnswer = 1;
  let wasLive = false;

  function sendChange() {
    const { connection, capabilities } = store.getState();
    const isLive = connection.state === 'live';
    if (isLive && !wasLive) sent = 1;
    wasLive = isLive;
    if (!isLive || capabilities?.timeToAnswer !== true) return;
    const { timeToAnswer } = preferences.get();
    const factor = (choices?.includes(timeToAnswer) ?? true) ? timeToAnswer : 1;
    if (factor === sent) return;
    sent = factor;
    void commands.setTimeToAnswer({ factor });
  }

  const stops = [store.subscribe(sendChange), preferences.subscribe(sendChange)];
  signal.addEventListener('abort', () => stops.forEach((stop) => stop()), { once: true });
  sendChange();
}

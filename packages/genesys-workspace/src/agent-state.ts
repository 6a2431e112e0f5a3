import type { Context } from './context';
import { effects } from './conversations';
import type { WireChannel } from './wire';

/** The agent's readiness on the channel. */
export interface AgentState {
  /** A channel as an event or a reading has it; undefined: the agent has none yet, or not any more. */
  see(channel: WireChannel | undefined): void;
  /** Undefined until Workspace has told: seconds after signing in. */
  readonly state: 'ready' | 'notReady' | undefined;
  /** Resolves with the first state that Workspace tells, or undefined after `ms`. */
  known(ms: number): Promise<'ready' | 'notReady' | undefined>;
}

export function createAgentState({ options, me, clock, operations, tell }: Context): AgentState {
  let state: 'ready' | 'notReady' | undefined;
  let shown: string | undefined;
  let since = clock.now();
  const waiting = new Set<() => void>();

  function see(channel: WireChannel | undefined): void {
    const word = channel?.state.replaceAll('-', '').toLowerCase();
    const isOut = word === undefined || word === 'loggedout' || word === 'logout' || word === 'unknown';
    state = isOut ? undefined : word === 'ready' ? 'ready' : 'notReady';
    const reason = state === 'notReady' && channel ? reasonOf(channel) : undefined;
    const commandId = state && operations.seen(effects.channel(state));
    const now = `${state} ${reason ?? ''}`;
    if (now === shown) return;
    const isFirst = shown === undefined || shown.startsWith('undefined');
    shown = now;
    since = clock.now();
    const presence = { state: state ?? 'unknown', ...(reason !== undefined && { reason }), since } as const;
    // Before the agent was signed in nobody has set it; then it is theirs, or routing's.
    const setBy = isFirst ? {} : { setBy: commandId === undefined ? ('backend' as const) : ('agent' as const) };
    const channels = state && [
      { channel: 'sms' as const, state, ...(reason !== undefined && { reason }), since, ...setBy },
    ];
    tell((news) => news.agent({ ...me, presence, channels: channels ?? [] }), commandId);
    if (state) waiting.forEach((resolve) => resolve());
  }

  function reasonOf({ reasons }: WireChannel): string | undefined {
    const values = reasons.flatMap(({ value }) =>
      typeof value === 'string' || typeof value === 'number' ? [`${value}`] : [],
    );
    const known = options.notReadyReasons.find(({ id }) => values.includes(id));
    return known?.label ?? values[0]?.slice(0, 60);
  }

  return {
    see,
    get state() {
      return state;
    },
    known: (ms) =>
      new Promise((resolve) => {
        if (state) return resolve(state);
        const done = () => {
          stop();
          waiting.delete(done);
          resolve(state);
        };
        const stop = clock.setTimeout(done, ms);
        waiting.add(done);
      }),
  };
}

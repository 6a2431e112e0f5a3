import { Refusal } from '@baton/adapter-kit';
import type { Clock, Random } from '@baton/contracts';
import { retryDelay, safely } from '@baton/runtime';
import * as v from 'valibot';

/** A Bayeux session. */
export interface ChannelFollower {
  /** Resolves when the server knows, so that it holds no poll for a page that is gone. */
  close(): Promise<void>;
}

/** What a Bayeux session tells. */
export interface BayeuxListener {
  onMessage(channel: string, data: unknown): void;
  /** Subscribed, for the first time or after a break: what was pushed meanwhile is lost. */
  onOpen(): void;
  /** The connection is lost; the next attempt follows in `retryInMs`. */
  onBreak(retryInMs: number): void;
}

export interface BayeuxOptions {
  channels: readonly string[];
  exchange(messages: readonly object[], limitMs: number): Promise<unknown>;
  clock: Clock;
  random: Random;
  listener: BayeuxListener;
}

const Advice = v.object({
  reconnect: v.optional(v.string()),
  interval: v.optional(v.number()),
  timeout: v.optional(v.number()),
});

const Reply = v.object({
  channel: v.string(),
  clientId: v.optional(v.string()),
  successful: v.optional(v.boolean()),
  error: v.optional(v.string()),
  advice: v.optional(v.fallback(v.optional(Advice), undefined)),
  data: v.optional(v.unknown()),
});
type Reply = v.InferOutput<typeof Reply>;

/** How long an answer may take beyond the time that the server holds a poll. */
const networkMs = 10_000;
/** The longest pause that a server can advise: with several windows it has some of them poll. */
const longestIntervalMs = 30_000;

/** The session is unknown to the server: it has expired, or the server has restarted. */
class SessionUnknown extends Error {}

/**
 * Follows channels by long polling, until `close`. A lost poll is repeated in its session, which the server keeps for
 * some seconds; an unknown session (402) is begun anew.
 */
export function followChannels({ channels, exchange, clock, random, listener }: BayeuxOptions): ChannelFollower {
  let isClosed = false;
  let clientId: string | undefined;
  let lastId = 0;
  let holdMs = 30_000;
  let intervalMs = 0;
  let wake: () => void = () => undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const stop = clock.setTimeout(resolve, ms);
      wake = () => {
        stop();
        resolve();
      };
    });

  async function request(messages: readonly object[], limitMs = networkMs): Promise<Reply[]> {
    const numbered = messages.map((message) => ({
      id: `${(lastId += 1)}`,
      ...(clientId !== undefined && { clientId }),
      ...message,
    }));
    const answer = await exchange(numbered, limitMs);
    const replies = (Array.isArray(answer) ? answer : []).flatMap((one): Reply[] => {
      const read = v.safeParse(Reply, one);
      return read.success ? [read.output] : [];
    });
    for (const { channel, data, advice } of replies) {
      if (advice?.timeout !== undefined) holdMs = advice.timeout;
      if (advice?.interval !== undefined) intervalMs = Math.min(advice.interval, longestIntervalMs);
      if (!channel.startsWith('/meta/') && !isClosed) safely(() => listener.onMessage(channel, data));
    }
    return replies;
  }

  function check(replies: readonly Reply[], channel: string): Reply {
    const reply = replies.find((one) => one.channel === channel);
    if (!reply) throw new Error(`${channel} was not answered.`);
    if (reply.successful) return reply;
    if (reply.error?.startsWith('402') || reply.advice?.reconnect === 'handshake')
      throw new SessionUnknown(reply.error);
    throw new Error(`${channel} was refused: ${reply.error ?? 'without a reason'}`);
  }

  async function begin(): Promise<void> {
    clientId = undefined;
    intervalMs = 0;
    const supportedConnectionTypes = ['long-polling'];
    const hello = { channel: '/meta/handshake', version: '1.0', minimumVersion: '1.0', supportedConnectionTypes };
    const { clientId: id } = check(await request([hello]), '/meta/handshake');
    clientId = id;
    const replies = await request(channels.map((subscription) => ({ channel: '/meta/subscribe', subscription })));
    for (const one of replies.filter(({ channel }) => channel === '/meta/subscribe')) check([one], '/meta/subscribe');
  }

  async function poll(isFirst: boolean): Promise<void> {
    const connect = { channel: '/meta/connect', connectionType: 'long-polling' };
    // The first one is answered at once, so that a broken way is noticed before the server's time is up.
    const message = isFirst ? { ...connect, advice: { timeout: 0 } } : connect;
    check(await request([message], holdMs + networkMs), '/meta/connect');
  }

  async function run(): Promise<void> {
    let failures = 0;
    let isOpen = false;
    for (;;) {
      if (isClosed) return;
      try {
        if (clientId === undefined) await begin();
        await poll(!isOpen);
        if (isClosed) return;
        failures = 0;
        if (!isOpen) safely(() => listener.onOpen());
        isOpen = true;
        if (intervalMs > 0) await pause(intervalMs);
      } catch (cause) {
        if (isClosed) return;
        const isRefused = cause instanceof Refusal && cause.code === 'unauthenticated';
        if (isRefused) return;
        isOpen = false;
        const isUnknown = cause instanceof SessionUnknown;
        if (isUnknown) clientId = undefined;
        failures += 1;
        // An unknown session is begun anew at once, unless that was tried already.
        const retryInMs = isUnknown && failures === 1 ? 0 : retryDelay(failures, random);
        if (retryInMs === 0) continue;
        safely(() => listener.onBreak(retryInMs));
        await pause(retryInMs);
      }
    }
  }

  void run();

  return {
    async close() {
      if (isClosed) return;
      isClosed = true;
      wake();
      if (clientId !== undefined) await request([{ channel: '/meta/disconnect' }]).catch(() => undefined);
    },
  };
}

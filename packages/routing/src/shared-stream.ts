import type { RoutingConnection, RoutingError } from '@baton/contracts';
import * as v from 'valibot';
import type { Profile } from './browser-profile';
import type { Receiver } from './receiver';
import { maxSilenceMs, parseEvent } from './stream-events';
import type { RawEvent, StreamEvent } from './stream-events';
import { holdStream } from './stream';

/** Part of the lock's name, so that windows with another protocol have their own stream. */
const protocol = 'baton-stream-1';

/**
 * How many frames are kept for windows that join later. A window that needs earlier ones takes a snapshot, as after any
 * gap.
 */
const maxFrames = 200;

/** Time limit for the leader's answer. After it, the leader is frozen or there is none yet. */
const answerMs = 2_000;

/** Random spread, so that windows do not all replace a silent leader at the same moment. */
const spreadMs = 1_000;

/** A timer that fires later than this means that this window was asleep; it says nothing about the leader. */
const lateMs = 1_500;

const Leader = { leader: v.string() };

/** The messages between windows. They never contain tokens. */
const Message = v.variant('kind', [
  /** A window asks for everything after the cursor `from`. */
  v.object({ kind: v.literal('ask'), from: v.number() }),
  /** A window has become the leader: all others ask it. */
  v.object({ kind: v.literal('lead'), ...Leader }),
  /**
   * Answers `ask`: all frames after `since` follow. `heard`: data is arriving on the stream, which may be silent for
   * `patienceMs`.
   */
  v.object({
    kind: v.literal('here'),
    ...Leader,
    from: v.number(),
    since: v.number(),
    heard: v.boolean(),
    patienceMs: v.number(),
  }),
  v.object({ kind: v.literal('said'), ...Leader, said: v.object({ event: v.string(), data: v.string() }) }),
  v.object({ kind: v.literal('broken'), ...Leader, retryInMs: v.number() }),
]);
type Message = v.InferOutput<typeof Message>;

/**
 * Shares one event stream with the other windows that use the same name. The window with the lock of that name, the
 * leader, holds the stream and passes its events on. When a leader closes or crashes, the browser gives the lock to the
 * next window; when a leader falls silent, as a frozen window does, another window steals the lock.
 *
 * A window accepts a leader's events only after the leader's answer to its own question, so that no event is missed or
 * doubled when the leader changes.
 *
 * @returns resolves when `signal` has aborted, or with the error when this window's own session is lost
 */
export function shareStream(
  connection: RoutingConnection,
  name: string,
  profile: Profile,
  receiver: Receiver,
  signal: AbortSignal,
): Promise<RoutingError | undefined> {
  const { clock, random } = connection;
  const lockName = `${protocol} ${name}`;

  return new Promise((resolve) => {
    /** The leader that has answered; undefined before, and while this window leads. */
    let leader: string | undefined;
    /** Set while this window leads. */
    let leading: { answer(from: number): void; stop(): void } | undefined;
    /** The window that has become the leader last: answers of others are outdated. */
    let expected: string | undefined;
    let asked = 0;
    let hasAskedAgain = false;
    let silenceMs = maxSilenceMs();
    let queueing = new AbortController();
    let stopTimer = () => undefined as void;
    const channel = profile.openChannel(lockName, onMessage);
    const post = (message: Message) => {
      if (!signal.aborted) channel.post(message);
    };

    function end(error?: RoutingError) {
      stopTimer();
      queueing.abort();
      stopLeading();
      channel.close();
      signal.removeEventListener('abort', onAbort);
      resolve(error);
    }
    const onAbort = () => end();

    /** Asks the leader for everything that this window has missed. */
    function ask() {
      leader = undefined;
      asked = receiver.position();
      post({ kind: 'ask', from: asked });
      wait(answerMs);
    }

    /** Becomes the leader when nothing arrives for at least `minMs`. */
    function wait(minMs: number) {
      stopTimer();
      const ms = minMs + random.next() * spreadMs;
      const dueAt = clock.now() + ms;
      stopTimer = clock.setTimeout(() => {
        // The leader may only be slow, and the question wakes it. A window that was asleep may still have unread
        // messages.
        if (leader !== undefined) return ask();
        if (clock.now() - dueAt > lateMs && !hasAskedAgain) {
          hasAskedAgain = true;
          return ask();
        }
        expected = undefined;
        receiver.broke(0);
        requestLock({ steal: true });
      }, ms);
    }

    function stopLeading() {
      leading?.stop();
      leading = undefined;
    }

    /** Queues for the lock, or steals it. */
    function requestLock(how?: { steal: true }) {
      queueing.abort();
      const mine = (queueing = new AbortController());
      profile
        .withLock(lockName, how ?? { signal: mine.signal }, () => hold(mine))
        .catch((cause: unknown) => {
          if (mine.signal.aborted || signal.aborted) return;
          stopLeading();
          // An AbortError means that another window has stolen the lock. Without access to locks, nothing is shared.
          if (!(cause instanceof DOMException && cause.name === 'AbortError')) return void hold(mine);
          receiver.broke(0);
          ask();
          requestLock();
        });
    }

    /** @param mine the controller of the request for the lock; a newer one means that the lock was stolen since */
    async function hold(mine: AbortController) {
      if (signal.aborted || mine !== queueing) return;
      stopTimer();
      const leaving = new AbortController();
      const me = random.id();
      const frames: { cursor: number; raw: RawEvent }[] = [];
      let since = receiver.position();
      let heard = false;
      leader = undefined;
      post({ kind: 'lead', leader: me });

      const stream = holdStream(
        connection,
        {
          position: receiver.position,
          onEvent(raw, event) {
            if (leaving.signal.aborted) return;
            heard ||= event.kind !== 'other';
            updateSilence(event);
            if (event.kind === 'frame') {
              frames.push({ cursor: event.frame.cursor, raw });
              if (frames.length > maxFrames) since = frames.shift()?.cursor ?? since;
            }
            post({ kind: 'said', leader: me, said: raw });
            receiver.take(event);
          },
          onBreak(retryInMs) {
            heard = false;
            post({ kind: 'broken', leader: me, retryInMs });
            receiver.broke(retryInMs);
          },
        },
        leaving.signal,
      );
      const lead = (leading = {
        answer(from) {
          if (stream.endWait()) heard = false;
          post({ kind: 'here', leader: me, from, since: Math.max(since, from), heard, patienceMs: silenceMs });
          for (const { cursor, raw } of frames) if (cursor > from) post({ kind: 'said', leader: me, said: raw });
        },
        stop: () => leaving.abort(),
      });
      const error = await stream.ended;
      if (leading === lead) leading = undefined;
      if (error) end(error);
    }

    /** The leader may be silent for as long as its stream. */
    function updateSilence(event: StreamEvent) {
      if (event.kind === 'heartbeat') silenceMs = maxSilenceMs(event.everyMs);
    }

    function onMessage(data: unknown) {
      const message = v.safeParse(Message, data);
      if (!message.success || signal.aborted) return;
      handle(message.output);
    }

    function handle(message: Message) {
      switch (message.kind) {
        case 'ask':
          return leading?.answer(message.from);
        case 'lead':
          if (leading) return undefined;
          expected = message.leader;
          return ask();
        case 'here':
          if (leading || leader !== undefined || message.from !== asked) return undefined;
          if (expected !== undefined && message.leader !== expected) return undefined;
          if (message.since > asked) return receiver.take({ kind: 'gap' });
          leader = message.leader;
          hasAskedAgain = false;
          silenceMs = message.patienceMs;
          if (message.heard) receiver.opened();
          return wait(silenceMs);
        case 'said': {
          if (message.leader !== leader) return undefined;
          const event = parseEvent(message.said);
          updateSilence(event);
          wait(silenceMs);
          return receiver.take(event);
        }
        case 'broken':
          if (message.leader !== leader) return undefined;
          receiver.broke(message.retryInMs);
          return wait(message.retryInMs);
      }
    }

    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) return end();
    requestLock();
    ask();
  });
}

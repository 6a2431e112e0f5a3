import type { RoutingConnection, RoutingError } from '@baton/contracts';
import * as v from 'valibot';
import type { Profile } from './profile';
import type { Receiver } from './receiver';
import { patienceMs, signalFrom } from './server-sent';
import type { Said, Signal } from './server-sent';
import { holdStream } from './stream';

/** Part of the names, so that windows with another protocol have a stream of their own. */
const protocol = 'baton-stream-1';

/** How many frames a window that comes later can be given. With fewer it takes a snapshot, as after any gap. */
const keptFrames = 200;

/** How long the leader has to answer, in ms: longer, and it is frozen, or there is none yet. */
const answerMs = 2_000;

/** Windows that find the leader mute do not all take its place in the same moment. In ms. */
const spreadMs = 1_000;

/** A timer that comes later than this was not kept by an awake window: it says nothing about the leader. In ms. */
const lateMs = 1_500;

const Leader = { leader: v.string() };

/** What windows tell each other. Tokens are not among it. */
const Message = v.variant('kind', [
  /** A window wants everything after the cursor `from`. */
  v.object({ kind: v.literal('ask'), from: v.number() }),
  /** A window has taken the stream: all others ask it. */
  v.object({ kind: v.literal('lead'), ...Leader }),
  /** Answers `ask`: all frames after `since` follow. `heard`: the stream is heard at the moment; it may be silent for `patienceMs`. */
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
 * Shares one event stream with the other windows that give the same name: whoever has the lock of that name, the leader,
 * holds it and passes on what it hears. When a leader closes or crashes, the browser gives the lock to the next; when
 * it falls silent, as a frozen window does, another takes it away.
 *
 * Every window follows its own leader's word only from an answer to its own question on, so that nothing is missed or
 * doubled, whoever leads.
 *
 * @returns when `signal` has aborted, or when this window's own session is lost: then with the error
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
    /** The leader that has answered; nothing before, and while this window leads. */
    let leader: string | undefined;
    /** While this window leads. */
    let leading: { answer(from: number): void; stop(): void } | undefined;
    /** The window that has said that it leads now: an answer of another is out of date. */
    let expected: string | undefined;
    let asked = 0;
    let doubted = false;
    let patience = patienceMs();
    let queueing = new AbortController();
    let stopTimer = () => undefined as void;
    const channel = profile.openChannel(lockName, hear);
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

    /** Asks whoever leads for all that this window has not heard. */
    function ask() {
      leader = undefined;
      asked = receiver.position();
      post({ kind: 'ask', from: asked });
      wait(answerMs);
    }

    /** Takes the lead when nothing is heard for so long. */
    function wait(leastMs: number) {
      stopTimer();
      const ms = leastMs + random.next() * spreadMs;
      const dueAt = clock.now() + ms;
      stopTimer = clock.setTimeout(() => {
        // The leader may only be slow, and is waked by the question. In a window that was asleep what has come meanwhile
        // may not have been heard yet.
        if (leader !== undefined) return ask();
        if (clock.now() - dueAt > lateMs && !doubted) {
          doubted = true;
          return ask();
        }
        expected = undefined;
        receiver.broke(0);
        take({ steal: true });
      }, ms);
    }

    function stopLeading() {
      leading?.stop();
      leading = undefined;
    }

    /** Gets into line for the lead, or takes it. */
    function take(how?: { steal: true }) {
      queueing.abort();
      const mine = (queueing = new AbortController());
      profile
        .withLock(lockName, how ?? { signal: mine.signal }, () => hold(mine))
        .catch((cause: unknown) => {
          if (mine.signal.aborted || signal.aborted) return;
          stopLeading();
          // Robbed of the lead: another window was right not to wait. Where there are no locks to be had, nothing is shared.
          if (!(cause instanceof DOMException && cause.name === 'AbortError')) return void hold(mine);
          receiver.broke(0);
          ask();
          take();
        });
    }

    /** @param mine what it was asked for with; since then this window may have been robbed */
    async function hold(mine: AbortController) {
      if (signal.aborted || mine !== queueing) return;
      stopTimer();
      const leaving = new AbortController();
      const me = random.id();
      const kept: { cursor: number; said: Said }[] = [];
      let since = receiver.position();
      let heard = false;
      leader = undefined;
      post({ kind: 'lead', leader: me });

      const stream = holdStream(
        connection,
        {
          position: receiver.position,
          onSaid(said, meant) {
            if (leaving.signal.aborted) return;
            heard ||= meant.kind !== 'other';
            learn(meant);
            if (meant.kind === 'frame') {
              kept.push({ cursor: meant.frame.cursor, said });
              if (kept.length > keptFrames) since = kept.shift()?.cursor ?? since;
            }
            post({ kind: 'said', leader: me, said });
            receiver.take(meant);
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
          if (stream.hurry()) heard = false;
          post({ kind: 'here', leader: me, from, since: Math.max(since, from), heard, patienceMs: patience });
          for (const { cursor, said } of kept) if (cursor > from) post({ kind: 'said', leader: me, said });
        },
        stop: () => leaving.abort(),
      });
      const error = await stream.ended;
      if (leading === lead) leading = undefined;
      if (error) end(error);
    }

    /** How long the leader may be silent: as long as its stream, and a bit. */
    function learn(meant: Signal) {
      if (meant.kind === 'heartbeat') patience = patienceMs(meant.everyMs);
    }

    function hear(data: unknown) {
      const message = v.safeParse(Message, data);
      if (!message.success || signal.aborted) return;
      follow(message.output);
    }

    function follow(message: Message) {
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
          doubted = false;
          patience = message.patienceMs;
          if (message.heard) receiver.opened();
          return wait(patience);
        case 'said': {
          if (message.leader !== leader) return undefined;
          const meant = signalFrom(message.said);
          learn(meant);
          wait(patience);
          return receiver.take(meant);
        }
        case 'broken':
          if (message.leader !== leader) return undefined;
          receiver.broke(message.retryInMs);
          return wait(message.retryInMs);
      }
    }

    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) return end();
    take();
    ask();
  });
}

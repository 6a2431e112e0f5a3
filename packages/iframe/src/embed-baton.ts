import type { Facts, FactTopic, Requests, RequestTopic } from '@baton/contracts';
import type { FrameMessage, HeightBounds, KeyBinding, PayloadOf } from '@baton/contracts/bridge';
import { platformOf, rests } from '@baton/ui/keys';
import { connect } from './channel';
import type { Channel, Handlers } from './channel';
import { isAnswerTo, isFact, isPayloadOf } from './check';
import { embedError } from './embed-error';
import type { EmbedError, EmbedErrorCode } from './embed-error';
import { hook } from './hook';
import type { EmbedOptions } from './options';
import { createPage } from './page';
import { showFailure } from './placeholder';
import { commandOf } from './shortcuts';
import { systemClock } from './system-clock';
import { wordsOf } from './words';

/** Options that can change while the frame stands. Locale, direction, words, keys and agent take its modules down and up again. */
export type LiveOptions = Partial<Omit<EmbedOptions, 'src' | 'origin' | 'title' | 'clock'>>;

/** Baton in an iframe of this page. */
export interface EmbeddedBaton {
  /** Resolves when the frame has answered, rejects with an `EmbedError` when it refuses or does not. */
  ready(): Promise<void>;
  /** Changes options; those left out stay. */
  update(changes: LiveOptions): void;
  /** Asks on the frame's bus. Rejects with an `EmbedError`. */
  request<T extends RequestTopic>(
    topic: T,
    ask: Requests[T]['ask'],
    options?: { signal?: AbortSignal },
  ): Promise<Requests[T]['answer']>;
  /** Listens on the frame's bus; a retained fact is delivered at once. Returns how to stop. */
  on<T extends FactTopic>(topic: T, listener: (payload: Facts[T]) => void): () => void;
  /** Brings focus into a module of the frame; without a name, into the first. */
  focus(module?: string): void;
  /** Takes everything down: frame, listeners, timers, notifications, title. */
  unmount(): void;
}

type Said = PayloadOf<FrameMessage, 'fact'>;
type Answer = PayloadOf<FrameMessage, 'answer'>;

const gone = 'The frame is gone.';

/** A frame that has not answered by then will not, in milliseconds. */
const patienceMs = 10_000;

/**
 * Puts Baton's page into an iframe inside `element` and talks to it.
 *
 * @throws TypeError when there is no element, or an option is missing that nothing works without
 */
export function embedBaton(element: HTMLElement, options: EmbedOptions): EmbeddedBaton {
  refuseNothing(element, options);
  let current = options;
  const origin = options.origin ?? new URL(options.src, document.baseURI).origin;
  const clock = options.clock ?? systemClock;
  const platform = platformOf(navigator.platform);
  const listening = new AbortController();
  const { signal } = listening;
  const listeners = new Set<(said: Said) => void>();
  const retained = new Map<FactTopic, Said>();
  const pending = new Map<string, (answer: Answer) => void>();

  let ready: Promise<void>;
  let settle: (error?: EmbedError) => void;
  let frame: HTMLIFrameElement;
  let channel: Channel | undefined;
  let shortcuts: readonly KeyBinding[] = [];
  let stopWaiting: (() => void) | undefined;
  let removePlaceholder: (() => void) | undefined;

  const page = createPage(
    () => current.adapters ?? {},
    (line, notification) => {
      frame.focus();
      line.send('notificationClicked', { notification });
    },
  );

  const handlers: Handlers = {
    ...page.handlers,
    connected() {
      stopWaiting?.();
      settle();
    },
    refused: ({ code, message }) => fail(code, message),
    token: ({ refused }, line, id) => line.answer(id, async () => current.getToken(refused)),
    fact(said) {
      if (said.retained) retained.set(said.topic, said);
      for (const listener of [...listeners]) listener(said);
    },
    answer: (answer, _, id) => pending.get(id)?.(answer),
    height: ({ height }) => setHeight(height),
    shortcuts: (payload) => void ({ shortcuts } = payload),
    ignored: ({ detail }) => report('message', detail),
  };

  /** What goes to the frame: plain data only. Functions stay here, and the frame leaves aside what it does not know. */
  const plain = (some: Partial<EmbedOptions>) => JSON.parse(JSON.stringify({ ...some, autoHeight: bounds() }));

  function bounds(): HeightBounds | false {
    const { autoHeight } = current;
    return autoHeight !== false && Object.assign({ min: 320, max: window.innerHeight }, autoHeight);
  }

  function setHeight(height: number) {
    const limits = bounds();
    frame.style.height = limits ? `clamp(${limits.min}px,${height}px,${limits.max}px)` : '100%';
  }

  function start() {
    removePlaceholder?.();
    frame = document.createElement('iframe');
    frame.title = current.title ?? wordsOf(current.messages)['iframe.title'];
    frame.sandbox = 'allow-scripts allow-same-origin allow-forms';
    frame.allow = 'clipboard-write; autoplay';
    frame.style.cssText = 'display:block;border:0;width:100%';
    frame.onload = greet;
    frame.src = current.src;
    setHeight(0);
    wait();
    element.append(frame);
  }

  function wait() {
    ready = new Promise((resolve, reject) => {
      settle = (error) => (error ? reject(error) : resolve());
    });
    // Whoever waits hears of the failure; nobody has to.
    ready.catch(() => undefined);
    stopWaiting = clock.setTimeout(
      () =>
        fail(
          'noAnswer',
          `No answer from ${origin}: is it up, "src" right, ${window.location.origin} on its lists (#baton-deployment, frame-ancestors)?`,
        ),
      patienceMs,
    );
  }

  /** Each document that the frame loads is greeted anew: the one before it took its line along. */
  function greet() {
    if (channel) {
      hangUp();
      wait();
    }
    if (!frame.contentWindow) return;
    channel = connect(frame.contentWindow, origin, { options: plain(current), page: page.state() }, handlers, (cause) =>
      report('message', 'A message of the frame came to nothing.', cause),
    );
  }

  function hangUp() {
    stopWaiting?.();
    channel?.close();
    channel = undefined;
    shortcuts = [];
    retained.clear();
    for (const end of pending.values()) end({ ok: false, code: 'cancelled', message: gone });
    settle(embedError('cancelled', gone));
    page.restore();
  }

  function report(code: EmbedErrorCode, message: string, cause?: unknown) {
    const error = embedError(code, message, cause);
    current.onError?.(error);
    return error;
  }

  function fail(code: EmbedErrorCode, message: string) {
    settle(report(code, message));
    hangUp();
    frame.remove();
    removePlaceholder = showFailure(element, current.messages, () => {
      start();
      frame.focus();
    });
  }

  /** What a listener throws reaches neither another nor the sender, as on the bus itself. */
  function listen(listener: (said: Said) => void) {
    const safe = (said: Said) => hook(() => listener(said));
    listeners.add(safe);
    for (const said of retained.values()) safe(said);
    return () => void listeners.delete(safe);
  }

  // The page's first click lets its sound through, and so the frame's; a key that presses a button is a click, too.
  document.addEventListener('click', () => channel?.send('page', page.state()), { once: true, signal });
  document.addEventListener(
    'keydown',
    (event) => {
      const command = commandOf(event, shortcuts, platform);
      if (command === undefined || rests(command, document)) return;
      event.preventDefault();
      channel?.send('shortcut', { command });
    },
    { signal },
  );
  window.addEventListener('resize', () => channel?.send('update', plain({})), { signal });
  listen((fact) => isFact(fact) && current.onFact?.(fact));
  start();

  return {
    ready: () => ready,
    update(changes) {
      current = { ...current, ...changes };
      if (current.autoHeight === false) setHeight(0);
      channel?.send('update', plain(changes));
      if (changes.adapters) channel?.send('page', page.state());
    },
    async request(topic, ask, { signal: asker } = {}) {
      await ready;
      return new Promise((resolve, reject) => {
        const id = channel?.send('request', { topic, ask }) ?? '';
        const end = (answer: Answer) => {
          pending.delete(id);
          asker?.removeEventListener('abort', giveUp);
          if (!answer.ok) reject(embedError(answer.code, answer.message));
          else if (isAnswerTo(topic, answer.value)) resolve(answer.value);
          else reject(embedError('responderFailed', ''));
        };
        const giveUp = () => {
          channel?.send('cancel', { request: id });
          end({ ok: false, code: 'cancelled', message: 'The asker gave up.' });
        };
        pending.set(id, end);
        asker?.addEventListener('abort', giveUp);
        if (!channel) end({ ok: false, code: 'cancelled', message: gone });
        if (asker?.aborted) giveUp();
      });
    },
    on: (topic, listener) => listen((said) => isPayloadOf(topic, said) && listener(said.payload)),
    focus(module) {
      frame.focus();
      channel?.send('focus', { module });
    },
    unmount() {
      channel?.send('close', {});
      hangUp();
      listening.abort();
      removePlaceholder?.();
      frame.remove();
    },
  };
}

/** What callers without a compiler get wrong: an id is soon misspelt, and a script soon runs before its element is there. */
function refuseNothing(element?: Partial<HTMLElement>, options?: Partial<EmbedOptions>): void {
  need(element?.append, 'an element of the page');
  need(options?.src, '"src"');
  need(options?.agent, '"agent"');
  need(options?.getToken?.call, 'a function "getToken"');
}

function need(given: unknown, what: string) {
  if (!given) throw new TypeError(`embedBaton needs ${what}.`);
}

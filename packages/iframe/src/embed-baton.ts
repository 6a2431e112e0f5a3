import type { Facts, FactTopic, Requests, RequestTopic } from '@baton/contracts';
import type { FrameMessage, HeightBounds, KeyBinding, PayloadOf } from '@baton/contracts/bridge';
import { isSuspended, platformOf } from '@baton/ui/keys';
import { createListeners, safely, surface, systemClock } from '@baton/runtime';
import { connect } from './frame-channel';
import type { FrameChannel, Handlers } from './frame-channel';
import { isAnswerTo, isFact, isFactOf } from './frame-message';
import { embedError } from './embed-error';
import type { EmbedError, EmbedErrorCode } from './embed-error';
import type { EmbedOptions } from './options';
import { createPage } from './page';
import { showFailure } from './placeholder';
import { commandOf } from './shortcuts';
import { textsOf } from './texts';

/**
 * Options that can change while the frame is shown. Changes of locale, direction, messages, keys and agent mount its
 * modules again.
 */
export type LiveOptions = Partial<Omit<EmbedOptions, 'src' | 'origin' | 'title' | 'clock'>>;

/** Baton in an iframe of this page. */
export interface EmbeddedBaton {
  /** Resolves when the frame has answered. Rejects with an `EmbedError` when it refuses or does not answer. */
  ready(): Promise<void>;
  /** Changes some options. */
  update(changes: LiveOptions): void;
  /** Sends a request on the frame's bus. Rejects with an `EmbedError`. */
  request<T extends RequestTopic>(
    topic: T,
    ask: Requests[T]['ask'],
    options?: { signal?: AbortSignal },
  ): Promise<Requests[T]['answer']>;
  /** Listens on the frame's bus; a retained fact is delivered at once. Returns a function that stops listening. */
  on<T extends FactTopic>(topic: T, listener: (payload: Facts[T]) => void): () => void;
  /** Brings focus into a module of the frame; without a name, into the first. */
  focus(module?: string): void;
  /** Removes everything: frame, listeners, timers, notifications, title. */
  unmount(): void;
}

type FactPayload = PayloadOf<FrameMessage, 'fact'>;
type Answer = PayloadOf<FrameMessage, 'answer'>;

const gone = 'The frame is gone.';

/** Time limit for the first answer of the frame. */
const answerMs = 10_000;

/**
 * Shows Baton's page in an iframe inside `element` and connects to it.
 *
 * @throws TypeError when the element or a required option is missing
 */
export function embedBaton(element: HTMLElement, options: EmbedOptions): EmbeddedBaton {
  checkArguments(element, options);
  let current = options;
  const origin = options.origin ?? new URL(options.src, document.baseURI).origin;
  const clock = options.clock ?? systemClock;
  const platform = platformOf(navigator.platform);
  const listening = new AbortController();
  const { signal } = listening;
  const listeners = createListeners<FactPayload>(surface);
  const retained = new Map<FactTopic, FactPayload>();
  const pending = new Map<string, (answer: Answer) => void>();

  let ready: Promise<void>;
  let settle: (error?: EmbedError) => void;
  let frame: HTMLIFrameElement;
  let channel: FrameChannel | undefined;
  let shortcuts: readonly KeyBinding[] = [];
  let stopWaiting: (() => void) | undefined;
  let removePlaceholder: (() => void) | undefined;

  const page = createPage(
    () => current.adapters ?? {},
    (frameChannel, notification) => {
      frame.focus();
      frameChannel.send('notificationClicked', { notification });
    },
  );

  const handlers: Handlers = {
    ...page.handlers,
    connected() {
      stopWaiting?.();
      settle();
    },
    refused: ({ code, message }) => fail(code, message),
    token: ({ refused }, frameChannel, id) => frameChannel.answer(id, async () => current.getToken(refused)),
    fact(message) {
      if (message.retained) retained.set(message.topic, message);
      listeners.notify(message);
    },
    answer: (answer, _, id) => pending.get(id)?.(answer),
    height: ({ height }) => setHeight(height),
    shortcuts: (payload) => void ({ shortcuts } = payload),
    ignored: ({ detail }) => report('message', detail),
  };

  /** The options as plain data, without functions. The frame ignores options that it does not know. */
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
    frame.title = current.title ?? textsOf(current.messages)['iframe.title'];
    frame.sandbox = 'allow-scripts allow-same-origin allow-forms';
    frame.allow = 'clipboard-write; autoplay';
    frame.style.cssText = 'display:block;border:0;width:100%';
    frame.onload = connectFrame;
    frame.src = current.src;
    setHeight(0);
    wait();
    element.append(frame);
  }

  function wait() {
    ready = new Promise((resolve, reject) => {
      settle = (error) => (error ? reject(error) : resolve());
    });
    // Prevents an unhandled rejection when the host does not use `ready`.
    ready.catch(() => undefined);
    stopWaiting = clock.setTimeout(
      () =>
        fail(
          'noAnswer',
          `No answer from ${origin}: is it up, "src" right, ${window.location.origin} on its lists (#baton-deployment, frame-ancestors)?`,
        ),
      answerMs,
    );
  }

  /** Connects to each document that the frame loads: the channel ends with the document before. */
  function connectFrame() {
    if (channel) {
      disconnect();
      wait();
    }
    if (!frame.contentWindow) return;
    channel = connect(frame.contentWindow, origin, { options: plain(current), page: page.state() }, handlers, (cause) =>
      report('message', 'A message of the frame could not be handled.', cause),
    );
  }

  function disconnect() {
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
    disconnect();
    frame.remove();
    removePlaceholder = showFailure(element, current.messages, () => {
      start();
      frame.focus();
    });
  }

  /** An error of a listener affects neither other listeners nor the sender, as on the bus itself. */
  function listen(listener: (message: FactPayload) => void) {
    const stop = listeners.add(listener);
    for (const message of retained.values()) safely(() => listener(message));
    return stop;
  }

  // The first click allows sound for the page, and so for the frame. Pressing a button by key is a click, too.
  document.addEventListener('click', () => channel?.send('page', page.state()), { once: true, signal });
  document.addEventListener(
    'keydown',
    (event) => {
      const command = commandOf(event, shortcuts, platform);
      if (command === undefined || isSuspended(command, document)) return;
      event.preventDefault();
      channel?.send('shortcut', { command });
    },
    { signal },
  );
  window.addEventListener('resize', () => channel?.send('update', plain({})), { signal });
  listen((fact) => isFact(fact) && current.onFact?.(fact));
  listen((message) => {
    if (!isFactOf('action.chosen', message)) return;
    const { target = [], conversation = [] } = current.actions ?? {};
    [...target, ...conversation].find(({ id }) => id === message.payload.action)?.perform(message.payload);
  });
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
          end({ ok: false, code: 'cancelled', message: 'The caller has cancelled the request.' });
        };
        pending.set(id, end);
        asker?.addEventListener('abort', giveUp);
        if (!channel) end({ ok: false, code: 'cancelled', message: gone });
        if (asker?.aborted) giveUp();
      });
    },
    on: (topic, listener) => listen((message) => isFactOf(topic, message) && listener(message.payload)),
    focus(module) {
      frame.focus();
      channel?.send('focus', { module });
    },
    unmount() {
      channel?.send('close', {});
      disconnect();
      listening.abort();
      removePlaceholder?.();
      frame.remove();
    },
  };
}

/** For callers without a compiler: an id may be misspelt, or a script may run before its element exists. */
function checkArguments(element?: Partial<HTMLElement>, options?: Partial<EmbedOptions>): void {
  requireValue(element?.append, 'an element of the page');
  requireValue(options?.src, '"src"');
  requireValue(options?.agent, '"agent"');
  requireValue(options?.getToken?.call, 'a function "getToken"');
}

function requireValue(value: unknown, name: string) {
  if (!value) throw new TypeError(`embedBaton needs ${name}.`);
}

import type { Facts, FactTopic, Requests, RequestTopic } from '@baton/contracts';
import type { FrameMessage, PayloadOf } from '@baton/contracts/bridge';
import type { Fact } from './options';

type FactPayload = PayloadOf<FrameMessage, 'fact'>;

/** The properties that the page relies on in each message of the frame, by example. */
const examples = new Map<unknown, object>(
  Object.entries({
    connected: {},
    refused: { code: '', message: '' },
    token: {},
    fact: { topic: '', payload: {} },
    answer: { ok: true },
    height: { height: 0 },
    shortcuts: { shortcuts: [] },
    askPermission: {},
    notify: { notification: '', title: '' },
    closeNotification: { notification: '' },
    sound: { sound: '' },
    title: { text: '' },
    navigate: { url: '' },
    telemetry: { name: '', attributes: {} },
    ignored: { detail: '' },
  } satisfies Readonly<Record<FrameMessage['type'], object>>),
);

/** Whether data is a message of the frame. A refusal may have any version, because it may be about the version. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  const type = get(data, 'type');
  const example = examples.get(type);
  return (
    !!example &&
    get(data, 'source') === 'baton' &&
    (get(data, 'v') === 1 || type === 'refused') &&
    isLike({ id: '', payload: example }, data)
  );
}

/** Whether a message has the payload of a fact. */
export function isFact(message: FactPayload): message is FactPayload & Fact {
  return typeof message.payload === 'object';
}

/** Whether a message is a fact of this topic. */
export function isFactOf<T extends FactTopic>(
  topic: T,
  message: FactPayload,
): message is FactPayload & { topic: T; payload: Facts[T] } {
  return message.topic === topic;
}

/** Whether a value can be the answer to a request: an object, or undefined for requests without an answer. */
export function isAnswerTo<T extends RequestTopic>(_: T, value: unknown): value is Requests[T]['answer'] {
  return value === undefined || isLike({}, value);
}

function isLike(example: unknown, value: unknown): boolean {
  if (typeof value !== typeof example || value === null || Array.isArray(value) !== Array.isArray(example))
    return false;
  return Object.entries(Object(example)).every(([name, inner]) => isLike(inner, get(value, name)));
}

function get(value: unknown, name: string): unknown {
  return Reflect.get(Object(value), name);
}

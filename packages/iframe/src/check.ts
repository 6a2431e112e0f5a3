import type { Facts, FactTopic, Requests, RequestTopic } from '@baton/contracts';
import type { FrameMessage, PayloadOf } from '@baton/contracts/bridge';
import type { Fact } from './options';

type Said = PayloadOf<FrameMessage, 'fact'>;

/** What the page relies on in each message of the frame, by example. */
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

/** Whether something that came through the port is a message of the frame. A refusal may be of any version: it may be about versions. */
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

/** Whether a payload can be a fact's. */
export function isFact(said: Said): said is Said & Fact {
  return typeof said.payload === 'object';
}

/** Whether something said is a fact of this topic. */
export function isPayloadOf<T extends FactTopic>(topic: T, said: Said): said is Said & { topic: T; payload: Facts[T] } {
  return said.topic === topic;
}

/** Whether a value can be the answer to a request: an object, or nothing where nothing is to be said. */
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

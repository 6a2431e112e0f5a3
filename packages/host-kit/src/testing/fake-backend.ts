import { emptySnapshot } from '@baton/contracts/testing';
import type {
  Command,
  CommandTaken,
  Result,
  RoutingBackend,
  RoutingError,
  RoutingErrorCode,
  Snapshot,
  StreamListener,
} from '@baton/contracts';

/** A routing backend that a test controls. */
export interface FakeBackend extends RoutingBackend {
  sent: Command[];
  /** Answers to commands, by type. A command without an answer here is taken. */
  answers: Partial<Record<Command['type'], Result<CommandTaken>>>;
  snapshots: Result<Snapshot>[];
  /** The listener of the current stream. */
  stream?: StreamListener;
  cursor?: number;
}

/** A failed result with the given code. */
export function refused(code: RoutingErrorCode, more: Partial<RoutingError> = {}): { ok: false; error: RoutingError } {
  return { ok: false, error: { code, retryable: false, message: code, reference: 'ref-1', ...more } };
}

/** Makes a backend that takes every command and answers with an empty snapshot. */
export function fakeBackend(): FakeBackend {
  const nothing = () => Promise.resolve(refused('unsupported'));
  const backend: FakeBackend = {
    sent: [],
    answers: {},
    snapshots: [],
    send(command) {
      backend.sent.push(command);
      return Promise.resolve(backend.answers[command.type] ?? { ok: true, value: { commandId: command.commandId } });
    },
    snapshot: () => Promise.resolve(backend.snapshots.shift() ?? { ok: true, value: emptySnapshot() }),
    searchTargets: nothing,
    favourites: nothing,
    recents: nothing,
    earlierInteractions: nothing,
    messages: nothing,
    follow(cursor, listener, signal) {
      backend.stream = listener;
      backend.cursor = cursor;
      signal.addEventListener('abort', () => delete backend.stream);
    },
  };
  return backend;
}

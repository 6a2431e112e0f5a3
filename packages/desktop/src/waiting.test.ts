import fc from 'fast-check';
import type { Message } from '@baton/contracts';
import { initialState } from './fold';
import type { DesktopFold } from './fold';
import { reduce } from './reduce';
import { unreadOf, waitingInteractions, waitingSince } from './selectors';
import { interaction, snapshot, start } from './testing/builders';

const id = 'i1';

type Writer = 'customer' | 'answered' | 'undelivered' | 'event';

function message(writer: Writer, index: number): Message {
  const position = { index, version: 1, at: start + index * 1000 };
  if (writer === 'customer') return { ...position, kind: 'customer', text: 'Hello?' };
  if (writer === 'event') return { ...position, kind: 'event', event: 'assigned' };
  const delivery =
    writer === 'answered' ? ({ state: 'sent' } as const) : ({ state: 'failed', reason: 'number' } as const);
  return { ...position, kind: 'agent', from: { id: 'anyone', name: 'Anyone' }, text: 'Yes', delivery };
}

function stateWith(messages: readonly Message[], interactions = [interaction(1, { id })]): DesktopFold {
  const known = reduce(initialState(), { ...snapshot(9, { interactions }) });
  return { ...known, conversations: { [id]: { messages, earlier: false } } };
}

const conversation = (...writers: Writer[]) => writers.map((writer, index) => message(writer, index));
const writers = fc.array(fc.constantFrom<Writer>('customer', 'answered', 'undelivered', 'event'), { maxLength: 12 });

describe('K1-4 a customer waits', () => {
  test('from their first unanswered text', () => {
    const state = stateWith(conversation('customer', 'answered', 'event', 'customer', 'customer'));
    expect(waitingSince(state, id)).toBe(start + 3000);
  });

  test('until an answer, whoever gave it', () => {
    expect(waitingSince(stateWith(conversation('customer', 'answered')), id)).toBeUndefined();
  });

  test('on, while an answer is only on its way', () => {
    const state = reduce(stateWith(conversation('customer')), {
      type: 'messageSending',
      commandId: 'c1',
      interactionId: id,
      text: 'Yes',
      at: start + 5000,
    });
    expect(waitingSince(state, id)).toBe(start);
  });

  test('again, and since before, when the answer could not be delivered', () => {
    expect(waitingSince(stateWith(conversation('customer', 'undelivered')), id)).toBe(start);
  });

  test('at least since the oldest message, where the messages do not reach back to an answer', () => {
    const [, , ...loaded] = conversation('answered', 'customer', 'customer', 'customer');
    expect(waitingSince(stateWith(loaded), id)).toBe(start + 2000);
  });

  test('for nobody once the conversation has ended or left', () => {
    const messages = conversation('customer');
    expect(waitingSince(stateWith(messages, [interaction(1, { id, state: 'ended' })]), id)).toBeUndefined();
    expect(waitingSince(stateWith(messages, []), id)).toBeUndefined();
  });

  test('since a text of their own that no accepted answer follows', () => {
    fc.assert(
      fc.property(writers, (all) => {
        const messages = conversation(...all);
        const since = waitingSince(stateWith(messages), id);
        const answer = all.lastIndexOf('answered');
        const first = all.indexOf('customer', answer + 1);
        expect(since).toBe(first === -1 ? undefined : start + first * 1000);
      }),
    );
  });

  test('no shorter when they write once more', () => {
    fc.assert(
      fc.property(writers, (all) => {
        const before = waitingSince(stateWith(conversation(...all)), id);
        const after = waitingSince(stateWith(conversation(...all, 'customer')), id);
        expect(after).toBe(before ?? start + all.length * 1000);
      }),
    );
  });

  test('first in the list of those who wait, who has waited longest', () => {
    const state = stateWith(conversation('event', 'customer'), [
      interaction(1, { id }),
      interaction(2, { id: 'i2' }),
      interaction(3, { id: 'i3' }),
    ]);
    const conversations = {
      ...state.conversations,
      i2: { messages: conversation('customer'), earlier: false },
      i3: { messages: conversation('customer', 'answered'), earlier: false },
    };
    expect(waitingInteractions({ ...state, conversations }).map((one) => one.id)).toEqual(['i2', id]);
  });
});

describe('K1-8 unread texts', () => {
  const see = (state: DesktopFold, index: number) => reduce(state, { type: 'messagesSeen', interactionId: id, index });

  test('are those of the customer after what was seen and what was answered', () => {
    const state = stateWith(conversation('customer', 'answered', 'customer', 'event', 'customer'));
    expect(unreadOf(state, id)).toBe(2);
    expect(unreadOf(see(state, 2), id)).toBe(1);
    expect(unreadOf(see(state, 4), id)).toBe(0);
  });

  test('do not become more by what another window has seen less of', () => {
    fc.assert(
      fc.property(writers, fc.array(fc.nat(12)), (all, seen) => {
        let state = stateWith(conversation(...all));
        for (const index of seen) {
          const before = unreadOf(state, id);
          state = see(state, index);
          expect(unreadOf(state, id)).toBeLessThanOrEqual(before);
        }
      }),
    );
  });

  test('what was seen of conversations that have left is forgotten', () => {
    const state = stateWith([]);
    const gone = reduce(
      { ...state, seen: { gone: { index: 3 } } },
      { type: 'messagesSeen', interactionId: id, index: 0 },
    );
    expect(gone.seen).toEqual({ [id]: { index: 0 } });
  });

  test('what was seen is known again before it is known which conversations there are', () => {
    let state = initialState();
    for (const interactionId of ['a', 'b']) state = reduce(state, { type: 'messagesSeen', interactionId, index: 1 });
    expect(state.seen).toEqual({ a: { index: 1 }, b: { index: 1 } });
  });
});

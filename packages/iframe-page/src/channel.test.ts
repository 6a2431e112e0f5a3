import { createManualClock } from '@baton/contracts/testing';
import { openChannel } from './channel';

const frames: { close(): void }[] = [];
afterEach(() => frames.splice(0).forEach((one) => one.close()));

function open() {
  const { port1, port2 } = new MessageChannel();
  const clock = createManualClock();
  const said = jest.fn();
  const heard: { type: string; id: string; payload: Record<string, unknown> }[] = [];
  let wake = () => undefined as void;
  port1.onmessage = ({ data }) => {
    heard.push(data);
    wake();
  };
  const channel = openChannel(port2, clock, said);
  frames.push(port1, channel);
  return {
    channel,
    clock,
    said,
    heard,
    say: (type: string, payload: unknown, id = '1') => port1.postMessage({ source: 'baton', v: 1, type, id, payload }),
    raw: (data: unknown) => port1.postMessage(data),
    /** Resolves when the frame has said so much. */
    async until(count: number) {
      while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

test('what the parent says is handed on when it fits', async () => {
  const { say, said, raw, until } = open();
  say('focus', { module: 'sms-window' });
  say('close', {});
  // Messages keep their order: when this one is told of, those before it have been heard.
  raw('nonsense');
  await until(1);
  expect(said.mock.calls.map(([{ type }]) => type)).toEqual(['focus', 'close']);
});

test('what does not fit is counted, told at 1, 2, 4, 8 …, and never repeated', async () => {
  const { raw, said, heard, until } = open();
  const bad = [
    null,
    'text',
    7,
    [],
    { source: 'baton' },
    { source: 'baton', v: 2, type: 'focus', id: '1', payload: {} },
    { source: 'baton', v: 1, type: 'explode', id: '1', payload: {} },
  ];
  for (const data of bad) raw(data);
  raw({
    source: 'baton',
    v: 1,
    type: 'request',
    id: '1',
    payload: { topic: 'token steal', ask: { secret: 'the customer said' } },
  });
  await until(4);
  expect(said).not.toHaveBeenCalled();
  expect(heard.map(({ type, payload }) => [type, payload['count']])).toEqual(
    [1, 2, 4, 8].map((count) => ['ignored', count]),
  );
  expect(JSON.stringify(heard)).not.toContain('the customer');
});

test('a question is answered, refused, or out of time after 10 s', async () => {
  const { channel, heard, say, clock, until } = open();
  const asked = [
    channel.ask('token', {}),
    channel.ask('token', { refused: 'old' }),
    channel.ask('token', { refused: 'older' }),
  ];
  const results = Promise.allSettled(asked);
  await until(3);
  say('answer', { ok: true, value: 'fresh' }, heard[0]?.id);
  say('answer', { ok: false, code: 'responderFailed', message: '' }, heard[1]?.id);
  await asked[0];
  await asked[1]?.catch(() => undefined);
  clock.advance(10_000);
  const [first, second, third] = await results;
  expect(first).toEqual({ status: 'fulfilled', value: 'fresh' });
  expect(second).toMatchObject({
    status: 'rejected',
    reason: { message: 'The parent did not answer "token": responderFailed' },
  });
  expect(third).toMatchObject({
    status: 'rejected',
    reason: { message: 'The parent did not answer "token": time is up' },
  });
  expect(clock.pending()).toBe(0);
});

test('a person may take longer than 10 s to answer', async () => {
  const { channel, heard, say, clock, until } = open();
  const asked = channel.ask('askPermission', {});
  await until(1);
  clock.advance(12_000);
  say('answer', { ok: true, value: 'granted' }, heard[0]?.id);
  await expect(asked).resolves.toBe('granted');
});

test('closing ends what is asked and leaves no timer', async () => {
  const { channel, clock } = open();
  const asked = Promise.allSettled([channel.ask('token', {}), channel.ask('askPermission', {})]);
  channel.close();
  expect(await asked).toMatchObject(
    ['token', 'askPermission'].map((type) => ({
      status: 'rejected',
      reason: { message: `The parent did not answer "${type}": cancelled` },
    })),
  );
  expect(clock.pending()).toBe(0);
});

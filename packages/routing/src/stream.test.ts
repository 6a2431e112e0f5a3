import { EventFrame, contractVersion } from '@baton/contracts';
import type { RoutingError } from '@baton/contracts';
import fc from 'fast-check';
import * as v from 'valibot';
import { createHttpRouting } from './http-routing';
import { createFakeBackend, createFakeStream, problem, settled } from './testing/fake-backend';

const frame = (cursor: number): EventFrame => ({ v: 1, cursor, at: 1_000 + cursor, events: [] });
const sent = (event: string, data: unknown, id?: number) =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const sentFrame = (cursor: number) => sent('frame', frame(cursor), cursor);

function setUp(options?: { chance?: number }) {
  const backend = createFakeBackend(options);
  const heard: (string | number | EventFrame)[] = [];
  const lost: RoutingError[] = [];
  const controller = new AbortController();
  const follow = (cursor = 10) =>
    createHttpRouting(backend.connection).follow(
      cursor,
      {
        onFrame: (told) => heard.push(told),
        onOpen: () => heard.push('open'),
        onBreak: (retryInMs) => heard.push(`break ${retryInMs}`),
        onGap: () => heard.push('gap'),
        onLost: (error) => {
          heard.push('lost');
          lost.push(error);
        },
        onTime: (at) => heard.push(at),
      },
      controller.signal,
    );
  return { ...backend, clock: backend.connection.clock, heard, lost, controller, follow };
}

/** Follows an open stream. */
async function following(options?: { chance?: number }) {
  const world = setUp(options);
  const stream = createFakeStream();
  world.replies.push(stream.response);
  world.follow();
  await settled();
  return { ...world, stream };
}

test('asks for exactly text/event-stream after the cursor, with the token', async () => {
  const { arrived } = await following();
  expect(arrived).toHaveLength(1);
  expect(arrived[0]).toMatchObject({ method: 'GET', path: 'v1/events' });
  expect(Object.fromEntries(arrived[0]?.headers ?? [])).toEqual({
    accept: 'text/event-stream',
    'last-event-id': '10',
    authorization: 'Bearer token-1',
    'baton-contract': contractVersion,
  });
});

test('a stream is open when its first event has arrived, not before', async () => {
  const { heard, stream } = await following();
  stream.write(': welcome\n\n' + sent('news', 'x'));
  await settled();
  expect(heard).toEqual([]);
  stream.write(sent('heartbeat', { at: 5 }));
  await settled();
  expect(heard).toEqual(['open', 5]);
});

test('a frame that comes twice counts once', async () => {
  const { heard, stream } = await following();
  stream.write(sentFrame(10) + sentFrame(11) + sentFrame(11) + sentFrame(12));
  await settled();
  expect(heard).toEqual(['open', frame(11), frame(12)]);
});

test('frames and the backend’s clock are passed on, however they are cut into chunks', async () => {
  const { stream, heard } = await following();
  const text = new TextEncoder().encode(
    sentFrame(11) + sent('heartbeat', { at: 5 }) + sent('news', 'x') + sentFrame(12),
  );
  for (const byte of text) stream.write(Uint8Array.of(byte));
  await settled();
  expect(heard).toEqual(['open', frame(11), 5, frame(12)]);
});

test.each([
  ['CR', '\r'],
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])(
  'lines may end with %s: each event is heard as soon as it is there, however it is cut into pieces',
  async (_, end) => {
    const { stream, heard } = await following();
    for (const cursor of [11, 12]) {
      const text = (sentFrame(cursor) + sent('heartbeat', { at: cursor })).replaceAll('\n', end);
      for (const byte of new TextEncoder().encode(text)) stream.write(Uint8Array.of(byte));
      await settled();
      expect(heard.slice(-2)).toEqual([frame(cursor), cursor]);
      stream.write(sent('heartbeat', { at: 1 }).replaceAll('\n', end));
      await settled();
      expect(heard.at(-1)).toBe(1);
    }
  },
);

test('a broken stream resumes where it broke', async () => {
  const { stream, heard, arrived, clock, replies } = await following();
  stream.write(sentFrame(11) + sentFrame(12));
  await settled();
  stream.break();
  await settled();
  expect(heard.at(-1)).toBe('break 1000');
  const next = createFakeStream();
  replies.push(next.response);
  clock.advance(1_000);
  await settled();
  expect(arrived[1]?.headers.get('last-event-id')).toBe('12');
  next.write(sentFrame(13));
  await settled();
  expect(heard.slice(-2)).toEqual(['open', frame(13)]);
});

test('the delay between attempts grows up to ten seconds, until a stream has been steady', async () => {
  const { heard, clock, replies, follow } = setUp();
  replies.push(...Array.from({ length: 7 }, () => 'networkFails' as const));
  follow();
  for (const delay of [1, 2, 4, 8, 10, 10, 10]) {
    await settled();
    expect(heard.at(-1)).toBe(`break ${delay * 1_000}`);
    if (replies.length === 0) break;
    clock.advance(delay * 1_000);
  }
  const stream = createFakeStream();
  replies.push(stream.response);
  stream.write(sent('heartbeat', { at: 5 }));
  clock.advance(10_000);
  await settled();
  clock.advance(4_000);
  stream.write(sent('heartbeat', { at: 6 }));
  await settled();
  stream.close();
  await settled();
  expect(heard.slice(-4)).toEqual(['open', 5, 6, 'break 1000']);
});

test('a stream that breaks before its first event counts as failed', async () => {
  const { heard, clock, replies, follow } = setUp();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const stream = createFakeStream();
    stream.close();
    replies.push(stream.response);
  }
  follow();
  await settled();
  clock.advance(1_000);
  await settled();
  expect(heard).toEqual(['break 1000', 'break 2000']);
});

test('the attempts are spread randomly between half and all of the delay', async () => {
  const { heard, replies, follow } = setUp({ chance: 0 });
  replies.push('networkFails');
  follow();
  await settled();
  expect(heard).toEqual(['break 500']);
});

describe('how long a stream may be silent', () => {
  test('five seconds from its headers: so a buffered stream is detected', async () => {
    const { heard, clock, stream } = await following();
    clock.advance(4_999);
    await settled();
    stream.write(sent('news', 'x'));
    await settled();
    expect(heard).toEqual([]);
    clock.advance(1);
    await settled();
    expect(heard).toEqual(['break 1000']);
    expect(stream.cancelled()).toBe(true);
  });

  test('until its second heartbeat and some tolerance: its first bytes may be all that arrives', async () => {
    const { heard, clock, stream } = await following();
    stream.write(sent('heartbeat', { at: 5, everyMs: 5_000 }));
    await settled();
    clock.advance(7_499);
    await settled();
    expect(heard).toEqual(['open', 5]);
    clock.advance(1);
    await settled();
    expect(heard).toEqual(['open', 5, 'break 1000']);
  });

  test.each([
    ['two heartbeats, as far apart as they say', { everyMs: 5_000 }, 12_500],
    ['two heartbeats of 15 s, if they do not say', {}, 32_500],
  ])('then %s, and some tolerance', async (_, said, patienceMs) => {
    const { heard, clock, stream } = await following();
    stream.write(sent('heartbeat', { at: 5, ...said }));
    await settled();
    clock.advance(5_000);
    stream.write(sent('heartbeat', { at: 6, ...said }));
    await settled();
    clock.advance(patienceMs - 1);
    await settled();
    expect(heard).toEqual(['open', 5, 6]);
    clock.advance(1);
    await settled();
    expect(heard).toEqual(['open', 5, 6, 'break 1000']);
    expect(stream.cancelled()).toBe(true);
  });

  test('heartbeats keep it open', async () => {
    const { heard, clock, stream } = await following();
    for (let at = 0; at < 10; at += 1) {
      stream.write(sent('heartbeat', { at, everyMs: 5_000 }));
      await settled();
      clock.advance(5_000);
      await settled();
    }
    expect(heard).toEqual(['open', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

test('a date in Retry-After is relative to the date of the response', async () => {
  const { heard, replies, follow } = setUp();
  const [date, later] = ['Thu, 01 Jan 1970 01:00:00 GMT', 'Thu, 01 Jan 1970 01:00:20 GMT'];
  replies.push(new Response('Busy', { status: 503, headers: { date, 'retry-after': later } }));
  follow();
  await settled();
  expect(heard).toEqual(['break 21000']);
});

describe('a backend that asks for a pause', () => {
  test.each([
    ['for seconds', '60', 61_000],
    ['until a date', 'Thu, 01 Jan 1970 00:00:30 GMT', 31_000],
    ['for longer than anybody waits: five minutes', '86400', 301_000],
    ['until yesterday', 'Wed, 31 Dec 1969 00:00:00 GMT', 1_000],
    ['in words that nobody understands', 'soon', 1_000],
  ])('gets it, %s', async (_, said, pauseMs) => {
    const { heard, replies, follow } = setUp();
    replies.push(new Response('Busy', { status: 503, headers: { 'retry-after': said } }));
    follow();
    await settled();
    expect(heard).toEqual([`break ${pauseMs}`]);
  });
});

describe('there is no stream', () => {
  test('a request that is not answered in 5 s: a proxy may buffer the headers, too', async () => {
    const { heard, clock, follow } = setUp();
    follow();
    await settled();
    clock.advance(5_000);
    await settled();
    expect(heard).toEqual(['break 1000']);
  });

  test.each([
    ['a page', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['a refusal', problem('backend_unavailable', 503)],
    ['a static host', new Response('Not found', { status: 404 })],
    ['a proxy that forbids', new Response('Blocked', { status: 403 })],
    ['nothing', new Response(null, { status: 204 })],
  ])('%s', async (_, response) => {
    const { heard, replies, follow } = setUp();
    replies.push(response);
    follow();
    await settled();
    expect(heard).toEqual(['break 1000']);
  });
});

describe('the session', () => {
  test('a refused token is replaced once', async () => {
    const { heard, replies, arrived, follow } = setUp();
    const stream = createFakeStream();
    stream.write(sent('heartbeat', { at: 5 }));
    replies.push(problem('unauthenticated', 401), stream.response);
    follow();
    await settled();
    expect(heard).toEqual(['open', 5]);
    expect(arrived[1]?.headers.get('authorization')).toBe('Bearer token-2');
  });

  test('refused twice is lost, and nothing follows', async () => {
    const { heard, lost, replies, follow, clock } = setUp();
    replies.push(problem('unauthenticated', 401), problem('unauthenticated', 401));
    follow();
    await settled();
    expect(heard).toEqual(['lost']);
    expect(lost).toMatchObject([{ code: 'unauthenticated', reference: 'R-1' }]);
    expect(clock.pending()).toBe(0);
  });

  test('no token to be had is a break; one that cannot be replaced is lost', async () => {
    const { connection, replies, clock } = setUp();
    const told: string[] = [];
    const listener = {
      onFrame() {},
      onOpen() {},
      onGap() {},
      onTime() {},
      onBreak: () => told.push('break'),
      onLost: ({ code }: RoutingError) => told.push(code),
    };
    let offline = true;
    const getToken = (refused?: string) =>
      offline || refused !== undefined ? Promise.reject(new Error('none')) : Promise.resolve('old');
    createHttpRouting({ ...connection, getToken }).follow(0, listener, new AbortController().signal);
    await settled();
    expect(told).toEqual(['break']);
    offline = false;
    replies.push(problem('unauthenticated', 401));
    clock.advance(1000);
    await settled();
    expect(told).toEqual(['break', 'unauthenticated']);
  });
});

describe('a backend that is newer than the desktop', () => {
  const told = { type: 'session.ended', reason: 'signedOut' } as const;

  test('events of unknown types keep their place in the frame, and the stream goes on behind it', async () => {
    const { heard, stream } = await following();
    const newer = [{ type: 'interaction.recorded', consent: true }, told, { type: 'constructor' }];
    stream.write(
      sent('frame', { ...frame(11), events: newer, mood: 'new' }, 11) +
        sent('frame', { ...frame(12), events: [{ type: 'odd' }] }, 12) +
        sentFrame(13),
    );
    await settled();
    const kept = [{ type: 'unknown:interaction.recorded', consent: true }, told, { type: 'unknown:constructor' }];
    expect(heard).toEqual([
      'open',
      { ...frame(11), events: kept },
      { ...frame(12), events: [{ type: 'unknown:odd' }] },
      frame(13),
    ]);
  });

  test('a frame with unknown events only is resumed after, too', async () => {
    const { stream, arrived, clock, replies } = await following();
    stream.write(sent('frame', { ...frame(11), events: [{ type: 'odd' }] }, 11));
    await settled();
    stream.break();
    await settled();
    replies.push(createFakeStream().response);
    clock.advance(1_000);
    await settled();
    expect(arrived[1]?.headers.get('last-event-id')).toBe('11');
  });
});

describe('a gap', () => {
  test.each([
    ['told by the backend', sent('gap', {})],
    ['a frame that is no JSON', sent('frame', '{"v":1', 12)],
    ['a frame that does not fit its schema', sent('frame', { ...frame(12), events: [{ kind: 'odd' }] }, 12)],
    [
      'a frame of which half fits',
      sent('frame', { ...frame(12), events: [{ type: 'notice.posted', notice: {} }] }, 12),
    ],
  ])('%s: everything before it is used, nothing after it, and there is no next attempt', async (_, text) => {
    const { heard, clock, stream } = await following();
    stream.write(sentFrame(11) + text + sentFrame(13));
    await settled();
    expect(heard).toEqual(['open', frame(11), 'gap']);
    expect(stream.cancelled()).toBe(true);
    expect(clock.pending()).toBe(0);
  });
});

describe('aborting leaves nothing behind', () => {
  test('before the answer', async () => {
    const { heard, clock, controller, arrived, follow } = setUp();
    follow();
    await settled();
    controller.abort();
    await settled();
    expect(arrived[0]?.signal?.aborted).toBe(true);
    expect(clock.pending()).toBe(0);
    expect(heard).toEqual([]);
  });

  test('while it is open', async () => {
    const { heard, clock, controller, stream } = await following();
    controller.abort();
    await settled();
    expect(stream.cancelled()).toBe(true);
    expect(clock.pending()).toBe(0);
    expect(heard).toEqual([]);
  });

  test('between two attempts', async () => {
    const { heard, clock, controller, replies, arrived, follow } = setUp();
    replies.push('networkFails');
    follow();
    await settled();
    controller.abort();
    await settled();
    clock.advance(60_000);
    await settled();
    expect(arrived).toHaveLength(1);
    expect(clock.pending()).toBe(0);
    expect(heard).toEqual(['break 1000']);
  });

  test('from within a listener: the rest of the chunk is not passed on', async () => {
    const { connection, replies, clock } = setUp();
    const stream = createFakeStream();
    replies.push(stream.response);
    const controller = new AbortController();
    const frames: number[] = [];
    createHttpRouting(connection).follow(
      0,
      {
        onFrame({ cursor }) {
          frames.push(cursor);
          controller.abort();
        },
        onOpen() {},
        onBreak() {},
        onGap() {},
        onLost() {},
        onTime() {},
      },
      controller.signal,
    );
    stream.write(sentFrame(11) + sentFrame(12));
    await settled();
    expect(frames).toEqual([11]);
    expect(clock.pending()).toBe(0);
  });

  test('before it has begun', async () => {
    const { arrived, controller, follow } = setUp();
    controller.abort();
    follow();
    await settled();
    expect(arrived).toEqual([]);
  });
});

/**
 * Each run waits for many turns of the event loop, and there are a thousand: on a busy machine that takes longer than 5
 * s.
 */
const thousandRunsMs = 60_000;

test(
  'whatever happens, there are never two connections',
  async () => {
    const steps = fc.constantFrom(
      'heartbeat',
      'frame',
      'break',
      'close',
      'silence',
      'refuse',
      'networkFails',
      'noAnswer',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 30 }), async (happenings) => {
        const { connection, replies, clock, controller, follow } = setUp();
        const { fetch: reply } = connection;
        let stream = createFakeStream();
        let ended = true;
        let overlaps = 0;
        connection.fetch = async (input, init) => {
          // Before the next request goes out, the last one's stream has ended or been let go of.
          if (!ended && !stream.cancelled()) overlaps += 1;
          if (replies.length > 0) return (reply ?? fetch)(input, init);
          stream = createFakeStream();
          ended = false;
          return stream.response;
        };
        follow();
        await settled();
        for (const happening of happenings) {
          const isOpen = !ended && !stream.cancelled();
          if (happening === 'heartbeat' && isOpen) stream.write(sent('heartbeat', { at: 1 }));
          if (happening === 'frame' && isOpen) stream.write(sentFrame(11));
          if ((happening === 'break' || happening === 'close') && isOpen) {
            stream[happening]();
            ended = true;
          }
          if (happening === 'refuse') replies.push(problem('backend_unavailable', 503));
          if (happening === 'networkFails' || happening === 'noAnswer')
            replies.push(happening === 'noAnswer' ? 'never' : happening);
          if (happening === 'silence') clock.advance(33_000);
          await settled();
        }
        controller.abort();
        await settled();
        expect(ended || stream.cancelled()).toBe(true);
        expect(overlaps).toBe(0);
        expect(clock.pending()).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  },
  thousandRunsMs,
);

test(
  'random bytes never throw and never yield a frame that does not fit',
  async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .constantFrom(
          'event: frame\n',
          'event: heartbeat\n',
          'event: gap\n',
          'data: ',
          '\n\n',
          '\r',
          ': comment\n',
          'id: 7\n',
          'retry: 5\n',
        )
        .map((text) => new TextEncoder().encode(text)),
      fc.json().map((text) => new TextEncoder().encode(sent('frame', text))),
      fc
        .record({
          v: fc.constantFrom(1, 2),
          cursor: fc.oneof(fc.nat(), fc.string()),
          at: fc.nat(),
          events: fc.array(fc.json()),
        })
        .map((almost) => new TextEncoder().encode(sent('frame', almost))),
      fc.nat().map((cursor) => new TextEncoder().encode(sentFrame(cursor))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const { stream, heard, controller, clock } = await following();
        for (const bytes of pieces) if (!stream.cancelled()) stream.write(bytes);
        await settled();
        const frames = heard.filter((entry) => typeof entry === 'object');
        expect(frames.every((told) => v.is(EventFrame, told))).toBe(true);
        controller.abort();
        await settled();
        expect(clock.pending()).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  },
  thousandRunsMs,
);

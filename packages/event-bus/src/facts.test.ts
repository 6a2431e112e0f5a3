import type { BusTraffic } from '@baton/contracts';
import { createEventBus } from './event-bus';
import { createManualClock } from '@baton/contracts/testing';

function setUp() {
  const errors: unknown[] = [];
  const bus = createEventBus({ clock: createManualClock(), reportError: (error) => errors.push(error) });
  return { bus, errors };
}

const ready = { module: 'sms-window', version: '1.0.0' };
const attention = (incoming: number) => ({ incoming, unread: 0 });

test('a fact reaches every listener, in order, before emit returns', () => {
  const { bus } = setUp();
  const heard: string[] = [];
  bus.on('module.ready', () => heard.push('first'));
  bus.on('module.ready', ({ module }) => heard.push(module));
  bus.emit('module.ready', ready);
  expect(heard).toEqual(['first', 'sms-window']);
});

test('a listener that throws reaches neither another nor the sender', () => {
  const { bus, errors } = setUp();
  const listener = jest.fn();
  const broken = new Error('broken');
  bus.on('module.ready', () => {
    throw broken;
  });
  bus.on('module.ready', listener);
  bus.emit('module.ready', ready);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(errors).toEqual([broken]);
});

test('a report that throws does not reach the sender either', () => {
  const surfaced = jest.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
  const bus = createEventBus({
    clock: createManualClock(),
    reportError: () => {
      throw new Error('no telemetry');
    },
  });
  bus.on('module.ready', () => {
    throw new Error('broken');
  });
  expect(() => bus.emit('module.ready', ready)).not.toThrow();
  expect(surfaced).toHaveBeenCalledTimes(1);
  surfaced.mockRestore();
});

test('without a report the error surfaces as an uncaught one', () => {
  const surfaced = jest.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
  const bus = createEventBus({ clock: createManualClock() });
  const broken = new Error('broken');
  bus.on('module.ready', () => {
    throw broken;
  });
  bus.emit('module.ready', ready);
  expect(surfaced.mock.calls[0]?.[0]).toThrow(broken);
  surfaced.mockRestore();
});

test('listening ends by the returned function, once and for itself only', () => {
  const { bus } = setUp();
  const listener = jest.fn();
  const stop = bus.on('module.ready', listener);
  bus.on('module.ready', listener);
  stop();
  stop();
  bus.emit('module.ready', ready);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('listening ends by signal; an aborted signal never begins', () => {
  const { bus } = setUp();
  const listener = jest.fn();
  const controller = new AbortController();
  bus.emit('attention.changed', attention(1));
  bus.on('module.ready', listener, { signal: controller.signal });
  controller.abort();
  bus.on('attention.changed', listener, { signal: controller.signal });
  bus.emit('module.ready', ready);
  bus.emit('attention.changed', attention(2));
  expect(listener).not.toHaveBeenCalled();
});

test('stopping leaves nothing on the signal', () => {
  const { bus } = setUp();
  const { signal } = new AbortController();
  const removed = jest.spyOn(signal, 'removeEventListener');
  bus.on('module.ready', () => {}, { signal })();
  expect(removed).toHaveBeenCalledTimes(1);
});

describe('during the delivery of a fact', () => {
  test('a listener that stops is not called', () => {
    const { bus } = setUp();
    const later = jest.fn();
    bus.on('module.ready', () => stopLater());
    const stopLater = bus.on('module.ready', later);
    bus.emit('module.ready', ready);
    expect(later).not.toHaveBeenCalled();
  });

  test('a new listener gets the next fact first', () => {
    const { bus } = setUp();
    const late = jest.fn();
    bus.on('module.ready', () => void bus.on('module.ready', late));
    bus.emit('module.ready', ready);
    expect(late).not.toHaveBeenCalled();
    bus.emit('module.ready', ready);
    expect(late).toHaveBeenCalledTimes(1);
  });

  test('a listener that removes itself does not make the bus skip another one', () => {
    const { bus } = setUp();
    const next = jest.fn();
    const stop = bus.on('module.ready', () => stop());
    bus.on('module.ready', next);
    bus.emit('module.ready', ready);
    bus.emit('module.ready', ready);
    expect(next).toHaveBeenCalledTimes(2);
  });

  test('another fact is delivered at once', () => {
    const { bus } = setUp();
    const heard: string[] = [];
    bus.on('module.ready', ({ version }) => {
      heard.push(`first ${version}`);
      if (version === '1.0.0') bus.emit('module.ready', { ...ready, version: '2.0.0' });
    });
    bus.on('module.ready', ({ version }) => heard.push(`second ${version}`));
    bus.emit('module.ready', ready);
    expect(heard).toEqual(['first 1.0.0', 'first 2.0.0', 'second 2.0.0', 'second 1.0.0']);
  });

  test('a retained fact that is replaced leaves no listener with the older one', () => {
    const { bus } = setUp();
    const heard: number[] = [];
    bus.on('attention.changed', ({ incoming }) => {
      if (incoming === 1) bus.emit('attention.changed', attention(2));
    });
    bus.on('attention.changed', ({ incoming }) => heard.push(incoming));
    bus.emit('attention.changed', attention(1));
    expect(heard).toEqual([2]);
    expect(bus.retained('attention.changed')).toEqual(attention(2));
  });
});

describe('retained facts', () => {
  test('the last one reaches who comes late, before `on` returns', () => {
    const { bus } = setUp();
    const heard: number[] = [];
    bus.emit('attention.changed', attention(1));
    bus.emit('attention.changed', attention(2));
    bus.on('attention.changed', ({ incoming }) => heard.push(incoming));
    expect(heard).toEqual([2]);
  });

  test('a late listener is registered before it is called', () => {
    const { bus } = setUp();
    const heard: number[] = [];
    bus.emit('attention.changed', attention(1));
    bus.on('attention.changed', ({ incoming }) => {
      heard.push(incoming);
      if (incoming === 1) bus.emit('attention.changed', attention(2));
    });
    expect(heard).toEqual([1, 2]);
  });

  test('a listener that is added meanwhile gets it once', () => {
    const { bus } = setUp();
    const late = jest.fn();
    const stop = bus.on('attention.changed', () => {
      stop();
      bus.on('attention.changed', late);
    });
    bus.emit('attention.changed', attention(1));
    expect(late).toHaveBeenCalledTimes(1);
  });

  test('an error of a late listener does not reach the code that registered it', () => {
    const { bus, errors } = setUp();
    bus.emit('attention.changed', attention(1));
    const broken = new Error('broken');
    bus.on('attention.changed', () => {
      throw broken;
    });
    expect(errors).toEqual([broken]);
  });

  test('other topics keep nothing', () => {
    const { bus } = setUp();
    const listener = jest.fn();
    bus.emit('module.ready', ready);
    bus.on('module.ready', listener);
    expect(listener).not.toHaveBeenCalled();
    expect(bus.retained('module.ready')).toBeUndefined();
  });
});

test('a watcher sees facts and failures, until it stops', () => {
  const { bus } = setUp();
  const seen: BusTraffic[] = [];
  const broken = new Error('broken');
  bus.on('module.ready', () => {
    throw broken;
  });
  const stop = bus.tap((traffic) => seen.push(traffic));
  bus.emit('module.ready', ready);
  stop();
  bus.emit('module.ready', ready);
  expect(seen).toEqual([
    { kind: 'fact', topic: 'module.ready', payload: ready },
    { kind: 'listenerFailed', topic: 'module.ready', error: broken },
  ]);
});

test('an error of a watcher disturbs no listener', () => {
  const { bus, errors } = setUp();
  const listener = jest.fn();
  const broken = new Error('broken');
  bus.tap(() => {
    throw broken;
  });
  bus.on('module.ready', listener);
  bus.emit('module.ready', ready);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(errors).toEqual([broken]);
});

import { TimeoutError } from '@baton/runtime';
import fc from 'fast-check';
import type { CodeSource, LoadedCode } from './code-source';
import { LoadError } from './load-state';
import type { LoadState } from './load-state';
import { createModuleLoader } from './module-loader';

const lifecycles = {
  bootstrap: () => Promise.resolve(),
  mount: () => Promise.resolve(),
  unmount: () => Promise.resolve(),
};
const code = (build = 'b1'): LoadedCode => ({ exposed: lifecycles, version: '0.1.0', build });
const failure = (stage: LoadError['stage'], cause?: unknown) =>
  new LoadError('sms-window', stage, `broke at ${stage}`, { cause });

function setUp(load: CodeSource['load']) {
  const source = { load: jest.fn(load) };
  return { source, loader: createModuleLoader(source) };
}

test('asks once while it is under way, whoever asks', async () => {
  const { source, loader } = setUp(() => Promise.resolve(code()));
  const first = loader.load('sms-window');
  expect(loader.load('sms-window')).toBe(first);
  expect(await first).toEqual({ ok: true, lifecycles, version: '0.1.0', build: 'b1' });
  expect(source.load).toHaveBeenCalledTimes(1);
});

test('asks for a newer build when it is asked again', async () => {
  const { source, loader } = setUp(() => Promise.resolve(code()));
  await loader.load('sms-window');
  source.load.mockResolvedValue(code('b2'));
  expect(await loader.load('sms-window')).toMatchObject({ ok: true, build: 'b2' });
});

test.each(['manifest', 'entry', 'code'] as const)(
  'a failure at the %s is told, and the next load really asks again',
  async (stage) => {
    const { source, loader } = setUp(() => Promise.reject(failure(stage)));
    expect(await loader.load('sms-window')).toMatchObject({ ok: false, error: { stage } });
    expect(loader.getState('sms-window')).toMatchObject({ state: 'failed', error: { stage } });
    source.load.mockResolvedValue(code());
    expect(await loader.load('sms-window')).toMatchObject({ ok: true });
    expect(source.load).toHaveBeenCalledTimes(3);
  },
);

test('a listener that throws is told to the page, and stops neither the module nor other listeners', async () => {
  const later = jest.spyOn(globalThis, 'queueMicrotask').mockReturnValue(undefined);
  const { loader } = setUp(() => Promise.resolve(code()));
  const heard: string[] = [];
  loader.subscribe(() => {
    throw new Error('mistake of the host');
  });
  loader.subscribe((_, { state }) => heard.push(state));
  expect(await loader.load('sms-window')).toMatchObject({ ok: true });
  expect(heard).toEqual(['ready']);
  expect(later.mock.calls[0]?.[0]).toThrow('mistake of the host');
  later.mockRestore();
});

test('a fault that passes is never seen', async () => {
  const { source, loader } = setUp(() => Promise.resolve(code()));
  source.load.mockRejectedValueOnce(failure('entry'));
  expect(await loader.load('sms-window')).toMatchObject({ ok: true });
});

test.each([
  ['waited in vain', failure('entry', new TimeoutError('late'))],
  ['met a contract that does not fit', failure('contract')],
])('whoever %s is not made to wait once more', async (_, error) => {
  const { source, loader } = setUp(() => Promise.reject(error));
  await loader.load('sms-window');
  expect(source.load).toHaveBeenCalledTimes(1);
});

test('code without lifecycles is not a module', async () => {
  const { loader } = setUp(() => Promise.resolve({ ...code(), exposed: { default: 1 } }));
  expect(await loader.load('sms-window')).toMatchObject({ ok: false, error: { stage: 'lifecycles' } });
});

test('states follow the drawing, whatever happens, and one module never touches another', async () => {
  const next: Record<LoadState['state'], readonly LoadState['state'][]> = {
    idle: ['fetching'],
    fetching: ['loading', 'ready', 'failed', 'fetching'],
    loading: ['ready', 'failed', 'fetching'],
    ready: ['fetching'],
    failed: ['fetching'],
  };
  const happening = fc.constantFrom<'works' | LoadError['stage']>(
    'works',
    'manifest',
    'contract',
    'entry',
    'code',
    'lifecycles',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), async (happenings) => {
      const queue = [...happenings];
      const { loader } = setUp(async (module, tell) => {
        tell({ state: 'fetching' });
        const what = queue.shift() ?? 'works';
        if (what === 'manifest' || what === 'contract') throw failure(what);
        tell({ state: 'loading', version: '0.1.0', build: module });
        if (what === 'lifecycles') return { ...code(), exposed: {} };
        if (what !== 'works') throw failure(what);
        return code();
      });
      let before: LoadState['state'] = 'idle';
      loader.subscribe((module, { state }) => {
        expect(module).toBe('sms-window');
        expect(next[before]).toContain(state);
        before = state;
      });
      while (queue.length > 0) {
        const result = await loader.load('sms-window');
        expect(loader.getState('sms-window').state).toBe(result.ok ? 'ready' : 'failed');
      }
      expect(loader.getState('notifications')).toEqual({ state: 'idle' });
    }),
  );
});

import { StrictMode } from 'react';
import { render, screen } from '@testing-library/react';
import type { ModuleProps } from '@baton/contracts';
import { createManualClock } from '@baton/contracts/testing';
import { createBaton } from '../baton';
import type { Baton } from '../baton';
import { fakeBackend } from '../testing/fake-backend';
import { settled } from '../testing/settled';
import { ModuleOutlet } from './module-outlet';

type Props = ModuleProps & { domElement: HTMLElement };

let baton: Baton | undefined;
afterEach(() => baton?.close());

/** A module that shows its view's name, and records its lifecycle calls. */
function setUp(load = () => Promise.resolve()) {
  const calls: string[] = [];
  const show = ({ domElement, view = 'usual' }: Props) => void (domElement.textContent = `the ${view} view`);
  const exposed = {
    bootstrap: () => Promise.resolve(),
    mount: async (props: Props) => (calls.push('mount'), show(props)),
    update: async (props: Props) => (calls.push('update'), show(props)),
    unmount: async () => void calls.push('unmount'),
  };
  const onError = jest.fn();
  baton = createBaton({
    agent: { id: 'ana', name: 'Ana Ruiz' },
    backend: fakeBackend(),
    modules: { notifications: '/modules/notifications/baton-module.json' },
    code: { load: () => load().then(() => ({ exposed, version: '1.2.3', build: 'b1' })) },
    clock: createManualClock(),
    onError,
  });
  const place = { baton, module: 'notifications', label: 'Notifications', className: 'place' };
  return { calls, exposed, place, onError };
}

test('a module stands without single-spa being started, in the view that is asked for', async () => {
  const { place, calls } = setUp();
  render(<ModuleOutlet {...place} view="messages" />);
  expect(await screen.findByText('the messages view')).toBeInTheDocument();
  expect(calls).toEqual(['mount']);
});

test('another view shows without mounting the module anew, and leaving takes it down', async () => {
  const { place, calls } = setUp();
  const { rerender, unmount } = render(<ModuleOutlet {...place} />);
  await screen.findByText('the usual view');
  rerender(<ModuleOutlet {...place} view="messages" />);
  await screen.findByText('the messages view');
  expect(calls).toEqual(['mount', 'update']);
  unmount();
  await settled();
  expect(calls).toEqual(['mount', 'update', 'unmount']);
});

test('a view that cannot be shown is replaced by a card and reported to the host', async () => {
  const { place, exposed, onError } = setUp();
  const { rerender } = render(<ModuleOutlet {...place} />);
  await screen.findByText('the usual view');
  exposed.update = () => Promise.reject(new Error('no such view'));
  rerender(<ModuleOutlet {...place} view="nonsense" />);
  await settled();
  expect(screen.queryByText('the usual view')).toBeNull();
  expect(onError).toHaveBeenCalledTimes(1);
});

test('under StrictMode one module stands, and its place is busy until it does', async () => {
  let arrive = () => undefined as void;
  const { place, calls } = setUp(() => new Promise<void>((resolve) => (arrive = resolve)));
  const { container } = render(<ModuleOutlet {...place} view="messages" />, { wrapper: StrictMode });
  await settled();
  expect(container.querySelector('.place')).toHaveAttribute('aria-busy', 'true');
  arrive();
  await screen.findByText('the messages view');
  expect(calls).toEqual(['mount']);
  expect(container.querySelector('.place')).not.toHaveAttribute('aria-busy');
});

test('its place is as high as its parent, unless the host says how high', () => {
  const { place } = setUp();
  const { className, ...plain } = place;
  const { container, rerender } = render(<ModuleOutlet {...plain} />);
  const styleOf = () => container.querySelector('div')?.getAttribute('style');
  expect(styleOf()).toBe('block-size: 100%; min-block-size: 0;');
  rerender(<ModuleOutlet {...plain} style={{ blockSize: '50%', order: 1 }} />);
  expect(styleOf()).toBe('block-size: 50%; min-block-size: 0; order: 1;');
  rerender(<ModuleOutlet {...plain} className={className} style={{ order: 1 }} />);
  expect(styleOf()).toBe('order: 1;');
  rerender(<ModuleOutlet {...plain} className={className} />);
  expect(styleOf() ?? '').toBe('');
});

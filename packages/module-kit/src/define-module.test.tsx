import userEvent from '@testing-library/user-event';
import { useEffect, useId, useState } from 'react';
import { defineModule, useDesktop, useNow, useOverlays, useSecondsLeft, useShortcuts, useTexts } from './index';
import { axeViolations, createTestHost, renderInHost, testStart, withoutAct } from './testing';

function View({ view = 'no view' }: { view?: string | undefined }) {
  const [count, setCount] = useState(0);
  const { t } = useTexts<'counting.more'>();
  const name = useDesktop((state) => state.agent?.name ?? '');
  return (
    <main>
      <h1>{view}</h1>
      <p>{name}</p>
      <button id={useId()} onClick={() => setCount(count + 1)}>
        {t('counting.more', { count })}
      </button>
    </main>
  );
}

const sheets: CSSStyleSheet[] = [];
const intents = { emits: [], listens: [], asks: [], answers: [] };
const catalogue = { 'counting.more': '{count, number} more' };
const counting = defineModule({ name: 'counting', version: '1.2.3', view: View, sheets, catalogue, intents });

function failing(view: () => never) {
  return defineModule({ name: 'failing', version: '1.0.0', view, sheets, catalogue: {}, intents });
}

describe('a mounted module', () => {
  test('stands in an open shadow root that follows preferences', async () => {
    const host = createTestHost({ dir: 'rtl', locale: 'en-XB' });
    const screen = await renderInHost(counting, host, { view: 'first' });

    expect(screen.getByRole('heading', { name: 'first' })).toBeInTheDocument();
    expect(screen.container).toHaveAttribute('dir', 'rtl');
    expect(screen.container).toHaveAttribute('lang', 'en-XB');
    expect(screen.container.dataset).toMatchObject({ batonTheme: 'auto', batonDensity: 'comfortable' });

    host.setPreferences({ theme: 'dark', density: 'compact' });
    expect(screen.container.dataset).toMatchObject({ batonTheme: 'dark', batonDensity: 'compact' });
    expect(await axeViolations(screen.element)).toEqual([]);
  });

  test('adopts the style sheets where the browser can', async () => {
    const element = document.body.appendChild(document.createElement('div'));
    const shadow = element.attachShadow({ mode: 'open' });
    Object.assign(shadow, { adoptedStyleSheets: [] });
    const props = { context: createTestHost(), domElement: element };

    await withoutAct(() => counting.mount(props));
    expect(shadow).toHaveProperty('adoptedStyleSheets.length', expect.any(Number));
    expect(shadow).not.toHaveProperty('adoptedStyleSheets.length', 0);
    await withoutAct(() => counting.unmount(props));
    expect(shadow).toHaveProperty('adoptedStyleSheets', []);
    element.remove();
  });

  test('says that it is ready after the first commit', async () => {
    const host = createTestHost();
    const ready = jest.fn();
    host.bus.on('module.ready', ready);
    await renderInHost(counting, host);
    expect(ready.mock.calls).toEqual([[{ module: 'counting', version: '1.2.3' }]]);
  });

  test('renders new props and keeps its state', async () => {
    const screen = await renderInHost(counting, createTestHost(), { view: 'first' });
    await userEvent.click(screen.getByRole('button', { name: '0 more' }));
    await screen.update({ view: 'second' });
    expect(screen.getByRole('heading', { name: 'second' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '1 more' })).toBeInTheDocument();
  });

  test('keeps what is typed, and the keys it has acted on, from the host', async () => {
    const user = userEvent.setup();
    function Field() {
      return (
        <>
          <input aria-label="field" />
          <button onKeyDown={(event) => event.key === 'x' && event.preventDefault()}>{'act'}</button>
        </>
      );
    }
    const screen = await renderInHost(
      defineModule({ name: 'field', version: '1.0.0', view: Field, sheets, catalogue: {}, intents }),
      createTestHost(),
    );
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', hear);

    await user.type(screen.getByRole('textbox'), 'j/{Backspace}{Enter}{Escape}{F6}{Alt>}t{/Alt}');
    expect(screen.getByRole('textbox')).toHaveValue('j');
    expect(heard).toEqual(['Escape', 'F6', 'Alt', 't']);

    heard.length = 0;
    screen.getByRole('button').focus();
    await user.keyboard('xy');
    expect(heard).toEqual(['y']);
    document.removeEventListener('keydown', hear);
  });

  test('uses the texts of its host', async () => {
    const screen = await renderInHost(counting, createTestHost({ messages: { 'counting.more': 'another {count}' } }));
    expect(screen.getByRole('button', { name: 'another 0' })).toBeInTheDocument();
  });

  test('can be mounted twice at once; each copy has its own state, ids and end', async () => {
    const host = createTestHost();
    const left = await renderInHost(counting, host, { view: 'left' });
    const right = await renderInHost(counting, host, { view: 'right' });
    await userEvent.click(right.getByRole('button'));

    expect(left.getByRole('button', { name: '0 more' }).id).not.toBe(right.getByRole('button', { name: '1 more' }).id);
    await left.update({ view: 'updated' });
    expect(left.getByRole('heading', { name: 'updated' })).toBeInTheDocument();
    expect(right.getByRole('heading', { name: 'right' })).toBeInTheDocument();

    await left.unmount();
    expect(right.getByRole('button', { name: '1 more' })).toBeInTheDocument();
  });

  test('leaves nothing behind and can be mounted there again', async () => {
    const host = createTestHost();
    const subscribers = jest.spyOn(document, 'addEventListener');
    const screen = await renderInHost(<Busy />, host);
    expect(host.clock.pending()).toBeGreaterThan(0);
    await screen.unmount();

    expect(screen.element.shadowRoot?.childNodes).toHaveLength(0);
    expect(host.clock.pending()).toBe(0);
    expect(document.body.childNodes).toHaveLength(0);
    expect(subscribers.mock.calls.map(([type]) => type)).toContain('keydown');
    await userEvent.keyboard('{F6}');
    expect(pressed).not.toHaveBeenCalled();

    const again = document.body.appendChild(screen.element);
    const props = { context: host, domElement: again };
    await withoutAct(() => counting.mount(props));
    expect(again.shadowRoot?.querySelectorAll('.baton-root')).toHaveLength(1);
    await withoutAct(() => counting.unmount(props));
    again.remove();
  });

  test.each(['9.0.0', '0.1.0'])(
    'refuses a host of contract %s, in words that help, and leaves nothing',
    async (contract) => {
      const element = document.createElement('div');
      const context = { ...createTestHost(), contract };
      await expect(counting.mount({ context, domElement: element })).rejects.toThrow(
        `works with contract ^0.2.0, and this host has ${contract}. Install the @baton/host-kit that has it, or deploy a build of the module for this host.`,
      );
      expect(element.shadowRoot).toBeNull();
    },
  );

  test('finds its element by domElementGetter, and rejects when there is none or it is in use', async () => {
    const context = createTestHost();
    const element = document.createElement('div');
    const props = { context, domElementGetter: () => element };
    await withoutAct(() => counting.mount(props));
    await expect(counting.mount(props)).rejects.toThrow('already mounted');
    await withoutAct(() => counting.unmount(props));
    await expect(counting.unmount(props)).rejects.toThrow('not mounted');
    // @ts-expect-error hosts are not always written in TypeScript
    await expect(counting.mount({ context })).rejects.toThrow('HTMLElement');
  });
});

describe('a view that throws', () => {
  test('in its first render: mount resolves, the host is notified once, nothing is shown', async () => {
    const host = createTestHost();
    const ready = jest.fn();
    host.bus.on('module.ready', ready);
    const error = new Error('first render');
    const screen = await renderInHost(
      failing(() => {
        throw error;
      }),
      host,
    );
    expect(screen.crashes).toEqual([error]);
    expect(ready).not.toHaveBeenCalled();
    expect(screen.container).toHaveTextContent('');
  });

  test('later: the tree is removed, the host is notified once, an update renders it again', async () => {
    const host = createTestHost();
    const screen = await renderInHost(<Fragile />, host);
    host.setState((state) => ({ cursor: state.cursor + 1 }));
    expect(screen.crashes).toEqual([new Error('cursor 2')]);
    expect(screen.queryByText('fine')).not.toBeInTheDocument();

    host.setState({ cursor: 1 });
    await screen.update();
    expect(screen.getByText('fine')).toBeInTheDocument();
    expect(screen.crashes).toHaveLength(1);
  });

  test('leaves other copies alone', async () => {
    const host = createTestHost();
    const fine = await renderInHost(counting, host);
    const broken = await renderInHost(<Fragile />, host);
    host.setState({ cursor: 2 });
    expect(broken.crashes).toHaveLength(1);
    expect(fine.getByRole('button')).toBeInTheDocument();
  });
});

describe('hooks', () => {
  test('useNow gives backend time', async () => {
    const host = createTestHost({ state: { clockOffset: 500 } });
    const screen = await renderInHost(<Now />, host);
    expect(screen.getByText(String(testStart + 500))).toBeInTheDocument();
    host.clock.advance(1000);
    expect(screen.getByText(String(testStart + 1500))).toBeInTheDocument();
    host.setState({ clockOffset: 520 });
    expect(screen.getByText(String(testStart + 1500))).toBeInTheDocument();
    host.setState({ clockOffset: -3000 });
    expect(screen.getByText(String(testStart - 2000))).toBeInTheDocument();
  });

  test('useSecondsLeft changes exactly at the second, corrects for the offset, and stops at 0', async () => {
    const host = createTestHost({ state: { clockOffset: 400 } });
    const screen = await renderInHost(<Left deadline={testStart + 2900} />, host);
    expect(screen.getByText('3 left')).toBeInTheDocument();
    host.clock.advance(499);
    expect(screen.getByText('3 left')).toBeInTheDocument();
    host.clock.advance(1);
    expect(screen.getByText('2 left')).toBeInTheDocument();
    host.clock.advance(2000);
    expect(screen.getByText('0 left')).toBeInTheDocument();
    expect(host.clock.pending()).toBe(0);
  });

  test('useShortcuts honours the agent and the host', async () => {
    const host = createTestHost({ shortcuts: { 'region.next': 'F7' } });
    await renderInHost(<Busy />, host);
    await userEvent.keyboard('{F6}');
    expect(pressed).not.toHaveBeenCalled();
    await userEvent.keyboard('{F7}');
    expect(pressed).toHaveBeenCalledTimes(1);
    host.setPreferences({ shortcuts: false });
    await userEvent.keyboard('{F7}');
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('useOverlays returns an element in the same root', async () => {
    const screen = await renderInHost(<Overlays />, createTestHost());
    expect(await screen.findByText('true')).toBeInTheDocument();
  });
});

const pressed = jest.fn();
beforeEach(() => pressed.mockReset());

function Busy() {
  useNow(1000);
  useShortcuts({ 'region.next': pressed });
  return null;
}

function Now() {
  return <p>{useNow(1000)}</p>;
}

function Left({ deadline }: { deadline: number }) {
  return <p>{`${useSecondsLeft(deadline)} left`}</p>;
}

function Fragile() {
  const cursor = useDesktop((state) => state.cursor);
  if (cursor > 1) throw new Error(`cursor ${cursor}`);
  return <p>fine</p>;
}

function Overlays() {
  const overlays = useOverlays();
  const [sameRoot, setSameRoot] = useState(false);
  useEffect(() => setSameRoot(overlays.getRootNode() instanceof ShadowRoot), [overlays]);
  return <p>{String(sameRoot)}</p>;
}

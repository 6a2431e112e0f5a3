import userEvent from '@testing-library/user-event';
import { act, fireEvent, waitFor, within } from '@testing-library/react';
import { aRefusal, aTarget, aTargetRef, aTransfer, axeViolations, spokenIn } from '@baton/module-kit/testing';
import type { TestHostOptions } from '@baton/module-kit/testing';
import type { Result, Target, TargetPage } from '@baton/contracts';
import { aHost, mounted, opened } from './testing/open-panel';
import { scrollToEnd } from './testing/stand-ins';

const many = Array.from({ length: 120 }, (_, index) =>
  aTarget({ id: `agent-${index}`, name: `Agent ${String(index).padStart(3, '0')}` }),
);
const items = (menu: HTMLElement) => within(menu).getAllByRole('menuitem');

describe('TC-01 the search field', () => {
  test('has its role and label, and focus when the agent opens the panel', async () => {
    const { screen, input } = await opened();
    expect(screen.focused()).toBe(input());
    expect(input()).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+F');
  });

  test('shows its keys to the pointer', async () => {
    const { screen, input } = await opened();
    expect(screen.queryByText('Alt+Shift+F')).toBeNull();
    await userEvent.hover(input());
    expect(screen.getByText('Alt+Shift+F')).toBeInTheDocument();
    await userEvent.unhover(input());
    expect(screen.queryByText('Alt+Shift+F')).toBeNull();
  });

  test('takes no focus because a host renders the module', async () => {
    const { screen } = await mounted(aHost());
    expect(screen.focused()).toBeNull();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  test('has focus after the shortcut', async () => {
    const { screen, user, input } = await mounted(aHost());
    await user.keyboard('{Alt>}{Shift>}F{/Shift}{/Alt}');
    expect(screen.focused()).toBe(input());
  });
});

describe('TC-02 between field and grid', () => {
  test('goes to the first row with arrow down, nowhere with arrow up', async () => {
    const { screen, user, input, row } = await opened();
    await user.keyboard('{ArrowUp}');
    expect(screen.focused()).toBe(input());
    await user.keyboard('{ArrowDown}');
    expect(screen.focused()).toBe(await row(/^Amir/));
  });

  test('brings what is typed in the grid back to the field', async () => {
    const { screen, user, input } = await opened();
    await user.keyboard('b{ArrowDown}i');
    expect(screen.focused()).toBe(input());
    expect(input()).toHaveValue('bi');
  });
});

describe('TC-03 arrow keys in the grid', () => {
  test('go row by row without wrapping, and to both ends', async () => {
    const { screen, user, row } = await opened();
    await user.keyboard('{ArrowDown}{ArrowUp}');
    expect(screen.focused()).toBe(await row(/^Amir/));
    await user.keyboard('{ArrowDown}');
    expect(screen.focused()).toBe(await row(/^Bianca/));
    await user.keyboard('{End}{ArrowDown}');
    expect(screen.focused()).toBe(await row(/^Dora/));
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(screen.focused()).toBe(await row(/^Amir/));
    await user.keyboard('{Control>}{End}{/Control}');
    expect(screen.focused()).toBe(await row(/^Dora/));
    await user.keyboard('{Home}');
    expect(screen.focused()).toBe(await row(/^Amir/));
  });

  test.each([
    ['ltr', '{ArrowRight}', '{ArrowLeft}'],
    ['rtl', '{ArrowLeft}', '{ArrowRight}'],
  ] as const)('go through the parts of a row, %s', async (dir, on, back) => {
    const { screen, user, row } = await opened(aHost({ dir }));
    await user.keyboard(`{ArrowDown}${on}`);
    expect(screen.focused()).toHaveAccessibleName('Favourite Amir Demo');
    await user.keyboard(`${on}${on}`);
    expect(screen.focused()).toHaveAccessibleName('Actions for Amir Demo');
    await user.keyboard(`${back}${back}${back}`);
    expect(screen.focused()).toBe(await row(/^Amir/));
  });
});

describe('TC-04 Enter on a row', () => {
  test('opens its Action Menu on the first item, and never transfers by itself', async () => {
    const { screen, user, picks } = await opened();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screen.focused()).toHaveAccessibleName('SMS transfer');
    expect(picks).toEqual([]);
  });

  test('opens it on the first item, too, when that is not possible: Enter there says why and changes nothing', async () => {
    const { screen, user, host, picks } = await opened();
    await user.keyboard('{ArrowDown}{End}{Enter}');
    expect(screen.focused()).toHaveAccessibleName('SMS transfer');
    await user.keyboard('{Enter}');
    expect(host.adapters.announcements.at(-1)?.text).toBe('Dora Demo is offline');
    expect(screen.focused()).toHaveAccessibleName('SMS transfer');
    expect(picks).toEqual([]);
    expect(host.commands.inputsOf('saveFavourite')).toEqual([]);
  });

  test('is one step, however long it is held', async () => {
    const { screen, user, picks } = await opened();
    await user.keyboard('{ArrowDown}{Enter>9/}');
    expect(screen.focused()).toHaveAccessibleName('SMS transfer');
    expect(picks).toEqual([]);
    await user.keyboard('{Enter}');
    expect(picks).toHaveLength(1);
  });

  test('in the field does it for the first result: name, Enter, Enter transfers', async () => {
    const { user, host, type, screen, picks } = await opened();
    await type('bianca');
    await screen.findByRole('rowgroup', { name: 'Best matches' });
    await user.keyboard('{Enter}');
    expect(screen.focused()).toHaveAccessibleName('SMS transfer');
    await user.keyboard('{Enter}');
    expect(picks).toEqual([{ action: 'smsTransfer', target: { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } }]);
    expect(host.commands.inputsOf('addRecent')).toEqual([
      { target: { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } },
    ]);
  });

  test('waits for the answer to what was typed, rather than act on older results', async () => {
    const { user, screen } = await opened();
    await user.keyboard('bianca{Enter}');
    expect(await screen.findByRole('menu')).toHaveAccessibleName('Actions for Bianca Okafor');
  });

  describe('that waits', () => {
    /** A name and Enter; the answer comes when the test says so. */
    const waiting = async () => {
      const host = aHost();
      host.bus.emit('interaction.active', { interactionId: 'interaction-1', focus: false });
      const panel = await mounted(host);
      await act(() => host.bus.request('team.open', {}));
      await panel.screen.findByRole('grid');
      let answer = (_result: Result<TargetPage>) => undefined as void;
      host.directory.answer = new Promise((resolve) => {
        answer = resolve;
      });
      await panel.user.keyboard('bianca{Enter}');
      const found = async () => {
        answer({ ok: true, value: { targets: [aTarget()], total: 1, at: host.clock.now() } });
        await panel.screen.findByText('1 result');
        // Enter acts in an effect, after the result has been written.
        await act(async () => undefined);
      };
      return { host, ...panel, found, fails: () => answer(aRefusal()) };
    };

    test('opens the menu when the answer comes', async () => {
      const { screen, found } = await waiting();
      await found();
      expect(screen.getByRole('menu')).toHaveAccessibleName('Actions for Bianca Okafor');
    });

    test('is forgotten when Esc empties the search', async () => {
      const { user, screen, input } = await waiting();
      await user.keyboard('{Escape}');
      expect(input()).toHaveValue('');
      expect(screen.queryByRole('menu')).toBeNull();
    });

    test('is forgotten when another conversation comes to the front', async () => {
      const { host, screen, found } = await waiting();
      act(() => host.bus.emit('interaction.active', { interactionId: 'interaction-2', focus: false }));
      await found();
      expect(screen.queryByRole('menu')).toBeNull();
    });

    test('is forgotten when the panel opens for a transfer', async () => {
      const { screen, pick, found } = await waiting();
      await pick();
      await found();
      expect(screen.queryByRole('menu')).toBeNull();
    });

    test('is forgotten when there is no answer', async () => {
      const { host, user, screen, fails, input } = await waiting();
      fails();
      const again = await screen.findByRole('button', { name: 'Try again' });
      delete host.directory.answer;
      fireEvent.click(again);
      expect(await screen.findByRole('row')).toBeInTheDocument();
      expect(screen.queryByRole('menu')).toBeNull();
      await user.type(input(), '{Enter}');
      expect(screen.getByRole('menu')).toBeInTheDocument();
    });
  });

  test('is forgotten when the agent types on', async () => {
    const { type, screen, input } = await opened();
    await type('bi{Enter}anca');
    await screen.findByText('1 result');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(screen.focused()).toBe(input());
  });
});

describe('TC-05 the Action Menu button', () => {
  const onButton = async () => {
    const panel = await opened();
    await panel.user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    return { ...panel, button: panel.screen.getByRole('button', { name: 'Actions for Amir Demo' }) };
  };

  test('says that it has a menu, and whether it is open', async () => {
    const { user, button } = await onButton();
    expect(button).toHaveAttribute('aria-haspopup', 'menu');
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
  });

  test.each([
    ['{Enter}', 'SMS transfer'],
    [' ', 'SMS transfer'],
    ['{ArrowDown}', 'SMS transfer'],
    ['{ArrowUp}', 'Copy address'],
  ])('opens with %s on %s; Esc brings focus back', async (key, first) => {
    const { screen, user, button } = await onButton();
    await user.keyboard(key);
    expect(screen.focused()).toHaveAccessibleName(first);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(screen.focused()).toBe(button);
  });

  test.each(['{Shift>}{F10}{/Shift}', '{ContextMenu}'])('opens from the row with %s', async (keys) => {
    const { screen, user, row } = await opened();
    await user.keyboard(`{ArrowDown}${keys}`);
    expect(screen.getByRole('menu')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.focused()).toBe(await row(/^Amir/));
  });

  test('closes its menu when pressed again, and when the press is elsewhere', async () => {
    const { screen, user, button, transfer } = await onButton();
    await user.click(button);
    await user.click(button);
    expect(screen.queryByRole('menu')).toBeNull();
    await user.click(button);
    await user.click(transfer);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('TC-06 the Action Menu', () => {
  test('begins with SMS transfer', async () => {
    const { screen, user } = await opened();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(items(screen.getByRole('menu')).map((item) => item.textContent)).toEqual([
      'SMS transferConversation with Jo DemoEnter',
      'Add to favourites',
      'Copy address',
    ]);
  });

  test('shows what is not possible, focusable, with the reason', async () => {
    const { screen, user, picks } = await opened();
    await user.click(screen.getByRole('button', { name: 'Actions for Dora Demo' }));
    const item = screen.getByRole('menuitem', { name: 'SMS transfer' });
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(item).toHaveAccessibleDescription('Dora Demo is offline');
    expect(screen.getByText('Dora Demo is offline')).toBeVisible();
    expect(screen.focused()).toBe(item);
    await user.keyboard('{Enter}');
    expect(screen.getByRole('menu')).toBeInTheDocument();
    expect(picks).toEqual([]);
  });

  test('keeps its row where it is when new results come', async () => {
    const host = aHost();
    const { screen, user } = await opened(host);
    const button = screen.getByRole('button', { name: 'Actions for Amir Demo' });
    await user.click(button);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    host.directory.favouriteTargets = [aTargetRef({ id: 'amir', name: 'Amir Demo' })];
    await act(async () => host.setState({ snapshotAt: 5 }));
    expect(button).toBeInTheDocument();
    expect(screen.focused()).toHaveAccessibleName('Copy address');
    await user.keyboard('{Escape}');
    expect(screen.focused()).toBe(button);
  });

  test('closes when focus goes elsewhere, and leaves it there', async () => {
    const { screen, user, transfer } = await opened();
    await user.keyboard('{ArrowDown}{Enter}');
    act(() => transfer.focus());
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(transfer);
  });

  test('whose target goes leaves focus in the panel, where no key opens another menu', async () => {
    const host = aHost();
    const { screen, user } = await opened(host);
    await user.click(screen.getByRole('button', { name: 'Actions for Amir Demo' }));
    host.directory.targets = host.directory.targets.filter(({ name }) => name !== 'Amir Demo');
    await act(async () => host.setState({ snapshotAt: 5 }));
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(screen.focused()).toHaveAttribute('role', 'group');
    await user.keyboard('{Enter}{Enter}');
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('stays while the window has lost focus', async () => {
    const { screen, user } = await opened();
    await user.keyboard('{ArrowDown}{Enter}');
    fireEvent.blur(screen.getByRole('menuitem', { name: 'SMS transfer' }));
    expect(screen.getByRole('menu')).toBeInTheDocument();
  });

  test('wraps, and knows Home and End', async () => {
    const { screen, user } = await opened();
    await user.keyboard('{ArrowDown}{Enter}{ArrowUp}');
    expect(screen.focused()).toHaveAccessibleName('Copy address');
    await user.keyboard('{ArrowDown}');
    expect(screen.focused()).toHaveAccessibleName('SMS transfer');
    await user.keyboard('{End}');
    expect(screen.focused()).toHaveAccessibleName('Copy address');
    await user.keyboard('{Home}');
    expect(screen.focused()).toHaveAccessibleName('SMS transfer');
  });

  test.each<[string, NonNullable<TestHostOptions['state']>, string]>([
    [
      'a pending transfer',
      { shownTransfers: { 'interaction-1': aTransfer() } },
      'You are already waiting for Bianca Okafor',
    ],
    ['no conversation', { interactions: {} }, 'Open a conversation first'],
    [
      'a lost connection',
      { connection: { state: 'connectionLost', since: 0 } },
      'Not possible while the connection is lost',
    ],
  ])('gives the reason for %s', async (_, state, reason) => {
    const { screen, user, host } = await opened();
    host.setState(state);
    await user.click(screen.getByRole('button', { name: 'Actions for Amir Demo' }));
    expect(screen.getByRole('menuitem', { name: 'SMS transfer' })).toHaveAccessibleDescription(reason);
  });
});

describe('TC-07 tab stops', () => {
  test('are close, field, filter and one in the grid, which follows focus', async () => {
    const { screen, user } = await opened();
    const stops = () =>
      [...screen.container.querySelectorAll<HTMLElement>('button, input, [tabindex]')]
        .filter(
          (element) =>
            element.tabIndex >= 0 &&
            !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked),
        )
        .map((element) => element.getAttribute('aria-label') ?? element.getAttribute('type'));
    expect(stops()).toEqual(['Close', 'search', 'radio', 'Amir Demo, Agent, Ready, 4 min']);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(stops()).toEqual(['Close', 'search', 'radio', 'Favourite Bianca Okafor']);
  });
});

describe('TC-08 the name of a row', () => {
  test('has name, type, presence and time in state; icons are silent', async () => {
    const { screen, rowNames, row } = await opened();
    const names = screen.getAllByRole('row').map((element) => element.getAttribute('aria-label'));
    expect(names.slice(0, 3)).toEqual([
      'Amir Demo, Agent, Ready, 4 min',
      'Bianca Okafor, Agent, Ready, 4 min',
      'Billing, Queue, 3 waiting, 6 agents ready',
    ]);
    expect(rowNames()).toHaveLength(5);
    for (const icon of (await row(/^Amir/)).querySelectorAll('svg'))
      expect(icon.closest('[aria-hidden="true"]')).not.toBeNull();
  });
});

describe('TC-09 what is announced of a search', () => {
  const said = (host: ReturnType<typeof aHost>) =>
    host.adapters.announcements.map(({ text, priority }) => `${priority}: ${text}`);

  test('is the number of results, 500 ms after the last key', async () => {
    const { host, type, screen } = await opened();
    await type('demo');
    await screen.findByText('3 results');
    host.clock.advance(349);
    expect(said(host)).toEqual([]);
    host.clock.advance(1);
    expect(said(host)).toEqual(['polite: 3 results']);
  });

  test('is that there are none', async () => {
    const { host, type, screen } = await opened();
    await type('zzz');
    await screen.findByText('No results for “zzz”');
    host.clock.advance(500);
    expect(said(host)).toEqual(['polite: No results for “zzz”']);
  });

  test('is "Searching" after a second without an answer, while the results before stay', async () => {
    const { host, type, screen, rowNames } = await opened();
    host.directory.answer = new Promise(() => undefined);
    await type('demo');
    host.clock.advance(849);
    expect(screen.queryByText('Searching')).toBeNull();
    host.clock.advance(1);
    expect(screen.getByText('Searching')).toBeInTheDocument();
    host.clock.advance(0);
    expect(said(host)).toEqual(['polite: Searching']);
    expect(rowNames()).toHaveLength(5);
  });

  test('is every new count, however soon it follows what was said before', async () => {
    const host = aHost();
    const spoken = spokenIn(host);
    const { type, screen } = await opened(host);
    await type('demo');
    await screen.findByText('3 results');
    host.clock.advance(350);
    expect(spoken()).toEqual(['3 results']);
    await type('x');
    await screen.findByText('No results for “demox”');
    host.clock.advance(350);
    expect(spoken()).toEqual(['3 results', 'No results for “demox”']);
  });

  test('is the count after "Searching", when the answer then comes at once', async () => {
    const host = aHost();
    const spoken = spokenIn(host);
    const { type, screen } = await opened(host);
    let answer = () => undefined as void;
    host.directory.answer = new Promise((resolve) => {
      answer = () => resolve({ ok: true, value: { targets: [aTarget()], total: 1, at: host.clock.now() } });
    });
    await type('bianca');
    host.clock.advance(850);
    host.clock.advance(0);
    await act(async () => answer());
    await screen.findByText('1 result');
    host.clock.advance(250);
    expect(spoken()).toEqual(['Searching', '1 result']);
  });

  test('is each failure, which is no long wait', async () => {
    const host = aHost();
    host.directory.answer = aRefusal();
    const spoken = spokenIn(host);
    const { screen, pick, user } = await mounted(host);
    await pick();
    const again = await screen.findByRole('button', { name: 'Try again' });
    const failure = 'The directory did not load. Your conversations are not affected.';
    host.clock.advance(0);
    expect(screen.container.querySelector('[aria-busy="true"]')).toBeNull();
    host.clock.advance(1000);
    expect(screen.queryByText('Searching')).toBeNull();
    expect(spoken()).toEqual([failure]);

    let answer = () => undefined as void;
    host.directory.answer = new Promise((resolve) => {
      answer = () => resolve(aRefusal());
    });
    await user.click(again);
    expect(screen.container.querySelector('[aria-busy="true"]')).not.toBeNull();
    host.clock.advance(1000);
    host.clock.advance(0);
    await act(async () => answer());
    await waitFor(() => expect(screen.container.querySelector('[aria-busy="true"]')).toBeNull());
    host.clock.advance(250);
    expect(spoken()).toEqual([failure, 'Searching', failure]);
  });
});

describe('TC-10 changes of presence', () => {
  const offline = (target: Target): Target =>
    target.kind === 'agent'
      ? {
          ...target,
          version: 2,
          presence: { state: 'offline', since: 0 },
          sms: { available: false, reason: 'offline' },
        }
      : target;

  test('are silent', async () => {
    const { host } = await opened();
    host.tellTargets(offline(aTarget()));
    expect(host.adapters.announcements).toEqual([]);
  });

  test('are said when the focused target becomes unavailable', async () => {
    const { host, user } = await opened();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    host.tellTargets(offline(aTarget()));
    expect(host.adapters.announcements).toMatchObject([{ text: 'Bianca Okafor is offline', priority: 'polite' }]);
  });

  test('are said of the next focused target, too, within the same second', async () => {
    const host = aHost();
    const spoken = spokenIn(host);
    const { user } = await opened(host);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    host.tellTargets(offline(aTarget()));
    await user.keyboard('{ArrowUp}');
    host.tellTargets(offline(aTarget({ id: 'amir', name: 'Amir Demo' })));
    host.clock.advance(250);
    expect(spoken()).toEqual(['Bianca Okafor is offline', 'Amir Demo is offline']);
  });
});

describe('TC-11 live presence', () => {
  const gone = aTarget({
    id: 'amir',
    name: 'Amir Demo',
    version: 2,
    presence: { state: 'offline', since: 0 },
    sms: { available: false, reason: 'offline' },
  });

  test('changes glyphs, but no places, while focus is in the grid', async () => {
    const { host, user, rowNames, row, screen } = await opened();
    await user.keyboard('{ArrowDown}');
    host.tellTargets(gone);
    expect(await row('Amir Demo, Agent, Offline')).toBe(screen.focused());
    expect(rowNames()[0]).toBe('Amir Demo');
    act(() => screen.getByRole('searchbox').focus());
    expect(rowNames().at(-2)).toBe('Amir Demo');
  });

  test('changes no places while the pointer is in the grid', async () => {
    const { host, user, rowNames, row, input } = await opened();
    await user.hover(await row(/^Bianca/));
    host.tellTargets(gone);
    expect(rowNames()[0]).toBe('Amir Demo');
    await user.hover(input());
    expect(rowNames()[0]).toBe('Bianca Okafor');
  });

  test.each(['best', 'favourites', 'recent'] as const)(
    'moves none of the %s when they are asked for anew',
    async (id) => {
      const three = ['Ada', 'Ben', 'Cem'].map((name) => aTarget({ id: name, name: `${name} Demo` }));
      const refs = three.map(({ kind, id: targetId, name }) => ({ kind, id: targetId, name }));
      const host = aHost({ targets: three, state: { snapshotAt: 1 } });
      if (id === 'favourites') host.directory.favouriteTargets = refs;
      if (id === 'recent') host.directory.recentTargets = refs;
      const { user, rowNames, row, type, input, screen } = await opened(host);
      if (id === 'best') {
        await type('demo');
        await screen.findByRole('rowgroup', { name: 'Best matches' });
      }
      await user.hover(await row(/^Ben/));
      const late = aTarget({ id: 'Zoe', name: 'Zoe Demo' });
      host.directory.targets = [late, ...three.toReversed()];
      host.directory.favouriteTargets = host.directory.favouriteTargets.toReversed();
      host.directory.recentTargets = [...host.directory.recentTargets, late].toReversed();
      await act(async () => host.setState({ snapshotAt: 5 }));
      await row(/^Zoe/);
      expect(rowNames()).toEqual(['Ada Demo', 'Ben Demo', 'Cem Demo', 'Zoe Demo']);
      await user.hover(input());
      expect(rowNames()).not.toEqual(['Ada Demo', 'Ben Demo', 'Cem Demo', 'Zoe Demo']);
    },
  );

  test('keeps the row of a new favourite where it is while the pointer is in the grid', async () => {
    const { host, user, rowNames, row, screen, input } = await opened(aHost({ state: { snapshotAt: 1 } }));
    const before = rowNames();
    await user.hover(await row(/^Bianca/));
    host.directory.favouriteTargets = [aTargetRef({ id: 'carla', name: 'Carla Demo' })];
    host.directory.targets = [aTarget({ id: 'abe', name: 'Abe Demo' }), ...host.directory.targets];
    host.setState({ snapshotAt: 5 });
    await row(/^Abe/);
    expect(rowNames()).toEqual([...before, 'Abe Demo']);
    await user.hover(input());
    expect(await screen.findByRole('rowgroup', { name: 'Favourites' })).toHaveTextContent('Carla Demo');
  });

  test('answers another question afresh, wherever the pointer is', async () => {
    const { host, user, rowNames, row, type, screen } = await opened();
    await user.hover(await row(/^Bianca/));
    host.directory.targets = [...host.directory.targets].toReversed();
    await type('demo');
    await screen.findByText('3 results');
    expect(rowNames()).toEqual(['Dora Demo', 'Carla Demo', 'Amir Demo']);
  });

  test('ignores what is older than the page', async () => {
    const { host, row } = await opened(aHost({ targets: [aTarget({ version: 5 })] }));
    host.tellTargets({ ...gone, id: 'bianca', name: 'Bianca Okafor', version: 4 });
    expect(await row('Bianca Okafor, Agent, Ready, 4 min')).toBeInTheDocument();
  });
});

describe('TC-12 when the focused row goes', () => {
  const target = (name: string) => aTarget({ id: name.replace(' ', '-'), name });

  /** Focuses the second result of a query that is being typed, and lets `after` be the answer. */
  const focusThenAnswer = async (before: readonly string[], after: readonly string[]) => {
    const panel = await opened(aHost({ targets: before.map(target) }));
    await panel.type('olga');
    await panel.screen.findByRole('rowgroup', { name: 'Best matches' });
    panel.host.directory.targets = after.map(target);
    await panel.user.keyboard('{Backspace}{ArrowDown}{ArrowDown}');
    panel.host.clock.advance(150);
    await act(async () => undefined);
    return panel;
  };

  test('focus rests at the grid, no key acts on the row in its place, and an arrow goes on', async () => {
    const { screen, user } = await focusThenAnswer(['Olga One', 'Olga Two', 'Olga Three'], ['Olga One', 'Olga Three']);
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    expect(screen.focused()).toBe(screen.getByRole('grid'));
    await user.keyboard('{Enter}{Enter}');
    expect(screen.queryByRole('menu')).toBeNull();
    await user.keyboard('{ArrowDown}');
    expect(screen.focused()).toHaveAttribute('aria-label', expect.stringMatching('Olga One'));
  });

  test('focus rests in the panel, when no row is left, and what is typed goes to the search', async () => {
    const { screen, user, input } = await focusThenAnswer(['Olga One', 'Olga Two'], []);
    await screen.findByText('No results for “olg”');
    expect(screen.focused()).toHaveAttribute('role', 'group');
    await user.keyboard('a');
    expect(input()).toHaveValue('olga');
  });
});

describe('TC-13 Esc', () => {
  test('closes the menu, else clears the query, else closes the panel and gives focus back', async () => {
    const { screen, user, input, picks, transfer, type } = await opened();
    await type('bianca');
    await screen.findByRole('rowgroup', { name: 'Best matches' });
    await user.keyboard('{ArrowDown}{Enter}{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(input()).toHaveValue('bianca');
    await user.keyboard('{Escape}');
    expect(input()).toHaveValue('');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(document.activeElement).toBe(transfer);
    expect(picks).toEqual([{ action: 'dismissed' }]);
  });
});

describe('TC-14 the star', () => {
  test('is a toggle with a constant name that moves nothing', async () => {
    const { screen, user, host, rowNames } = await opened();
    const before = rowNames();
    const star = screen.getByRole('button', { name: 'Favourite Billing' });
    expect(star).toHaveAttribute('aria-pressed', 'false');
    await user.click(star);
    expect(star).toHaveAttribute('aria-pressed', 'true');
    expect(star).toHaveAccessibleName('Favourite Billing');
    host.setState({ favourites: [{ kind: 'queue', id: 'billing', name: 'Billing' }] });
    expect(star).toHaveAttribute('aria-pressed', 'true');
    expect(rowNames()).toEqual(before);
    expect(host.commands.inputsOf('saveFavourite')).toEqual([
      { target: { kind: 'queue', id: 'billing', name: 'Billing' } },
    ]);
  });
});

describe('TC-15 long lists', () => {
  test('say how many rows there are and which this is, and keep the focused row', async () => {
    const { screen, user, row } = await opened(aHost({ targets: many }));
    const grid = screen.getByRole('grid');
    expect(grid).toHaveAttribute('aria-rowcount', '120');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    const third = screen.focused();
    const goesToEnd = async (rowIndex: string) => {
      await user.keyboard('{End}');
      expect(screen.focused()).toHaveAttribute('aria-rowindex', rowIndex);
    };
    act(scrollToEnd);
    await act(async () => undefined);
    expect(screen.focused()).toBe(third);
    await waitFor(() => goesToEnd('100'));
    act(scrollToEnd);
    await waitFor(() => goesToEnd('120'));
    expect(screen.focused()).toBe(await row(/^Agent 119/));
    expect(grid).toHaveAttribute('aria-rowcount', '120');
    await user.keyboard('{Home}');
    expect(screen.focused()).toBe(await row(/^Agent 000/));
  });

  test('count on over the sections', async () => {
    const host = aHost();
    host.directory.favouriteTargets = [{ kind: 'agent', id: 'carla', name: 'Carla Demo' }];
    host.directory.recentTargets = [{ kind: 'queue', id: 'billing', name: 'Billing' }];
    const { screen, rowNames } = await opened(host);
    expect(rowNames()).toEqual(['Carla Demo', 'Billing', 'Amir Demo', 'Bianca Okafor', 'Dora Demo']);
    expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-rowindex'))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
  });
});

describe('TC-17 axe', () => {
  test('has nothing to say about results, a filter and an open menu', async () => {
    const host = aHost({ state: { favourites: [aTargetRef()] } });
    host.directory.favouriteTargets = [aTargetRef()];
    const { screen, user } = await opened(host);
    expect(await axeViolations(screen.element)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Actions for Dora Demo' }));
    expect(await axeViolations(screen.element)).toEqual([]);
  });

  test('has nothing to say about no results', async () => {
    const { screen, type } = await opened();
    await type('zzz');
    await screen.findByText('No results for “zzz”');
    expect(await axeViolations(screen.element)).toEqual([]);
  });

  test('has nothing to say about an error', async () => {
    const host = aHost();
    host.directory.answer = aRefusal();
    const { screen, pick } = await mounted(host);
    await pick();
    await screen.findByText('The directory did not load');
    expect(await axeViolations(screen.element)).toEqual([]);
  });

  test('has nothing to say about loading', async () => {
    const host = aHost();
    host.directory.answer = new Promise(() => undefined);
    const { screen, pick } = await mounted(host);
    await pick();
    host.clock.advance(150);
    expect(await axeViolations(screen.element)).toEqual([]);
  });
});

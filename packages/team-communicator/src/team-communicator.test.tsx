import { act, waitFor } from '@testing-library/react';
import { aPool, aRefusal, aTarget, aTransfer, anInteraction, byId, demoAgent } from '@baton/module-kit/testing';
import { targetKinds } from '@baton/contracts';
import type { CommandTaken, Result } from '@baton/contracts';
import { aHost, countAsked, mounted, opened } from './testing/open-panel';
import { scrollToEnd } from './testing/stand-ins';

const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;

describe('opening and closing', () => {
  test('shows nothing until asked, then says that it is open', async () => {
    const host = aHost();
    const { screen, pick } = await mounted(host);
    expect(screen.queryByRole('group')).toBeNull();
    await pick();
    expect(screen.getByRole('heading', { name: 'Transfer to' })).toBeInTheDocument();
    expect(host.bus.retained('panel.changed')).toEqual({ panel: 'team-communicator', open: true });
  });

  test('is titled Team Communicator when opened without a purpose', async () => {
    const host = aHost();
    const { screen, input } = await mounted(host);
    await act(() => host.bus.request('team.open', {}));
    expect(screen.getByRole('heading', { name: 'Team Communicator' })).toBeInTheDocument();
    expect(screen.focused()).toBe(input());
    await act(() => host.bus.request('team.close', {}));
    expect(screen.queryByRole('heading')).toBeNull();
    expect(host.bus.retained('panel.changed')).toEqual({ panel: 'team-communicator', open: false });
  });

  test('answers dismissed and gives focus back when closed by its button', async () => {
    const { screen, user, picks, transfer } = await opened();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(picks).toEqual([{ action: 'dismissed' }]);
    expect(document.activeElement).toBe(transfer);
  });

  test('takes no focus back after a choice', async () => {
    const { screen, user, picks, transfer } = await opened();
    await user.click(screen.getByRole('button', { name: 'Actions for Bianca Okafor' }));
    await user.click(screen.getByRole('menuitem', { name: 'SMS transfer' }));
    expect(picks).toEqual([{ action: 'smsTransfer', target: bianca }]);
    expect(screen.queryByRole('heading')).toBeNull();
    expect(document.activeElement).not.toBe(transfer);
  });

  test('finds someone else for a pending transfer, but not whoever is invited already', async () => {
    const pending = aTransfer();
    const host = aHost({ state: { shownTransfers: { 'interaction-1': pending } } });
    const { screen, user, pick, picks } = await mounted(host);
    await pick({ transferId: pending.id });
    const transferTo = async (name: string) => {
      await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
      await user.click(screen.getByRole('menuitem', { name: /^SMS transfer/ }));
    };
    await transferTo('Bianca Okafor');
    expect(picks).toEqual([]);
    await user.keyboard('{Escape}');
    await transferTo('Amir Demo');
    expect(picks).toEqual([{ action: 'smsTransfer', target: { kind: 'agent', id: 'amir', name: 'Amir Demo' } }]);
  });

  test('lets a new pick replace an old one', async () => {
    const { screen, pick, picks, user, transfer } = await opened();
    await pick({ interactionId: 'interaction-2' });
    expect(picks).toEqual([{ action: 'dismissed' }]);
    expect(screen.getByRole('heading', { name: 'Transfer to' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(picks).toHaveLength(2);
    expect(document.activeElement).toBe(transfer);
  });

  test('closes when the asker gives up, and leaves focus around the opener, where no key presses anything', async () => {
    const asker = new AbortController();
    const { screen, pick, transfer } = await mounted(aHost());
    const around = document.createElement('main');
    around.tabIndex = -1;
    transfer.before(around);
    around.append(transfer);
    transfer.focus();
    await pick({ signal: asker.signal });
    await screen.findByRole('grid');
    act(() => asker.abort());
    expect(screen.queryByRole('heading')).toBeNull();
    expect(document.activeElement).toBe(around);
    around.remove();
  });

  test.each<[string, (opener: HTMLButtonElement) => void]>([
    ['gone', (opener) => opener.remove()],
    ['disabled', (opener) => (opener.disabled = true)],
  ])('gives focus to the nearest place around what had it, when that is %s', async (_, lose) => {
    const place = document.body.appendChild(document.createElement('main'));
    place.tabIndex = -1;
    const { user, pick, transfer, screen } = await mounted(aHost());
    place.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(transfer);
    await pick();
    lose(transfer);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('heading')).toBeNull();
    expect(document.activeElement).toBe(place);
    place.remove();
  });

  test('gives focus back to what the host has only covered', async () => {
    const host = aHost();
    const { user, pick, transfer } = await mounted(host);
    host.bus.on('panel.changed', ({ open }) => (transfer.disabled = open));
    await pick();
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(transfer);
  });

  test('answers an open pick when it is unmounted, and leaves no timer', async () => {
    const { screen, picks, host } = await opened();
    await screen.unmount();
    await act(async () => undefined);
    expect(picks).toEqual([{ action: 'dismissed' }]);
    expect(host.clock.pending()).toBe(0);
  });
});

describe('the agent’s own entry', () => {
  const withSelf = () => {
    const self = aTarget({ ...demoAgent, sms: { available: false, reason: 'self' } });
    const host = aHost({ targets: [self, aTarget({ id: 'amir', name: 'Amir Demo' })] });
    host.directory.recentTargets = [{ kind: 'agent', ...demoAgent }];
    return host;
  };

  test('is left out of every list and of the count when a target is picked', async () => {
    const { pick, rowNames, row, screen, type } = await mounted(withSelf());
    await pick();
    await row(/Amir Demo/);
    expect(rowNames()).toEqual(['Amir Demo']);
    await type('a');
    await waitFor(() => expect(rowNames()).toEqual(['Amir Demo']));
    expect(await screen.findByText('1 result')).toBeInTheDocument();
  });

  test('is there when an agent looks around', async () => {
    const host = withSelf();
    const { rowNames, row } = await mounted(host);
    await act(() => host.bus.request('team.open', {}));
    await row(/Amir Demo/);
    expect(rowNames()).toContain(demoAgent.name);
  });
});

describe('SMS transfer without a pick', () => {
  const browsing = async (active: string | null, host = aHost()) => {
    host.bus.emit('interaction.active', { interactionId: active, focus: false });
    const panel = await mounted(host);
    await act(() => host.bus.request('team.open', {}));
    await panel.user.click(await panel.screen.findByRole('button', { name: 'Actions for Bianca Okafor' }));
    return { host, ...panel, item: panel.screen.getByRole('menuitem', { name: 'SMS transfer' }) };
  };

  test('asks for a transfer of the conversation in front', async () => {
    const { host, user, item, screen } = await browsing('interaction-1');
    const asked: unknown[] = [];
    host.bus.respond('transfer.start', (ask) => void asked.push(ask));
    await user.click(item);
    expect(asked).toEqual([{ interactionId: 'interaction-1', target: bianca }]);
    expect(screen.queryByRole('heading')).toBeNull();
  });

  test('is not possible without one', async () => {
    const { item } = await browsing(null);
    expect(item).toHaveAccessibleDescription('Open a conversation first');
  });

  test('names the customer', async () => {
    const { item } = await browsing('interaction-1');
    expect(item).toHaveAccessibleDescription('Conversation with Jo Demo');
  });

  test('says which kinds of target the conversation cannot go to', async () => {
    const narrowed = anInteraction({ transferKinds: ['queue'] });
    const { item } = await browsing('interaction-1', aHost({ state: { interactions: byId(narrowed) } }));
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(item).toHaveAccessibleDescription('This conversation cannot be transferred to agents');
  });

  test('calls a customer without a name "Unknown", also when the conversation has gone', async () => {
    const nameless = anInteraction({ contact: { id: 'contact-1' } });
    const { host, item } = await browsing('interaction-1', aHost({ state: { interactions: byId(nameless) } }));
    expect(item).toHaveAccessibleDescription('Conversation with Unknown');
    host.setState({ interactions: {} });
    expect(item).toHaveAccessibleDescription('You no longer own the conversation with Unknown');
  });

  test('stays about the conversation that was in front when the menu opened', async () => {
    const dana = anInteraction({ id: 'interaction-2', contact: { ...anInteraction().contact, name: 'Dana Demo' } });
    const { host, user, item, screen } = await browsing('interaction-1');
    const asked: unknown[] = [];
    host.bus.respond('transfer.start', (ask) => void asked.push(ask));
    host.setState({ interactions: byId(dana) });
    act(() => host.bus.emit('interaction.active', { interactionId: 'interaction-2', focus: false }));
    expect(item).toHaveAccessibleDescription('You no longer own the conversation with Jo Demo');
    await user.keyboard('{Enter}');
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Actions for Bianca Okafor' }));
    await user.click(screen.getByRole('button', { name: 'Actions for Bianca Okafor' }));
    const anew = screen.getByRole('menuitem', { name: 'SMS transfer' });
    expect(anew).toHaveAccessibleDescription('Conversation with Dana Demo');
    await user.click(anew);
    expect(asked).toEqual([{ interactionId: 'interaction-2', target: bianca }]);
  });

  test('closes the menu when the panel is now for another conversation', async () => {
    const { host, screen } = await browsing('interaction-1');
    const request = { interactionId: 'interaction-2', kinds: targetKinds };
    act(() => void host.bus.request('target.pick', request));
    expect(await screen.findByRole('heading', { name: 'Transfer to' })).toBeInTheDocument();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(screen.focused()).not.toBe(document.body);
  });

  test('leaves a notice when nobody could start it', async () => {
    const { host, user, item } = await browsing('interaction-1');
    const posted: string[] = [];
    host.bus.respond('transfer.start', () => {
      throw new Error('Broken for the test');
    });
    host.bus.respond('notice.post', ({ title }) => {
      posted.push(title);
      return { noticeId: 'notice-1' };
    });
    await user.click(item);
    await waitFor(() => expect(posted).toEqual(['The transfer to Bianca Okafor could not be started']));
  });
});

describe('sections and filter', () => {
  test('shows favourites, recent and everyone; each target once', async () => {
    const host = aHost();
    host.directory.favouriteTargets = [bianca];
    host.directory.recentTargets = [{ kind: 'queue', id: 'billing', name: 'Billing' }, bianca];
    const { screen } = await opened(host);
    expect(screen.getAllByRole('rowgroup').map((group) => group.textContent?.slice(0, 9))).toEqual([
      'Favourite',
      'RecentBil',
      'EveryoneA',
      'Not avail',
    ]);
    expect(screen.getAllByRole('row', { name: /^Bianca/ })).toHaveLength(1);
  });

  test('says what the favourites are for while there are none', async () => {
    const { screen } = await opened();
    expect(screen.getByText('Star the targets you use most. They will appear here.')).toBeInTheDocument();
  });

  test('asks for one type of target', async () => {
    const { screen, user, rowNames } = await opened();
    await user.click(screen.getByRole('radio', { name: /^Queues/ }));
    await waitFor(() => expect(rowNames()).toEqual(['Billing']));
    await user.click(screen.getByRole('radio', { name: /^Skills/ }));
    await user.click(await screen.findByRole('button', { name: 'Search all types' }));
    await waitFor(() => expect(rowNames()).toHaveLength(5));
    expect(screen.focused()).toHaveAttribute('role', 'group');
  });

  test('forgets a type that the next pick does not allow', async () => {
    const { screen, user, rowNames, pick } = await opened();
    await user.click(screen.getByRole('radio', { name: /^Queues/ }));
    await waitFor(() => expect(rowNames()).toEqual(['Billing']));
    await pick({ kinds: ['agent', 'skill'] });
    await waitFor(() => expect(rowNames()).not.toContain('Billing'));
    expect(rowNames()).toHaveLength(4);
    expect(screen.getByRole('radio', { name: /^All/ })).toBeChecked();
    await pick({ kinds: ['agent'] });
    expect(screen.queryByRole('radio', { name: /^Agents/ })).toBeNull();
    expect(rowNames()).toHaveLength(4);
  });

  test('measures each search, never what was looked for, nor that everything was shown', async () => {
    const { host, type, rowNames, user, screen } = await opened();
    await type('bi');
    await waitFor(() => expect(rowNames()).toEqual(['Bianca Okafor', 'Billing']));
    await user.click(screen.getByRole('radio', { name: /^Queues/ }));
    await waitFor(() => expect(rowNames()).toEqual(['Billing']));
    expect(host.adapters.measured).toEqual([
      { name: 'baton.search.performed', attributes: { targetKind: 'all', resultCount: 2, durationMs: 0 } },
      { name: 'baton.search.performed', attributes: { targetKind: 'queue', resultCount: 1, durationMs: 0 } },
    ]);
  });

  test('marks the matched part of a name without changing its text', async () => {
    const { type, row } = await opened();
    await type('bi');
    await waitFor(async () => expect((await row(/^Bianca/)).querySelector('mark')).toHaveTextContent('Bi'));
  });
});

describe('states', () => {
  test('shows skeletons while nothing is there, and that it is busy', async () => {
    const host = aHost();
    host.directory.answer = new Promise(() => undefined);
    const { screen, pick } = await mounted(host);
    await pick();
    expect(screen.container.querySelectorAll('.tc-skeleton-row')).toHaveLength(0);
    host.clock.advance(150);
    expect(screen.container.querySelectorAll('.tc-skeleton-row')).toHaveLength(6);
    expect(screen.container.querySelector('[aria-busy="true"]')).not.toBeNull();
    host.clock.advance(850);
    host.clock.advance(0);
    expect(host.adapters.announcements).toMatchObject([{ text: 'Loading targets', priority: 'polite' }]);
  });

  test('offers to try again, and gives a reference after the second failure', async () => {
    const host = aHost();
    host.directory.answer = aRefusal({ reference: 'ref-7' });
    const { screen, pick, user } = await mounted(host);
    await pick();
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByText('Your conversations are not affected.')).toBeInTheDocument();
    expect(screen.queryByText('Reference ref-7')).toBeNull();
    await user.click(again);
    expect(await screen.findByText('Reference ref-7')).toBeInTheDocument();
    host.directory.answer = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('grid')).toBeInTheDocument();
    expect(screen.focused()).toHaveAttribute('role', 'group');
  });

  test.each([
    ['nothing was there before', ''],
    ['there were results before', 'demo'],
  ])('keeps focus on "Try again" while the directory is asked again: %s', async (_, query) => {
    const host = aHost();
    if (query === '') host.directory.answer = aRefusal();
    const { screen, pick, user, type } = await mounted(host);
    await pick();
    host.directory.answer = aRefusal();
    if (query !== '') await type(query);
    const again = await screen.findByRole('button', { name: 'Try again' });
    host.directory.answer = new Promise(() => undefined);
    await user.click(again);
    host.clock.advance(1000);
    expect(again).toHaveAttribute('aria-busy', 'true');
    expect(screen.focused()).toBe(again);
  });

  test('says that no targets are available', async () => {
    const { screen, pick } = await mounted(aHost({ targets: [] }));
    await pick();
    expect(await screen.findByText('No targets are available to you')).toBeInTheDocument();
  });

  test('says when presence is delayed, and no longer shows it after two minutes', async () => {
    const { screen, host, row } = await opened();
    host.setState({ connection: { state: 'connectionLost', since: host.clock.now() } });
    host.clock.advance(30_000);
    expect(screen.queryByText('Status information is delayed')).toBeNull();
    host.clock.advance(10_000);
    expect(screen.getByText('Status information is delayed')).toBeInTheDocument();
    expect(screen.getByText('Last updated 09:00.')).toBeInTheDocument();
    host.clock.advance(90_000);
    expect(await row('Bianca Okafor, Agent, Status unknown')).toBeInTheDocument();
  });

  test.each([
    ['counts', true, '60 results'],
    ['does not count', false, 'More than 50 results: type more to narrow them down'],
  ] as const)('says how many there are of a directory that %s', async (_, counts, said) => {
    const { screen, host, user } = await opened(aHost());
    const targets = Array.from({ length: 50 }, (_target, index) =>
      aTarget({ id: `agent-${index}`, name: `Agent ${index}` }),
    );
    const value = { targets, next: '50', at: host.clock.now(), ...(counts && { total: 60 }) };
    host.directory.answer = { ok: true, value };
    await user.type(screen.getByRole('searchbox', { name: 'Find a target' }), 'Agent');
    act(() => host.clock.advance(1000));
    expect(await screen.findByText(said)).toBeInTheDocument();
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', counts ? '60' : '-1');
  });

  test('puts each page after the one before, also where the directory has another order, and moves nothing then', async () => {
    const targets = Array.from({ length: 60 }, (_, index) =>
      aTarget({
        id: `agent-${index}`,
        name: `Agent ${String(index).padStart(2, '0')}`,
        presence: { state: index < 50 ? 'offline' : 'ready', since: 0 },
        sms: index < 50 ? { available: false, reason: 'offline' } : { available: true },
      }),
    );
    const { screen, host, user } = await opened(aHost({ targets }));
    const namesByArrow = async (count: number) => {
      const names: (string | null | undefined)[] = [];
      await user.keyboard('{ArrowDown}{Home}');
      for (let row = 0; row < count; row += 1) {
        names.push(screen.focused()?.querySelector('.tc-row-name')?.textContent);
        await user.keyboard('{ArrowDown}');
      }
      // What could move may, now that focus is not there.
      await user.click(screen.getByRole('searchbox'));
      return names;
    };
    const all = targets.map(({ name }) => name);
    expect(await namesByArrow(50)).toEqual(all.slice(0, 50));
    act(scrollToEnd);
    await waitFor(() => expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '60'));
    expect(await namesByArrow(60)).toEqual(all);
    host.tellTargets({ ...aTarget({ id: 'agent-49', name: 'Agent 49' }), version: 2 });
    expect(await namesByArrow(60)).toEqual(all);
    await user.keyboard('{ArrowDown}{End}');
    expect(screen.focused()).toHaveAccessibleName(/^Agent 59, Agent, Ready/);
  });

  test('keeps the loaded results when the next page fails', async () => {
    const targets = Array.from({ length: 60 }, (_, index) => aTarget({ id: `agent-${index}`, name: `Agent ${index}` }));
    const { screen, host, user } = await opened(aHost({ targets }));
    host.directory.answer = aRefusal();
    act(scrollToEnd);
    await screen.findByText('More targets did not load');
    expect(screen.getByRole('row', { name: /^Agent 0,/ })).toBeVisible();
    host.directory.answer = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('More targets did not load')).toBeNull());
    expect(screen.focused()).toHaveAttribute('role', 'group');
    await user.click(screen.getByRole('searchbox'));
    await user.keyboard('{ArrowDown}{End}');
    expect(screen.focused()).toHaveAttribute('aria-rowindex', '60');
  });
});

describe('favourites and copying', () => {
  test('takes a star back when the contact centre refuses, and says so', async () => {
    const host = aHost();
    host.commands.answer('saveFavourite', aRefusal());
    const { screen, user } = await opened(host);
    const star = screen.getByRole('button', { name: 'Favourite Billing' });
    await user.click(star);
    await waitFor(() => expect(star).toHaveAttribute('aria-pressed', 'false'));
    expect(screen.getByText('Billing could not be added to your favourites')).toBeInTheDocument();
    expect(host.adapters.announcements).toMatchObject([
      { text: 'Billing could not be added to your favourites', priority: 'assertive' },
    ]);
  });

  test('takes a second press before the answer for the last wish', async () => {
    const host = aHost();
    const answers: ((result: Result<CommandTaken>) => void)[] = [];
    const slow = (command: 'saveFavourite' | 'removeFavourite') =>
      host.commands.answer(command, new Promise((resolve) => answers.push(resolve)));
    slow('saveFavourite');
    slow('removeFavourite');
    const { screen, user } = await opened(host);
    const star = screen.getByRole('button', { name: 'Favourite Billing' });
    await user.click(star);
    await user.click(screen.getByRole('button', { name: 'Actions for Billing' }));
    await user.click(screen.getByRole('menuitem', { name: 'Remove from favourites' }));
    expect(star).toHaveAttribute('aria-pressed', 'false');
    const asked = () => host.commands.calls.map(({ command }) => command);
    expect(asked()).toEqual(['saveFavourite']);
    await act(async () => answers[0]?.({ ok: true, value: { commandId: 'command-1' } }));
    expect(asked()).toEqual(['saveFavourite', 'removeFavourite']);
    await act(async () => answers[1]?.({ ok: true, value: { commandId: 'command-2' } }));
    expect(star).toHaveAttribute('aria-pressed', 'false');
    expect(asked()).toHaveLength(2);
  });

  test('tells of a refusal in My Messages when the panel has closed meanwhile', async () => {
    const host = aHost();
    let answer: (result: Result<CommandTaken>) => void = () => undefined;
    host.commands.answer('saveFavourite', new Promise((resolve) => (answer = resolve)));
    const posted: string[] = [];
    host.bus.respond('notice.post', ({ title }) => {
      posted.push(title);
      return { noticeId: 'n1' };
    });
    const { screen, user } = await opened(host);
    await user.click(screen.getByRole('button', { name: 'Favourite Billing' }));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await act(async () => answer(aRefusal()));
    expect(posted).toEqual(['Billing could not be added to your favourites']);
  });

  test('copies the address and says so for five seconds', async () => {
    const { screen, user, host } = await opened();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(screen.getByRole('button', { name: 'Actions for Billing' }));
    await user.click(screen.getByRole('menuitem', { name: 'Copy address' }));
    expect(await screen.findByText('Address copied')).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith('billing');
    expect(screen.focused()).toHaveAccessibleName('Actions for Billing');
    host.clock.advance(5000);
    expect(screen.queryByText('Address copied')).toBeNull();
  });

  test('shows the address where there is no clipboard', async () => {
    const { screen, user } = await opened(aHost({ targets: [aPool()] }));
    const clipboard = jest.spyOn(navigator, 'clipboard', 'get').mockReturnValue(Object.create(null));
    await user.click(screen.getByRole('button', { name: 'Actions for Billing' }));
    await user.click(screen.getByRole('menuitem', { name: 'Copy address' }));
    expect(await screen.findByText('The address could not be copied. It is billing.')).toBeInTheDocument();
    clipboard.mockRestore();
  });
});

describe('the lists at hand', () => {
  const whole = ['favourites', 'recents', 'searchTargets'];

  async function warm() {
    const host = aHost();
    const asked = countAsked(host);
    const panel = await mounted(host);
    await act(async () => undefined);
    expect(asked()).toEqual(whole);
    return { host, asked, ...panel };
  }

  test('are there when the panel opens, which asks for nothing', async () => {
    const { screen, pick, asked } = await warm();
    await pick();
    expect(screen.getByRole('grid')).toBeInTheDocument();
    expect(asked()).toEqual([]);
  });

  test('are waited for by a panel that opens while they are on their way', async () => {
    const host = aHost();
    const answers: (() => void)[] = [];
    for (const method of ['searchTargets', 'favourites', 'recents'] as const) {
      const ask = host.reads[method];
      const late = (...input: Parameters<typeof ask>) =>
        new Promise<void>((resolve) => answers.push(resolve)).then(() => Reflect.apply(ask, host.reads, input));
      Object.assign(host.reads, { [method]: late });
    }
    const { screen, pick } = await mounted(host);
    await pick();
    expect(answers).toHaveLength(3);
    await act(async () => answers.forEach((answer) => answer()));
    expect(await screen.findByRole('grid')).toBeInTheDocument();
    expect(answers).toHaveLength(3);
  });

  test('are renewed when the panel has closed and five minutes have gone by, not while it opens', async () => {
    const { user, pick, asked } = await warm();
    await pick();
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 5 * 60_000 + 1);
    await user.keyboard('{Escape}');
    await act(async () => undefined);
    expect(asked()).toEqual(whole);
    await pick();
    expect(asked()).toEqual([]);
    later.mockRestore();
  });

  test('are asked for anew after a snapshot, as the events before it are gone', async () => {
    const { host, asked } = await warm();
    await act(async () => host.setState({ snapshotAt: 5 }));
    expect(asked()).toEqual(whole);
  });

  test('have the new favourites once the panel has closed', async () => {
    const { host, user, pick, asked } = await warm();
    await act(async () => host.setState({ favourites: [bianca] }));
    expect(asked()).toEqual(['favourites']);
    await pick();
    await act(async () => host.setState({ favourites: [] }));
    expect(asked()).toEqual([]);
    await user.keyboard('{Escape}');
    await act(async () => undefined);
    expect(asked()).toEqual(['favourites']);
  });

  test('have who was chosen last', async () => {
    const { screen, user, pick, asked } = await warm();
    await pick();
    await user.click(screen.getByRole('button', { name: 'Actions for Bianca Okafor' }));
    await user.click(screen.getByRole('menuitem', { name: 'SMS transfer' }));
    await act(async () => undefined);
    expect(asked()).toEqual(['recents']);
  });

  test('that failed before anybody looked are no failure of the one who looks', async () => {
    const host = aHost();
    host.directory.answer = aRefusal({ reference: 'ref-7' });
    const { screen, pick } = await mounted(host);
    await act(async () => undefined);
    await pick();
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
    expect(screen.queryByText('Reference ref-7')).toBeNull();
  });
});

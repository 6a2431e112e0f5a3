import { act } from '@testing-library/react';
import { aPool, axeViolations } from '@baton/module-kit/testing';
import type { AboutTarget, HostActions } from '@baton/contracts';
import { aHost, mounted } from '../testing/open-panel';

type TargetActions = NonNullable<HostActions['target']>;

const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' };

/** The panel with actions of the host, and the Action Menu of a target. */
async function panelWith(...target: TargetActions) {
  const host = aHost({ actions: { target } });
  const panel = await mounted(host);
  return {
    ...panel,
    host,
    async openMenu(name = 'Bianca Okafor') {
      await panel.user.click(await panel.screen.findByRole('button', { name: `Actions for ${name}` }));
      return panel.screen.getAllByRole('menuitem');
    },
  };
}

function call(performed: AboutTarget[], more: Partial<TargetActions[number]> = {}): TargetActions[number] {
  return { id: 'crm.call', label: 'Call', perform: (about) => performed.push(about), ...more };
}

test('stand after Baton’s own in a group, where the kind of target has them', async () => {
  const { pick, openMenu, screen, user } = await panelWith(
    call([], { targetKinds: ['agent'] }),
    call([], { id: 'crm.board', label: 'Show on the board' }),
  );
  await pick();
  const items = await openMenu();
  expect(items.slice(-2).map((item) => item.textContent)).toEqual(['Call', 'Show on the board']);
  expect(items.at(-2)?.previousElementSibling).toHaveAttribute('role', 'separator');
  expect(await axeViolations(screen.container)).toEqual([]);
  await user.keyboard('{Escape}');
  const ofPool = await openMenu(aPool().name);
  expect(ofPool.map((item) => item.textContent)).not.toContain('Call');
  expect(screen.getByRole('menuitem', { name: 'Show on the board' })).toBeInTheDocument();
});

test('one that is chosen answers the pick; it is carried out when focus is back where it was', async () => {
  const performed: AboutTarget[] = [];
  const focused: unknown[] = [];
  const { pick, picks, openMenu, screen, transfer, user } = await panelWith(
    call(performed, {
      perform(about) {
        performed.push(about);
        focused.push(document.activeElement);
      },
    }),
  );
  await pick();
  await openMenu();
  await user.keyboard('{End}{Enter}');
  expect(performed).toMatchObject([{ interactionId: 'interaction-1', target: bianca }]);
  expect(performed[0]?.target.address).not.toBe('');
  expect(focused).toEqual([transfer]);
  expect(picks).toEqual([{ action: 'crm.call', target: bianca }]);
  expect(screen.queryByRole('heading')).toBeNull();
});

test('without a pick it is about the conversation in front, if any', async () => {
  const performed: AboutTarget[] = [];
  const { host, picks, openMenu, screen, user } = await panelWith(call(performed));
  await act(() => host.bus.request('team.open', {}));
  await openMenu();
  await user.click(screen.getByRole('menuitem', { name: 'Call' }));
  expect(performed).toMatchObject([{ interactionId: null, target: bianca }]);
  expect(picks).toEqual([]);
  expect(screen.queryByRole('heading')).toBeNull();
});

test('one that cannot be chosen says why, and the menu stays', async () => {
  const performed: AboutTarget[] = [];
  const { pick, picks, openMenu, screen, user, host } = await panelWith(
    call(performed, { enabled: ({ target }) => target.kind !== 'agent' || `${target.name} has no phone` }),
  );
  await pick();
  await openMenu();
  const item = screen.getByRole('menuitem', { name: 'Call' });
  expect(item).toHaveAttribute('aria-disabled', 'true');
  expect(item).toHaveAccessibleDescription('Bianca Okafor has no phone');
  await user.click(item);
  expect(host.adapters.announcements.at(-1)?.text).toBe('Bianca Okafor has no phone');
  expect([performed, picks]).toEqual([[], []]);
  expect(screen.getByRole('menu')).toBeInTheDocument();
});

import { useState } from 'react';
import type { Interaction, KnownTarget, KnownTargetRef } from '@baton/contracts';
import { onDemand, useHost, usePage } from '@baton/module-kit';
import type { Action } from '@baton/module-kit';
import { ExpandIcon, IconButton, focusedElement, useCommand } from '@baton/ui';
import type { MenuStart } from '@baton/ui';
import { useTexts } from '../texts';
import { part } from '../parts';

const code = onDemand(() => import(/* webpackChunkName: "favourites" */ './favourites'));

interface FavouritesButtonProps {
  interaction: Interaction;
  /** Opens Team Communicator; as possible as a transfer is. */
  action: Action;
  start(target: KnownTargetRef): void;
}

/** What the menu of favourites is given. */
export interface FavouritesProps extends FavouritesButtonProps {
  targets: readonly KnownTarget[];
  anchor: HTMLElement;
  menuStart: MenuStart;
  onClose(focus: 'back' | 'stays'): void;
}

/**
 * The short way beside *Transfer*: a menu of the agent's favourites, by code that is fetched when it is first opened. Team
 * Communicator opens in its place where there are none, or where the code cannot be fetched.
 */
export function FavouritesButton(props: FavouritesButtonProps) {
  const { reads, desktop } = useHost();
  const page = usePage();
  const { t } = useTexts();
  const [menu, setMenu] = useState<Pick<FavouritesProps, 'targets' | 'anchor' | 'menuStart'>>();
  const { action } = props;

  const { run: open, busy } = useCommand(async (anchor: HTMLElement, menuStart: MenuStart) => {
    const loaded = await code.load().catch(() => undefined);
    const targets = await loaded?.favouriteTargets(reads, desktop.getState());
    // The agent does something else by now.
    if (focusedElement(page) !== anchor) return;
    if (targets?.length) setMenu({ targets, anchor, menuStart });
    else action.perform();
  });

  function close(focus: 'back' | 'stays'): void {
    if (focus === 'back') menu?.anchor.focus();
    setMenu(undefined);
  }

  const Favourites = code.loaded()?.Favourites;
  return (
    <>
      <IconButton
        icon={ExpandIcon}
        variant="secondary"
        label={t('sms.transfer.favourites')}
        part={part('transfer-favourites')}
        disabledReason={action.obstacle}
        busy={busy}
        aria-haspopup="menu"
        aria-expanded={menu !== undefined}
        onClick={({ currentTarget }) => {
          currentTarget.focus();
          if (menu) close('back');
          else open(currentTarget, 'first');
        }}
        onKeyDown={(event) => {
          const isUp = event.key === 'ArrowUp';
          if (action.obstacle !== undefined || (!isUp && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          open(event.currentTarget, isUp ? 'last' : 'first');
        }}
      />
      {menu && Favourites && <Favourites {...props} {...menu} onClose={close} />}
    </>
  );
}

import { targetKey } from '@baton/contracts';
import type { KnownTarget, TargetKey } from '@baton/contracts';
import type { MenuStart } from '@baton/ui';
import { viewOf } from '@baton/ui';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { partOf, rowIn } from '../results/rows-in';
import type { ConversationToTransfer } from './use-conversation-to-transfer';

interface OpenMenu {
  key: TargetKey;
  /** The row's menu button, under which the menu opens. */
  anchor: HTMLElement;
  /** Had focus before, and gets it back. */
  from: HTMLElement;
  start: MenuStart;
  /** The menu stays about this conversation when another one comes to the front. */
  conversation: ConversationToTransfer;
}

export interface ActionMenuState {
  opened: OpenMenu | undefined;
  /** Opens the menu of a target, or closes it when its own button is pressed again. */
  open(target: KnownTarget, from: HTMLElement, start: MenuStart): void;
  /** Closes; focus goes back to where the menu was opened, or to the search field when that is gone. */
  close(): void;
  /** Closes, and leaves focus where it is. */
  leave(): void;
}

/** Which target's Action Menu is open, and about which conversation. */
export function useActionMenu(
  grid: RefObject<HTMLElement | null>,
  search: RefObject<HTMLElement | null>,
  conversation: ConversationToTransfer,
): ActionMenuState {
  const [opened, setOpened] = useState<OpenMenu>();

  // New results may render the row elsewhere. Without a row the menu stays in its place.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- after every drawing; it ends because the new button is in the page
  useLayoutEffect(() => {
    if (!opened || opened.anchor.isConnected) return;
    const anchor = buttonOf(opened.key);
    if (anchor) setOpened({ ...opened, anchor, from: anchor });
  });

  const anchor = opened?.anchor;
  const from = opened?.from;
  useEffect(() => {
    if (!anchor) return undefined;
    const observer = new (viewOf(anchor).IntersectionObserver)((entries) => {
      if (entries.at(-1)?.isIntersecting !== false) return;
      // Nobody chooses for a target that is out of sight. What the agent scrolls to stays where it is.
      if (from?.isConnected) from.focus({ preventScroll: true });
      setOpened(undefined);
    });
    observer.observe(anchor);
    return () => observer.disconnect();
  }, [anchor, from]);

  function buttonOf(key: TargetKey): HTMLElement | null | undefined {
    const row = grid.current && rowIn(grid.current, key);
    return row && partOf(row, 'actions');
  }

  function close(): void {
    // Before the menu is removed, so that focus never falls to the page's body.
    if (opened?.from.isConnected) opened.from.focus();
    else search.current?.focus();
    setOpened(undefined);
  }

  function open(target: KnownTarget, from: HTMLElement, start: MenuStart): void {
    const key = targetKey(target);
    if (opened?.key === key) {
      close();
      return;
    }
    const anchor = buttonOf(key);
    if (anchor) setOpened({ key, anchor, from, start, conversation });
  }

  return { opened, open, close, leave: () => setOpened(undefined) };
}

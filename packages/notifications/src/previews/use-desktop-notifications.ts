import { useEffect, useEffectEvent, useRef } from 'react';
import type { RefObject } from 'react';
import { useDesktop, useHost, usePage } from '@baton/module-kit';
import { backendNow } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useTexts } from '../texts';
import { namesOf, kindOf } from './invitation-texts';

/**
 * Shows a notification of the operating system for each invitation that comes
 * while the agent looks elsewhere, if they have switched that on; closes it as
 * soon as the invitation ends. A click on it leads to the card and accepts nothing.
 */
export function useDesktopNotifications(
  queue: readonly OfferedInvitation[],
  region: RefObject<HTMLElement | null>,
): void {
  const { adapters, clock, desktop, preferences } = useHost();
  const { t } = useTexts();
  const page = usePage();
  const known = useRef(new Map<string, () => void>());

  const show = useEffectEvent((invitation: OfferedInvitation): (() => void) => {
    const { desktopNotifications, sounds } = preferences.get();
    const looksHere = [page, document].some((one) => one.visibilityState === 'visible' && one.hasFocus());
    if (!desktopNotifications || looksHere || adapters.desktopNotification.permission() !== 'granted')
      return () => undefined;
    const names = namesOf(invitation);
    const isTimed = desktop.getState().capabilities?.inviteExpiry === 'serverKnown';
    const expiresAt = isTimed ? invitation.expiresAt : null;
    const secondsUntil = (deadline: number) => Math.ceil((deadline - backendNow(desktop.getState(), clock)) / 1000);
    return adapters.desktopNotification.show({
      tag: invitation.id,
      title: t(`preview.title.${kindOf(invitation)}`, names),
      body:
        expiresAt === null
          ? (names.customer ?? t('name.unknown'))
          : t('preview.notification', { ...names, seconds: secondsUntil(expiresAt) }),
      silent: sounds,
      onClick: () => (region.current?.querySelector<HTMLElement>('article') ?? region.current)?.focus(),
    });
  });

  useEffect(() => {
    for (const invitation of queue) {
      if (!known.current.has(invitation.id)) known.current.set(invitation.id, show(invitation));
    }
    for (const [id, close] of known.current) {
      if (queue.some((invitation) => invitation.id === id)) continue;
      close();
      known.current.delete(id);
    }
  }, [queue]);

  const locked = useDesktop((state) => state.locked !== undefined);
  useEffect(() => {
    // They name the customer.
    if (locked) known.current.forEach((close) => close());
  }, [locked]);

  useEffect(() => {
    const shown = known.current;
    return () => shown.forEach((close) => close());
  }, []);
}

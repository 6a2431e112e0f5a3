import { useEffect } from 'react';
import { backendNow } from '@baton/desktop';
import { useHost } from '@baton/module-kit';
import { useTexts } from '../texts';
import type { Wording } from '../texts';
import { announcementsBetween } from './announcements';

/** Announces the changes of the desktop state to screen readers. */
export function useAnnouncements(cancelAsked: ReadonlySet<string>): void {
  const { desktop, clock, adapters, declining, readConsent } = useHost();
  const texts = useTexts();

  useEffect(() => {
    let before = desktop.getState();
    const say = ({ id, values }: Wording) => texts.t(id, values);
    return desktop.subscribe(() => {
      const after = desktop.getState();
      for (const { words, priority, id } of announcementsBetween(before, after, cancelAsked, backendNow(after, clock), {
        declining,
        readConsent,
      })) {
        const [title, help] = words;
        const text = help ? texts.t('sms.banner.announce', { title: say(title), help: say(help) }) : say(title);
        adapters.announcer.announce(text, { priority, id });
      }
      before = after;
    });
  }, [desktop, clock, adapters, texts, cancelAsked, declining, readConsent]);
}

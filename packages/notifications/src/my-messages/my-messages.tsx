import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesktop, useHost, useKeys, useNow, useShortcuts } from '@baton/module-kit';
import { BellIcon, Button, ProblemIcon, classNames } from '@baton/ui';
import { maxNotices, unreadNotices } from '@baton/desktop';
import { useTexts } from '../texts';
import { settingsCode } from '../settings/settings';
import { MessagesPanel, messagesCode } from './messages-panel';
import { needsAcknowledgement } from './notice-priority';
import { useMessageSounds } from './use-message-sounds';
import { useNoticeAnnouncements } from './use-notice-announcements';
import { part } from '../parts';

/** How long nothing is loaded ahead, so that the start has the network to itself. */
const loadAheadAfterMs = 10_000;

/** The button of My Messages and, while open, its panel. */
export function MyMessages() {
  const { t } = useTexts();
  const { bus, clock } = useHost();
  const keys = useKeys();
  const place = useRef<HTMLDivElement>(null);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const unread = useDesktop((state) => unreadNotices(state).length);
  // Older ones that nobody has read are not kept.
  const isAtLeast = unread >= maxNotices;
  const label = t(isAtLeast ? 'messages.button.atLeast' : 'messages.button', { count: unread });
  const now = useNow(30_000);
  const isImportant = useDesktop((state) => unreadNotices(state).some((one) => needsAcknowledgement(one, now)));

  // A load that fails here is tried again when the panel or the settings are opened.
  useEffect(
    () =>
      clock.setTimeout(() => {
        for (const code of [messagesCode, settingsCode]) code.load().catch(() => undefined);
      }, loadAheadAfterMs),
    [clock],
  );
  useMessageSounds();
  useNoticeAnnouncements();

  useEffect(() => {
    bus.emit('panel.changed', { panel: 'notifications/messages', open });
  }, [bus, open]);
  useEffect(() => () => bus.emit('panel.changed', { panel: 'notifications/messages', open: false }), [bus]);

  // A panel that opens takes focus when it is mounted; one that is open already is given it here.
  const show = useCallback(() => {
    setOpen(true);
    place.current?.querySelector('h2')?.focus();
  }, []);
  useEffect(() => bus.respond('messages.open', show), [bus, show]);
  useShortcuts({ 'messages.open': show });

  return (
    <div ref={place} className="messages">
      <Button
        ref={setButton}
        variant="quiet"
        className={classNames('messages-button', isImportant && 'messages-button-important')}
        part={part('messages-button', isImportant && 'messages-button-important')}
        icon={isImportant ? ProblemIcon : BellIcon}
        aria-label={isImportant ? `${label}, ${t('messages.priority.important')}` : label}
        aria-expanded={open}
        keys={keys('messages.open')}
        onClick={() => setOpen(!open)}
      >
        <span className="messages-button-label">{t('messages.title')}</span>
        {unread > 0 && (
          <span className="messages-count" part={part('messages-count')}>
            {isAtLeast ? `${unread}+` : unread}
          </span>
        )}
      </Button>
      {open && (
        <MessagesPanel
          anchor={button}
          onLeave={() => setOpen(false)}
          onEscape={() => {
            setOpen(false);
            button?.focus();
          }}
        />
      )}
    </div>
  );
}

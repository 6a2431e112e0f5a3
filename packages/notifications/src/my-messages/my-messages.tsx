import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesktop, useHost, useKeys, useShortcuts } from '@baton/module-kit';
import { BellIcon, Button } from '@baton/ui';
import { unreadNotices } from '@baton/desktop';
import { useWords } from '../texts';
import { MessagesPanel } from './messages-panel';
import { useMessageSounds } from './message-sounds';
import { useNoticeAnnouncements } from './notice-announcements';
import { usePages } from './use-pages';
import { part } from '../parts';

/** The button of My Messages and, while open, its panel. */
export function MyMessages() {
  const { t } = useWords();
  const { bus } = useHost();
  const keys = useKeys();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const pages = usePages(open);
  const unread = useDesktop((state) => unreadNotices(state).length);

  useMessageSounds();
  useNoticeAnnouncements();

  useEffect(() => {
    bus.emit('panel.changed', { panel: 'myMessages', open });
  }, [bus, open]);
  useEffect(() => () => bus.emit('panel.changed', { panel: 'myMessages', open: false }), [bus]);

  // A panel that opens takes focus by itself; one that is open is given it here.
  const show = useCallback(() => {
    setOpen(true);
    place.current?.querySelector('h2')?.focus();
  }, []);
  useEffect(() => bus.respond('messages.open', show), [bus, show]);
  useShortcuts({ 'messages.open': show });

  return (
    <div ref={place} className="messages">
      <Button
        ref={button}
        variant="quiet"
        className="messages-button"
        part={part('messages-button')}
        icon={BellIcon}
        aria-label={t('messages.button', { count: unread })}
        aria-expanded={open}
        keys={keys('messages.open')}
        onClick={() => setOpen(!open)}
      >
        <span className="messages-button-label">{t('messages.title')}</span>
        {unread > 0 && (
          <span className="messages-count" part={part('messages-count')}>
            {unread}
          </span>
        )}
      </Button>
      {open && (
        <MessagesPanel
          anchor={place}
          pages={pages}
          onLeave={() => setOpen(false)}
          onEscape={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </div>
  );
}

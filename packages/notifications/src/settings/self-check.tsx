import { useEffect, useState } from 'react';
import { useDesktop, useHost, useNow, usePage, usePreferences, useSheet } from '@baton/module-kit';
import { Banner, Button, CopyButton, SoundIcon, useCommand } from '@baton/ui';
import type { Clock, KeyValueStorage } from '@baton/contracts';
import { part } from '../parts';
import { useTexts } from '../texts';
import { checkLines } from './check-lines';
import type { CheckLine, Facts } from './check-lines';
import sheet from './settings.css';

/**
 * Says in words whether what the contact centre sends reaches the agent on this device, and what to do where it does not.
 * The report has the same words, and nothing of customers, agents or addresses.
 */
export function SelfCheck() {
  const texts = useTexts();
  const { t } = texts;
  const { adapters, clock, preferences, random } = useHost();
  const { facts, askForPermission } = useFacts();
  useSheet(sheet);
  const lines = checkLines(facts, texts);

  function actionOf({ id }: CheckLine) {
    if (id === 'sound')
      return (
        <Button
          size="sm"
          icon={SoundIcon}
          onClick={() => {
            // This press is what the browser waits for.
            const { volume } = preferences.get();
            adapters.sound.play('invite', { volume, once: `test.${random.id()}` });
          }}
        >
          {t('settings.sounds.test')}
        </Button>
      );
    if (id !== 'desktop' || facts.permission !== 'default') return undefined;
    return (
      <Button size="sm" onClick={askForPermission}>
        {t('check.desktop.ask')}
      </Button>
    );
  }

  return (
    <>
      <ul className="check-lines" part={part('check-lines')}>
        {lines.map((line) => (
          <li key={line.id}>
            <Banner severity={line.severity} title={line.title} help={line.text} actions={actionOf(line)} />
          </li>
        ))}
      </ul>
      <CopyButton text={reportOf(lines, clock)} label={t('check.copy')} />
    </>
  );
}

function reportOf(lines: readonly CheckLine[], clock: Clock): string {
  return [
    `Baton, ${new Date(clock.now()).toISOString()}`,
    navigator.userAgent,
    ...lines.map(({ id, severity, title, text }) => `[${severity}] ${title} (${id}): ${text}`),
  ].join('\n');
}

function useFacts(): { facts: Facts; askForPermission(): void } {
  const { adapters, clock, heardAt, preferences, reads } = useHost();
  const { sounds, volume, desktopNotifications } = usePreferences();
  const page = usePage();
  const connection = useDesktop((state) => state.connection);
  const clockOffset = useDesktop((state) => state.clockOffset);
  const [permission, setPermission] = useState(() => adapters.desktopNotification.permission());
  const [roundTripMs, setRoundTripMs] = useState<Facts['roundTripMs']>();
  const [isStorageKept] = useState(() => keeps(adapters.storage) && hasStorage(page));
  const lateMs = useLateness(clock);
  useNow(1000);

  useEffect(() => {
    const leaving = new AbortController();
    const since = clock.now();
    void reads.searchTargets({ limit: 1 }, leaving.signal).then(({ ok }) => {
      if (!leaving.signal.aborted) setRoundTripMs(ok ? clock.now() - since : 'lost');
    });
    return () => leaving.abort();
  }, [clock, reads]);

  const { run: askForPermission } = useCommand(async () => {
    const given = await adapters.desktopNotification.requestPermission();
    setPermission(given);
    if (given === 'granted') preferences.set({ desktopNotifications: true });
  });

  const heard = heardAt?.();
  return {
    facts: {
      sound: !sounds ? 'off' : adapters.sound.unlocked() ? 'on' : 'held',
      percent: Math.round(volume * 100),
      permission,
      wantsNotifications: desktopNotifications,
      connection,
      silentMs: heard === undefined ? undefined : clock.now() - heard,
      roundTripMs,
      clockOffset,
      lateMs,
      isStorageKept,
      hasLocks: 'locks' in navigator,
    },
    askForPermission,
  };
}

/** How late a timer of one second was at most: browsers slow down windows that nobody sees. */
function useLateness(clock: Clock): number {
  const [lateMs, setLateMs] = useState(0);
  useEffect(() => {
    let stop = next();
    return () => stop();

    function next() {
      const due = clock.now() + 1000;
      return clock.setTimeout(() => {
        const late = clock.now() - due;
        setLateMs((worst) => Math.max(worst, late));
        stop = next();
      }, 1000);
    }
  }, [clock]);
  return lateMs;
}

function keeps(storage: KeyValueStorage): boolean {
  storage.set('check', '1');
  const kept = storage.get('check') === '1';
  storage.remove('check');
  return kept;
}

/** Without it Baton keeps entries as long as the page. */
function hasStorage(page: Document): boolean {
  try {
    return page.defaultView?.localStorage !== undefined;
  } catch {
    return false;
  }
}

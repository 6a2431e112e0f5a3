import type { Connection, DesktopNotifier, Known, Severity } from '@baton/contracts';
import type { Texts } from '@baton/ui';
import type { TextId } from '../texts';

/** What is known of the way from the contact centre to the agent, on this device. */
export interface Facts {
  sound: 'on' | 'held' | 'off';
  /** Volume of sounds, in per cent. */
  percent: number;
  permission: ReturnType<DesktopNotifier['permission']>;
  /** The agent wants desktop notifications. */
  wantsNotifications: boolean;
  connection: Connection;
  /** How long ago the event stream was heard. */
  silentMs: number | undefined;
  /** How long a request took; `lost` without an answer, undefined before the first. */
  roundTripMs: number | 'lost' | undefined;
  /** What the device's clock differs from the backend's by. */
  clockOffset: number;
  /** How late the browser was with this window at most, since this was opened. */
  lateMs: number;
  isStorageKept: boolean;
  hasLocks: boolean;
}

/** One thing that has to work. */
export interface CheckLine {
  id: 'sound' | 'desktop' | 'connection' | 'clock' | 'background' | 'storage' | 'windows';
  severity: Known<Severity>;
  title: string;
  /** How it is, what follows from it, and what to do. */
  text: string;
}

/** Later than this is noticed. */
const lateLimitMs = 2000;
const skewLimitMs = 5000;
const seconds = (ms: number) => Math.round(ms / 1000);

/** What there is to say of each, worst things to know first in their order on the way to the agent. */
export function checkLines(facts: Facts, { t }: Pick<Texts<TextId>, 't'>): CheckLine[] {
  const late = { seconds: seconds(facts.lateMs) };
  const isLate = facts.lateMs > lateLimitMs;
  return [
    connectionLine(facts, t),
    {
      id: 'sound',
      severity: facts.sound === 'on' ? 'done' : facts.sound === 'held' ? 'warning' : 'information',
      title: t('settings.sounds'),
      text: t(`check.sound.${facts.sound}`, { percent: facts.percent }),
    },
    desktopLine(facts, t),
    {
      id: 'background',
      severity: isLate ? 'warning' : 'done',
      title: t('check.background'),
      text: t(isLate ? 'check.background.slow' : 'check.background.fine', late),
    },
    {
      id: 'clock',
      severity: Math.abs(facts.clockOffset) > skewLimitMs ? 'information' : 'done',
      title: t('check.clock'),
      text: t('check.clock.differs', { seconds: Math.abs(seconds(facts.clockOffset)) }),
    },
    {
      id: 'storage',
      severity: facts.isStorageKept ? 'done' : 'warning',
      title: t('check.storage'),
      text: t(facts.isStorageKept ? 'check.storage.kept' : 'check.storage.page'),
    },
    {
      id: 'windows',
      severity: facts.hasLocks ? 'done' : 'information',
      title: t('check.windows'),
      text: t(facts.hasLocks ? 'check.windows.shared' : 'check.windows.alone'),
    },
  ];
}

/** A stream that opens and brings nothing is held back: the desktop then asks for snapshots, and calls itself delayed. */
function connectionLine({ connection, silentMs, roundTripMs }: Facts, t: Texts<TextId>['t']): CheckLine {
  const line = { id: 'connection', title: t('check.connection') } as const;
  if (connection.state !== 'live') return { ...line, severity: 'problem', text: t('check.connection.lost') };
  if (connection.delayed) return { ...line, severity: 'warning', text: t('check.connection.delayed') };
  const heard = t('check.connection.live', { seconds: seconds(silentMs ?? 0) });
  if (roundTripMs === 'lost')
    return { ...line, severity: 'warning', text: `${heard} ${t('check.connection.noAnswer')}` };
  const took = roundTripMs === undefined ? '' : ` ${t('check.connection.took', { ms: Math.round(roundTripMs) })}`;
  return { ...line, severity: 'done', text: heard + took };
}

function desktopLine({ permission, wantsNotifications }: Facts, t: Texts<TextId>['t']): CheckLine {
  const line = { id: 'desktop', title: t('settings.desktop') } as const;
  if (permission === 'granted' && !wantsNotifications)
    return { ...line, severity: 'information', text: t('check.desktop.off') };
  const severity = permission === 'granted' ? 'done' : permission === 'denied' ? 'warning' : 'information';
  return {
    ...line,
    severity,
    text: t(permission === 'denied' ? 'check.desktop.denied' : `settings.desktop.${permission}`),
  };
}

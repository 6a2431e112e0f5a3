import { useState } from 'react';
import { useKeys } from '@baton/module-kit';
import { Banner, Button, timeToRead } from '@baton/ui';
import { useTexts } from '../texts';
import type { Wording } from '../texts';
import { useNowPast } from '../window/use-now-past';
import { Countdown } from './countdown';
import type { TransferAction } from './failures';
import type { BannerModel } from './transfer-banner';
import { part } from '../parts';

/** How many banners stand openly above the transcript. */
const openly = 2;

/** Banners above the transcript: the newest two, older ones behind "1 more". They come newest first. */
export function BannerStack({
  banners,
  onAction,
  onDismiss,
}: {
  banners: readonly BannerModel[];
  onAction(action: TransferAction): void;
  onDismiss(key: string): void;
}) {
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  const say = ({ id, values }: Wording) => t(id, values);
  const goesAt = ({ at, title, help }: BannerModel) => at + timeToRead([title, ...help].map(say).join(' '));
  const passing = banners.filter((banner) => banner.passing);
  const now = useNowPast(passing.map(goesAt));
  const current = banners.filter((banner) => !banner.passing || goesAt(banner) > now);
  const older = current.length - openly;
  const shown = all ? current : current.slice(0, openly);

  if (current.length === 0) return null;
  return (
    <div className="sms-banners" part={part('banners')}>
      {shown.map((banner) => (
        <OneBanner key={banner.key} banner={banner} onAction={onAction} onDismiss={onDismiss} />
      ))}
      {older > 0 ? (
        <Button variant="quiet" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {t('common.more', { count: older })}
        </Button>
      ) : null}
    </div>
  );
}

const labels = {
  cancel: 'transfer.cancel',
  tryAgain: 'transfer.tryAgain',
  findAnother: 'transfer.findAnother',
} as const;

function OneBanner({
  banner: { key, severity, title, help, actions, actionsDisabled, countdownTo, dismissible },
  onAction,
  onDismiss,
}: {
  banner: BannerModel;
  onAction(action: TransferAction): void;
  onDismiss(key: string): void;
}) {
  const { t } = useTexts();
  const keys = useKeys();
  const say = ({ id, values }: Wording) => t(id, values);
  return (
    <Banner
      severity={severity}
      title={say(title)}
      help={
        <>
          {countdownTo === undefined ? null : <Countdown to={countdownTo} />}
          {help.map(say).join(' ')}
        </>
      }
      actions={
        actions.length > 0
          ? actions.map((action) => (
              <Button
                key={action}
                size="sm"
                aria-keyshortcuts={action === 'cancel' ? keys('transfer.cancel') : undefined}
                disabledReason={actionsDisabled && say(actionsDisabled)}
                onClick={() => onAction(action)}
              >
                {t(labels[action])}
              </Button>
            ))
          : undefined
      }
      onDismiss={dismissible ? () => onDismiss(key) : undefined}
    />
  );
}

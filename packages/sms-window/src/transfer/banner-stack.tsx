import { useState } from 'react';
import { useHost, useKeys } from '@baton/module-kit';
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
  cancelling,
  blocked,
  onAction,
  onDismiss,
}: {
  banners: readonly BannerModel[];
  /** The transfer is being cancelled. */
  cancelling: boolean;
  /** Why an action is not possible now. */
  blocked: ActionsBlocked;
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
        <OneBanner
          key={banner.key}
          banner={banner}
          cancelling={cancelling}
          blocked={blocked}
          onAction={onAction}
          onDismiss={onDismiss}
        />
      ))}
      {older > 0 ? (
        <Button variant="quiet" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {t('common.more', { count: older })}
        </Button>
      ) : null}
    </div>
  );
}

type ActionsBlocked = Readonly<Record<TransferAction, string | undefined>>;

const labels = {
  cancel: 'transfer.cancel',
  tryAgain: 'transfer.tryAgain',
  findAnother: 'transfer.findAnother',
} as const;

function OneBanner({
  banner: { key, severity, title, help, actions, mayCountTwice, countdownTo, dismissible },
  cancelling,
  blocked,
  onAction,
  onDismiss,
}: {
  banner: BannerModel;
  cancelling: boolean;
  blocked: ActionsBlocked;
  onAction(action: TransferAction): void;
  onDismiss(key: string): void;
}) {
  const { adapters } = useHost();
  const { t } = useTexts();
  const keys = useKeys();
  const [isAsked, setAsked] = useState(false);
  const say = ({ id, values }: Wording) => t(id, values);
  const press = (action: TransferAction) => {
    if (action !== 'tryAgain' || mayCountTwice === undefined || isAsked) return onAction(action);
    setAsked(true);
    adapters.announcer.announce(say(mayCountTwice), { priority: 'assertive' });
  };
  return (
    <Banner
      severity={severity}
      title={say(title)}
      help={
        <>
          {countdownTo === undefined ? null : <Countdown to={countdownTo} />}
          {(isAsked && mayCountTwice ? [mayCountTwice] : help).map(say).join(' ')}
        </>
      }
      actions={
        actions.length > 0
          ? actions.map((action) => (
              <Button
                key={action}
                size="sm"
                busy={action === 'cancel' && cancelling}
                keys={action === 'cancel' ? keys('transfer.cancel') : undefined}
                disabledReason={blocked[action]}
                onClick={() => press(action)}
              >
                {t(isAsked && action === 'tryAgain' ? 'transfer.inviteAgain' : labels[action])}
              </Button>
            ))
          : undefined
      }
      onDismiss={dismissible ? () => onDismiss(key) : undefined}
    />
  );
}

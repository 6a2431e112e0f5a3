import { useState } from 'react';
import { ActionButton, useHost } from '@baton/module-kit';
import { Banner, Button, timeToRead } from '@baton/ui';
import type { ConversationActions } from '../actions/conversation-actions';
import { useTexts } from '../texts';
import type { Wording } from '../texts';
import { useNowPast } from '../window/use-now-past';
import { Countdown, TimeBar } from './countdown';
import type { BannerModel } from './transfer-banner';
import { part } from '../parts';

/** How many banners are shown before the agent asks for all. */
const maxShown = 2;

/** Banners above the transcript: the newest two, the others behind "1 more". `banners` are sorted newest first. */
export function BannerStack({
  banners,
  actions,
  onDismiss,
}: {
  banners: readonly BannerModel[];
  actions: ConversationActions['banner'];
  onDismiss(key: string): void;
}) {
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  const say = ({ id, values }: Wording) => t(id, values);
  const goesAt = ({ at, title, help }: BannerModel) => at + timeToRead([title, ...help].map(say).join(' '));
  const passing = banners.filter((banner) => banner.passing);
  const now = useNowPast(passing.map(goesAt));
  const current = banners.filter((banner) => !banner.passing || goesAt(banner) > now);
  const older = current.length - maxShown;
  const shown = all ? current : current.slice(0, maxShown);

  if (current.length === 0) return null;
  return (
    <div className="sms-banners" part={part('banners')}>
      {shown.map((banner) => (
        <OneBanner key={banner.key} banner={banner} actions={actions} onDismiss={onDismiss} />
      ))}
      {older > 0 ? (
        <Button variant="quiet" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {t('sms.more', { count: older })}
        </Button>
      ) : null}
    </div>
  );
}

function OneBanner({
  banner: {
    key,
    severity,
    title,
    help,
    actions: offered,
    mayCountTwice,
    countdownFrom,
    countdownTo,
    isEstimate,
    dismissible,
    at,
  },
  actions,
  onDismiss,
}: {
  banner: BannerModel;
  actions: ConversationActions['banner'];
  onDismiss(key: string): void;
}) {
  const { adapters } = useHost();
  const { t } = useTexts();
  const [isAsked, setAsked] = useState(false);
  const say = ({ id, values }: Wording) => t(id, values);
  const { tryAgain } = actions;
  const tryAgainAsked = mayCountTwice && {
    ...tryAgain,
    label: isAsked ? t('transfer.inviteAgain') : tryAgain.label,
    perform() {
      if (isAsked) return tryAgain.perform();
      setAsked(true);
      adapters.announcer.announce(say(mayCountTwice), { priority: 'assertive' });
    },
  };
  return (
    <Banner
      severity={severity}
      bar={countdownTo !== undefined && <TimeBar from={countdownFrom ?? at} to={countdownTo} isEstimate={isEstimate} />}
      title={say(title)}
      help={
        <>
          {countdownTo === undefined ? null : <Countdown to={countdownTo} isEstimate={isEstimate} />}
          <span>{(isAsked && mayCountTwice ? [mayCountTwice] : help).map(say).join(' ')}</span>
        </>
      }
      actions={
        offered.length > 0
          ? offered.map((name) => (
              <ActionButton key={name} size="sm" action={(name === 'tryAgain' && tryAgainAsked) || actions[name]} />
            ))
          : undefined
      }
      onDismiss={dismissible ? () => onDismiss(key) : undefined}
    />
  );
}

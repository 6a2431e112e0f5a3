import { useState } from 'react';
import { useDesktop, useIsChecking } from '@baton/module-kit';
import { CountdownBar } from '@baton/ui';
import { isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useTexts } from '../texts';
import { TimeLeft } from './time-left';
import { useDeadline } from './use-deadline';

/** What a card shows of the time: a bar, a clock, and a word when there is none to show. */
export interface Countdown {
  bar: React.JSX.Element | null;
  clock: React.JSX.Element | null;
  /** Why the clock shows nothing that can be relied on. */
  word: string | undefined;
}

/** The time left until the backend's deadline. That an invitation is over only the backend decides (IP-04). */
export function useCountdown(invitation: OfferedInvitation): Countdown {
  const { offeredAt, expiresAt } = invitation;
  const { t } = useTexts();
  const live = useDesktop(isLive);
  const deadline = useDeadline(invitation);
  const { known, seconds } = deadline;
  const checking = useIsChecking(expiresAt);
  const [offeredMs] = useState((expiresAt ?? offeredAt) - offeredAt);
  const urgent = deadline.urgent && seconds > 0;

  if (!live) return { bar: <CountdownBar left={0} total={offeredMs} />, clock: null, word: t('preview.reconnecting') };
  if (known === undefined) return { bar: null, clock: null, word: undefined };
  const left = known === 'about' ? 'preview.left.about' : 'preview.left';
  const over = known === 'about' ? 'preview.overdue.about' : checking ? 'transfer.checking' : 'preview.overdue';
  const text = t(seconds > 0 ? left : over, { seconds });
  return {
    bar: <CountdownBar left={seconds * 1000} total={offeredMs} urgent={urgent} />,
    clock: (
      <TimeLeft seconds={seconds} known={known} urgent={urgent}>
        {text}
      </TimeLeft>
    ),
    word: seconds > 0 ? undefined : text,
  };
}

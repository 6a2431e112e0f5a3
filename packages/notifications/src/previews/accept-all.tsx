import { useEffect, useRef } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { Button, handsNow, meantAfterMs } from '@baton/ui';
import { isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useTexts } from '../texts';
import type { Answers } from './use-answers';
import { useAllowedAnswers } from './use-allowed-answers';
import { useRoom } from './use-room';
import { part } from '../parts';

/** Accepts all that wait, or as many as the agent may still take, those with the nearest deadline first. */
export function AcceptAll({ waiting, answers }: { waiting: readonly OfferedInvitation[]; answers: Answers }) {
  const { t } = useTexts();
  const { clock } = useHost();
  const live = useDesktop((state) => isLive(state) && state.locked === undefined);
  const room = useRoom();
  const allowed = useAllowedAnswers();
  const taken = byDeadline(waiting).slice(0, room);
  const ids = taken.map(({ id }) => id).join();
  const since = useRef(-Infinity);
  useEffect(() => {
    since.current = handsNow(clock);
  }, [clock, ids]);

  const isShown = allowed.accept && waiting.length > 1 && taken.length > 1;
  if (!isShown && !answers.acceptingAll) return null;
  const isLimited = taken.length < waiting.length;
  return (
    <Button
      size="sm"
      part={part('accept-all')}
      busy={answers.acceptingAll}
      disabledReason={live ? undefined : t('connection.needed')}
      {...(isLimited && { tooltip: t('preview.acceptAll.room', { count: taken.length }) })}
      onClick={() => {
        // A press that was under way when another invitation came was not meant for that one.
        if (handsNow(clock) - since.current >= meantAfterMs) answers.acceptAll(taken);
      }}
    >
      {t(isLimited ? 'preview.acceptAll.few' : 'preview.acceptAll', { count: taken.length, total: waiting.length })}
    </Button>
  );
}

function byDeadline(waiting: readonly OfferedInvitation[]): OfferedInvitation[] {
  return [...waiting].sort(
    (a, b) => (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity) || a.offeredAt - b.offeredAt,
  );
}

import { useDesktop, useKeys } from '@baton/module-kit';
import { Banner, Button } from '@baton/ui';
import { isLive } from '@baton/desktop';
import { useTexts } from '../texts';
import { kindOf, namesOf } from './invitation-texts';
import type { Rejection } from './use-rejections';
import { part } from '../parts';

/** Says what the agent has rejected, and takes it back as long as it has not gone out. */
export function RejectingLine({
  rejection: { invitation, isSent },
  hasKeys,
  onUndo,
}: {
  rejection: Rejection;
  /** The keys of Undo are for this one. */
  hasKeys: boolean;
  onUndo(): void;
}) {
  const { t } = useTexts();
  const keys = useKeys();
  const live = useDesktop(isLive);
  return (
    <Banner
      severity="information"
      title={t(`preview.rejecting.${kindOf(invitation)}`, namesOf(invitation))}
      help={!live && !isSent && t('preview.rejecting.offline')}
      actions={
        <Button
          size="sm"
          part={part('undo')}
          busy={isSent}
          keys={hasKeys ? keys('preview.undo') : undefined}
          onClick={onUndo}
        >
          {t('preview.undo')}
        </Button>
      }
    />
  );
}

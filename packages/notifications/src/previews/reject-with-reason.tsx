import { useState } from 'react';
import { onDemand, useOnDemand } from '@baton/module-kit';
import { ErrorState, ExpandIcon, IconButton } from '@baton/ui';
import { useTexts } from '../texts';
import type { RejectBecause } from './use-answer-actions';
import { part } from '../parts';

const code = onDemand(() => import(/* webpackChunkName: "reasons" */ './reasons'));

/** Rejects with a reason, chosen from a menu that is fetched when it is opened. */
export function RejectWithReason({ action }: { action: RejectBecause }) {
  const [anchor, setAnchor] = useState<HTMLButtonElement>();

  function close(focus: 'back' | 'stays'): void {
    if (focus === 'back') anchor?.focus();
    setAnchor(undefined);
  }

  return (
    <>
      <IconButton
        icon={ExpandIcon}
        variant="secondary"
        className="preview-because"
        part={part('reject-because')}
        label={action.label}
        disabledReason={action.obstacle}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => (anchor ? close('back') : setAnchor(currentTarget))}
      />
      {anchor && <Reasons action={action} anchor={anchor} onClose={close} />}
    </>
  );
}

/** What the menu of reasons and the field for a reason of the agent's own are given. */
export interface ReasonsProps {
  action: RejectBecause;
  anchor: HTMLElement;
  onClose(focus: 'back' | 'stays'): void;
}

function Reasons(props: ReasonsProps) {
  const { t } = useTexts();
  const reasons = useOnDemand(code);
  if (reasons.state === 'ready') return <reasons.code.Reasons {...props} />;
  return reasons.state === 'failed' && <ErrorState title={t('preview.reasons.failed')} onRetry={reasons.retry} />;
}

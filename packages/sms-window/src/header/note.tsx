import { useId, useState } from 'react';
import type { Interaction } from '@baton/contracts';
import { useDesktop } from '@baton/module-kit';
import { Button, InformationIcon } from '@baton/ui';
import { useTexts } from '../texts';
import { hasWritten } from './has-written';
import { part } from '../parts';

/** From how many characters on a note may need more than three lines. */
const longFrom = 140;

/** What whoever handed the conversation over has left for the agent, until the agent has written. */
export function Note({ interaction }: { interaction: Interaction }) {
  const { t } = useTexts();
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const isOver = useDesktop((state) => hasWritten(state, interaction));
  const { handover, receivedFrom } = interaction;
  const note = handover?.note;
  if (note === undefined || note === '' || isOver) return null;
  const isLong = note.length > longFrom || note.split('\n').length > 3;
  return (
    <div className="sms-note" part={part('note')} role="note" aria-labelledby={id}>
      <InformationIcon />
      <div className="sms-note-body">
        <h3 id={id} className="sms-note-title">
          {t('sms.note', { agent: receivedFrom?.name ?? '' })}
        </h3>
        <p className={isLong && !isWhole ? 'sms-note-text sms-note-cut' : 'sms-note-text'} dir="auto" translate="no">
          {note}
        </p>
        {isLong && (
          <Button variant="quiet" size="sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? 'sms.note.less' : 'sms.note.more')}
          </Button>
        )}
      </div>
    </div>
  );
}

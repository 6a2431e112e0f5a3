import { useRef } from 'react';
import { Banner } from '@baton/ui';
import { useReminder } from './use-card-alert';
import { Summary } from './summary';
import { useDeadline } from './use-deadline';
import { useFocusLeft } from './use-focus-left';
import type { WaitingProps } from './waiting-props';
import { part } from '../parts';

/** An invitation that waits while another one has the card (IP-08). */
export function WaitingRow(props: WaitingProps) {
  const { invitation, progress, onFocusLost } = props;
  const { urgent } = useDeadline(invitation);
  const row = useRef<HTMLDivElement>(null);

  useReminder(invitation);

  useFocusLeft(row, progress, onFocusLost);

  return (
    <>
      <div ref={row} className="preview-row" part={part('waiting', urgent && 'waiting-urgent')}>
        <Summary {...props} />
      </div>
      {progress.state === 'refused' && <Banner severity="problem" title={progress.title} help={progress.help} />}
    </>
  );
}

import type { ReactNode } from 'react';
import type { Interaction } from '@baton/contracts';
import { waitingSince } from '@baton/desktop';
import { useDesktop, useNow, useSheet } from '@baton/module-kit';
import { formatDuration, formatRelative } from '@baton/ui';
import { Address } from '../header/address';
import { priorityText } from '../header/priority-text';
import { useTexts } from '../texts';
import type { TextId } from '../texts';
import { useReader } from '../transcript/use-reader';
import sheet from './facts.css';

/** The facts of a conversation, each only when it is known. */
export function FactList({ interaction }: { interaction: Interaction }) {
  useSheet(sheet);
  const texts = useTexts();
  const { t } = texts;
  const reader = useReader();
  const now = useNow(10_000);
  const waiting = useDesktop((state) => waitingSince(state, interaction.id));
  const { contact, queue, segment, priority, startedAt, assignedAt, state } = interaction;

  const facts: readonly Fact[] = [
    { label: 'sms.details.number', value: contact.address && <Address address={contact.address} /> },
    { label: 'sms.details.queue', value: queue?.name },
    { label: 'sms.details.segment', value: segment },
    { label: 'sms.details.priority', value: priorityText(priority, t) },
    { label: 'sms.details.began', value: formatRelative(startedAt, reader) },
    { label: 'sms.details.waiting', value: waiting && formatDuration(now - waiting, texts) },
    { label: 'sms.details.handling', value: state === 'active' && formatDuration(now - assignedAt, texts) },
  ];

  return (
    <dl className="sms-details-facts">
      {facts.map(
        ({ label, value }) =>
          value && (
            <div key={label} className="sms-details-fact">
              <dt>{t(label)}</dt>
              <dd>{typeof value === 'string' ? <bdi>{value}</bdi> : value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface Fact {
  label: TextId;
  /** Nothing is shown of a fact that is not known. */
  value: ReactNode;
}

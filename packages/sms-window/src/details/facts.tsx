import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Interaction } from '@baton/contracts';
import { waitingSince } from '@baton/desktop';
import { caseFacts, useDesktop, useHost, useNow, useSheet } from '@baton/module-kit';
import { formatDuration, formatRelative } from '@baton/ui';
import { Address } from '../header/address';
import { priorityText } from '../header/priority-text';
import { useTexts } from '../texts';
import type { TextId } from '../texts';
import { useReader } from '../transcript/use-reader';
import { EarlierInteractions } from '../history/earlier-interactions';
import { CaseValue } from './case-value';
import { NoteField } from './note-field';
import sheet from './facts.css';

/** The facts of a conversation, each only when it is known. */
export function FactList({ interaction }: { interaction: Interaction }) {
  useSheet(sheet);
  const caseId = useId();
  const texts = useTexts();
  const { t } = texts;
  const reader = useReader();
  const { caseData: fields } = useHost();
  const now = useNow(10_000);
  const waiting = useDesktop((state) => waitingSince(state, interaction.id));
  const { contact, queue, segment, priority, language, caseData, startedAt, assignedAt, state } = interaction;
  const ofCase = caseFacts(caseData, fields?.details, reader);

  const facts: readonly Fact[] = [
    { label: 'sms.details.number', value: contact.address && <Address address={contact.address} /> },
    { label: 'sms.details.queue', value: queue?.name },
    { label: 'sms.details.segment', value: segment },
    { label: 'sms.details.priority', value: priorityText(priority, t) },
    { label: 'sms.details.language', value: language && languageName(language, reader.locale) },
    { label: 'sms.details.began', value: formatRelative(startedAt, reader) },
    { label: 'sms.details.waiting', value: waiting && formatDuration(now - waiting, texts) },
    { label: 'sms.details.handling', value: state === 'active' && formatDuration(now - assignedAt, texts) },
  ];

  return (
    <>
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
      {ofCase.length > 0 && (
        <div className="sms-details-case" role="group" aria-labelledby={caseId}>
          <h3 id={caseId} className="sms-details-heading">
            {t('sms.details.case')}
          </h3>
          <dl className="sms-details-facts">
            {ofCase.map((fact) => (
              <div key={fact.key} className="sms-details-fact">
                <dt>
                  <bdi>{fact.label}</bdi>
                </dt>
                <dd>
                  <CaseValue fact={fact} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <NoteField key={`note on ${interaction.id}`} interaction={interaction} />
      <EarlierInteractions
        key={interaction.id}
        interactionId={interaction.id}
        customer={contact.name}
        reader={reader}
      />
    </>
  );
}

/** The language as agents call it; a tag that nobody knows stays as it is. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

interface Fact {
  label: TextId;
  /** Nothing is shown of a fact that is not known. */
  value: ReactNode;
}

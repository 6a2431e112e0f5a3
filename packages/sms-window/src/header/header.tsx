import { Fragment } from 'react';
import { isKnown } from '@baton/contracts';
import type { ContactAddress, Interaction } from '@baton/contracts';
import { ActionButton, useKeys, useNow } from '@baton/module-kit';
import type { Action } from '@baton/module-kit';
import { Avatar, IconButton, formatDuration, balanced } from '@baton/ui';
import type { Texts } from '@baton/ui';
import type { ConversationActions } from '../actions/conversation-actions';
import { useTexts } from '../texts';
import type { TextId } from '../texts';
import type { Place } from '../window/place';
import { part } from '../parts';

export interface HeaderProps {
  interaction: Interaction;
  /** Id for the heading, which names the window. */
  headingId: string;
  actions: ConversationActions['header'];
  find: ConversationActions['find'];
  /** Actions of the host. */
  ofHost: readonly Action[];
  transferButton: Place;
  /** Whether Team Communicator is asked for a target now. */
  picking: boolean;
}

/** Who the conversation is with, and what can be done with it as a whole. */
export function Header({ interaction, headingId, actions, find, ofHost, transferButton, picking }: HeaderProps) {
  const { contact } = interaction;
  const { t } = useTexts();
  const keys = useKeys();
  return (
    <header className="sms-header" part={part('header')}>
      <Avatar name={contact.name ?? ''} size="lg" />
      <div className="sms-who">
        <h2 id={headingId} tabIndex={-1} className="sms-name" part={part('name')}>
          <bdi translate="no">{contact.name ?? t('name.unknown')}</bdi>
        </h2>
        <p className="sms-facts" part={part('meta')}>
          {contact.address && (
            <>
              <bdi dir={directionOf(contact.address)} translate="no">
                {balanced(contact.address.display ?? contact.address.value)}
              </bdi>
              <span>{' · '}</span>
            </>
          )}
          {interaction.channel === 'sms' && <span>{`${t('sms.meta.channel')} · `}</span>}
          <Age since={interaction.startedAt} />
          {routingFacts(interaction, t).map((fact) => (
            <Fragment key={fact}>
              <span>{' · '}</span>
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </p>
      </div>
      <div className="sms-actions" part={part('actions')} role="group" aria-label={t('sms.actions')}>
        <IconButton
          icon={find.icon}
          label={find.label}
          keys={find.command && keys(find.command)}
          part={part('find-open')}
          onClick={find.perform}
        />
        {actions.map((action) => (
          <ActionButton
            key={action.id}
            action={action}
            part={action.part}
            {...(action.id === 'transfer' && { ref: transferButton.attach, 'aria-expanded': picking })}
          >
            <span className="sms-action-name">{action.label}</span>
          </ActionButton>
        ))}
        {ofHost.map((action) => (
          <ActionButton key={action.id} action={action} part={part('host-action')} />
        ))}
      </div>
    </header>
  );
}

/** What routing knows of a conversation. The usual priority is not said. */
function routingFacts({ queue, segment, priority }: Interaction, t: Texts<TextId>['t']): string[] {
  const urgency =
    typeof priority === 'object'
      ? priority.text
      : priority === 'high' || priority === 'low'
        ? t(`sms.priority.${priority}`)
        : undefined;
  return [queue?.name, segment, urgency].flatMap((fact) => fact || []);
}

/** Numbers and e-mail addresses run from left to right among any words; what is a word itself runs as its letters do. */
function directionOf({ kind }: ContactAddress): 'ltr' | 'auto' {
  return isKnown(kind) && kind !== 'alphanumeric' && kind !== 'other' ? 'ltr' : 'auto';
}

function Age({ since }: { since: number }) {
  const texts = useTexts();
  return <span>{formatDuration(useNow(10_000) - since, texts)}</span>;
}

import { Fragment } from 'react';
import type { Interaction, KnownTargetRef } from '@baton/contracts';
import { ActionButton, useDesktop, useKeys, useNow } from '@baton/module-kit';
import type { Action } from '@baton/module-kit';
import { Avatar, IconButton, InformationIcon, formatDuration } from '@baton/ui';
import type { Texts } from '@baton/ui';
import type { ConversationActions } from '../actions/conversation-actions';
import { useTexts } from '../texts';
import type { TextId } from '../texts';
import { FavouritesButton } from '../transfer/favourites-button';
import type { Place } from '../window/place';
import { part } from '../parts';
import { Address } from './address';
import { priorityText } from './priority-text';

export interface HeaderProps {
  interaction: Interaction;
  /** Id for the heading, which names the window. */
  headingId: string;
  actions: ConversationActions['header'];
  find: ConversationActions['find'];
  /** Details below the header; none where another place shows them. */
  details: { open: boolean; toggle(): void } | undefined;
  /** Actions of the host. */
  ofHost: readonly Action[];
  transferButton: Place;
  /** Whether Team Communicator is asked for a target now. */
  picking: boolean;
  /** Asks for a transfer to a target. */
  start(target: KnownTargetRef): void;
}

/** Who the conversation is with, and what can be done with it as a whole. */
export function Header({
  interaction,
  headingId,
  actions,
  find,
  details,
  ofHost,
  transferButton,
  picking,
  start,
}: HeaderProps) {
  const { contact } = interaction;
  const { t } = useTexts();
  const keys = useKeys();
  const hasFavourites = useDesktop((state) => state.capabilities?.favourites === true);
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
              <Address address={contact.address} />
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
        {details && (
          <IconButton
            icon={InformationIcon}
            label={t('details.title')}
            aria-expanded={details.open}
            part={part('details-open')}
            onClick={details.toggle}
          />
        )}
        {actions.map((action) => {
          const isTransfer = action.id === 'transfer';
          const button = (
            <ActionButton
              key={action.id}
              action={action}
              part={action.part}
              {...(isTransfer && { ref: transferButton.attach, 'aria-expanded': picking })}
            >
              <span className="sms-action-name">{action.label}</span>
            </ActionButton>
          );
          if (!isTransfer || !hasFavourites) return button;
          return (
            <span key={action.id} className="sms-split">
              {button}
              <FavouritesButton interaction={interaction} action={action} start={start} />
            </span>
          );
        })}
        {ofHost.map((action) => (
          <ActionButton key={action.id} action={action} part={part('host-action')} />
        ))}
      </div>
    </header>
  );
}

/** What routing knows of a conversation. The usual priority is not said. */
function routingFacts({ queue, segment, priority }: Interaction, t: Texts<TextId>['t']): string[] {
  return [queue?.name, segment, priorityText(priority, t)].flatMap((fact) => fact || []);
}

function Age({ since }: { since: number }) {
  const texts = useTexts();
  return <span>{formatDuration(useNow(10_000) - since, texts)}</span>;
}

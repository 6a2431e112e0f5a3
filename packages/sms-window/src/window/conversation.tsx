import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { consentOf, endOf } from '@baton/desktop';
import { useActionKeys, useDesktop, useHost, useHostActions } from '@baton/module-kit';
import { classNames, holdsFocus, shallowEqual } from '@baton/ui';
import { conversationActions, permitsOf } from '../actions/conversation-actions';
import { Composer } from '../composer/composer';
import { OptedOut } from '../composer/opted-out';
import { ReadOnly } from '../composer/read-only';
import { Details, useDetailsElsewhere } from '../details/details';
import { EndDialog } from '../header/end-dialog';
import { Header } from '../header/header';
import { Note } from '../header/note';
import { useEnd } from '../header/use-end';
import { useFind } from '../find/use-find';
import { BannerStack } from '../transfer/banner-stack';
import { bannersOf, problemKey } from '../transfer/banners';
import { transferContextOf } from '../transfer/transfer-context';
import { useTransfer } from '../transfer/use-transfer';
import { useTexts } from '../texts';
import { Transcript } from '../transcript/transcript';
import type { EarlierPages } from '../transcript/use-earlier';
import type { ReadingPlaces } from '../transcript/use-reading';
import { createPlace } from './place';
import type { Place } from './place';
import { useProblem } from './use-problem';
import type { Problems } from './use-problem';
import type { View } from './view';

export interface ConversationProps {
  view: Exclude<View, { kind: 'empty' }>;
  headingId: string;
  /** Where the agent writes, or what stands there instead. */
  composer: Place;
  /** Whether keys were meant for this conversation. */
  stands(): boolean;
  /** Commands of transfers that this window has asked to cancel. */
  cancelAsked: Set<string>;
  problems: Problems;
  /** No other conversation was in front before. */
  isFirst: boolean;
  places: ReadingPlaces;
  earlierPages: EarlierPages;
  /** Whether Details are open: for all conversations of the window. */
  detailsOpen: boolean;
  onDetails(): void;
  /** The composer goes while the agent writes in it. */
  onComposerTakenAway(): void;
}

/** One conversation with everything that can be done in it. */
export function Conversation({
  view,
  stands,
  headingId,
  composer,
  cancelAsked,
  problems,
  isFirst,
  places,
  earlierPages,
  detailsOpen,
  onDetails,
  onComposerTakenAway,
}: ConversationProps) {
  const { interaction, transfer } = view;
  const host = useHost();
  const { bus, actions: hostActions } = host;
  const texts = useTexts();
  const [transferButton] = useState(createPlace);
  const problem = useProblem(interaction, problems);
  const wasCancelled = transfer !== undefined && cancelAsked.has(transfer.commandId);
  const transferContext = useDesktop(
    (state) => transferContextOf(state, transfer, interaction.contact.name, wasCancelled, host),
    shallowEqual,
  );
  const permits = useDesktop((state) => permitsOf(state, interaction.id, host), shallowEqual);
  const consent = useDesktop((state) => consentOf(state, interaction.id, host.readConsent)) ?? interaction.consent;
  const composerHadFocus = useRef(false);
  const endedAt = useDesktop((state) => endOf(state, interaction));
  const transferControl = useTransfer(view, {
    composer,
    transferButton,
    cancelAsked,
    report: problem.report,
  });
  const { picking, dismiss } = transferControl;
  const end = useEnd(interaction, problem.report);
  const find = useFind(composer);
  const areElsewhere = useDetailsElsewhere();

  const write = () => {
    composer.focus();
    const element = composer.element();
    // Something else stands in its place: the host makes way for it.
    if (element && !holdsFocus(element))
      void bus.request('interaction.open', { interactionId: interaction.id, focus: true }).catch(() => undefined);
  };
  const ofHost = useHostActions(hostActions?.conversation ?? none, { interactionId: interaction.id });
  const actions = conversationActions(
    { view, permits, transferContext, transfer: transferControl, end, find: find.open, write, ofHost },
    texts,
  );
  useActionKeys([...actions.header, actions.find, actions.banner.cancel, actions.write], stands);

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !picking.open) return;
    picking.withdraw();
    transferButton.focus();
  };
  const isEnded = view.kind === 'open' && interaction.state === 'ended';
  const isGoing = view.kind === 'leaving' && view.isGoing;

  return (
    <div className={classNames('sms-conversation', isGoing && 'sms-conversation-going')} onKeyDown={onEscape}>
      <Header
        interaction={interaction}
        headingId={headingId}
        actions={actions.header}
        find={actions.find}
        details={areElsewhere ? undefined : { open: detailsOpen, toggle: onDetails }}
        ofHost={actions.ofHost}
        transferButton={transferButton}
        picking={picking.open}
        start={transferControl.start}
      />
      {detailsOpen && !areElsewhere && <Details interaction={interaction} />}
      <BannerStack
        banners={bannersOf(view, transferContext, endedAt, problem.shown)}
        actions={actions.banner}
        onDismiss={(key) => {
          if (key !== problemKey) return dismiss();
          composer.focus();
          problem.dismiss();
        }}
      />
      {view.kind === 'open' && <Note interaction={interaction} />}
      <Transcript interaction={interaction} places={places} earlierPages={earlierPages} find={find} isFirst={isFirst} />
      {isEnded ? (
        <ReadOnly place={composer} close={actions.close} />
      ) : consent?.state === 'optedOut' ? (
        <OptedOut interaction={interaction} consent={consent} place={composer} hadFocus={composerHadFocus} />
      ) : (
        <Composer
          interaction={interaction}
          place={composer}
          hadFocus={composerHadFocus}
          blocked={actions.sendObstacle}
          onTakenAway={onComposerTakenAway}
        />
      )}
      <EndDialog interaction={interaction} blocked={actions.close.obstacle} end={end} />
    </div>
  );
}

const none = [] as const;

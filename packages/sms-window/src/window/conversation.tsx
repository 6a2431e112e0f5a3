import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useDesktop, useHost, useShortcuts } from '@baton/module-kit';
import { holdsFocus, shallowEqual } from '@baton/ui';
import { Composer } from '../composer/composer';
import { ReadOnly } from '../composer/read-only';
import { EndDialog } from '../header/end-dialog';
import { Header } from '../header/header';
import { useEnd } from '../header/use-end';
import { BannerStack } from '../transfer/banner-stack';
import { bannersOf, problemKey } from '../transfer/banners';
import { circumstancesOf } from '../transfer/circumstances';
import { useTransfer } from '../transfer/use-transfer';
import { useTexts } from '../texts';
import type { Wording } from '../texts';
import { Transcript } from '../transcript/transcript';
import type { ReadingPlaces } from '../transcript/use-end-followed';
import type { SeenMessages } from '../transcript/use-unread';
import { isOnScreen, obstaclesOf } from './obstacles';
import { createPlace } from './place';
import type { Place } from './place';
import { useProblem } from './use-problem';
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
  seen: SeenMessages;
  places: ReadingPlaces;
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
  seen,
  places,
  onComposerTakenAway,
}: ConversationProps) {
  const { interaction, transfer } = view;
  const { adapters, bus } = useHost();
  const { t } = useTexts();
  const [transferButton] = useState(createPlace);
  const problem = useProblem();
  const wasCancelled = transfer !== undefined && cancelAsked.has(transfer.commandId);
  const circumstances = useDesktop(
    (state) => circumstancesOf(state, interaction.contact.name, wasCancelled),
    shallowEqual,
  );
  const obstacles = useDesktop((state) => obstaclesOf(view, state, circumstances), sameObstacles);
  const { picking, cancelling, cancel, tryAgain, dismiss } = useTransfer(view, {
    composer,
    transferButton,
    cancelAsked,
    report: problem.report,
  });
  const end = useEnd(interaction, problem.report);

  const say = (wording: Wording | undefined) => wording && t(wording.id, wording.values);
  const transferBlocked = say(obstacles.transfer);
  const startTransfer = () => {
    if (transferBlocked !== undefined) adapters.announcer.announce(transferBlocked, { id: transferBlocked });
    else if (picking.open) picking.withdraw();
    else picking.ask();
  };
  const write = () => {
    composer.focus();
    const element = composer.element();
    // Something else stands in its place: the host makes way for it.
    if (element && !holdsFocus(element))
      void bus.request('interaction.open', { interactionId: interaction.id, focus: true }).catch(() => undefined);
  };
  const whenMeant = (act: () => void) => () => {
    if (stands()) act();
  };
  useShortcuts({
    'transfer.start': whenMeant(startTransfer),
    'transfer.cancel': whenMeant(cancel),
    'sms.compose': whenMeant(write),
  });

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !picking.open) return;
    picking.withdraw();
    transferButton.focus();
  };
  const isEnded = view.kind === 'open' && interaction.state === 'ended';

  return (
    <div className="sms-conversation" onKeyDown={onEscape}>
      <Header
        interaction={interaction}
        headingId={headingId}
        transferButton={transferButton}
        picking={picking.open}
        transferBlocked={transferBlocked}
        transferReasonOnScreen={isOnScreen(obstacles.transfer)}
        onTransfer={startTransfer}
        endBlocked={isEnded ? t('sms.readonly.ended') : say(obstacles.end)}
        endReasonOnScreen={isEnded || isOnScreen(obstacles.end)}
        onEnd={end.askToConfirm}
      />
      <BannerStack
        banners={bannersOf(view, circumstances, problem.shown)}
        cancelling={cancelling}
        blocked={{
          cancel: circumstances.connectionLost ? t('connection.needed') : undefined,
          tryAgain: transferBlocked,
          findAnother: transferBlocked,
        }}
        onAction={(action) => ({ cancel, tryAgain, findAnother: picking.ask })[action]()}
        onDismiss={(key) => {
          if (key !== problemKey) return dismiss();
          composer.focus();
          problem.dismiss();
        }}
      />
      <Transcript shown={view} seen={seen} places={places} />
      {isEnded ? (
        <ReadOnly place={composer} busy={end.busy} blocked={say(obstacles.end)} onClose={end.complete} />
      ) : (
        <Composer
          interaction={interaction}
          place={composer}
          blocked={say(obstacles.send)}
          onTakenAway={onComposerTakenAway}
        />
      )}
      <EndDialog customer={interaction.contact.name} blocked={say(obstacles.end)} end={end} />
    </div>
  );
}

function sameObstacles(before: ReturnType<typeof obstaclesOf>, after: ReturnType<typeof obstaclesOf>): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

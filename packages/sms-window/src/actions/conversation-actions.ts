import { canComplete, canReturn, canSend, canTransfer } from '@baton/desktop';
import type { Permit, SendPermit } from '@baton/desktop';
import type { Action } from '@baton/module-kit';
import { EndIcon, ReturnIcon, SearchIcon, TransferIcon } from '@baton/ui';
import type { Icon, Texts } from '@baton/ui';
import type { DesktopState, HostContext } from '@baton/contracts';
import type { EndControl } from '../header/use-end';
import { part } from '../parts';
import type { TextId, Wording } from '../texts';
import type { TransferAction } from '../transfer/failures';
import { transferBanner } from '../transfer/transfer-banner';
import type { TransferContext } from '../transfer/transfer-banner';
import type { TransferControl } from '../transfer/use-transfer';
import type { View } from '../window/view';
import { refusal } from './refusal';

/** What the actions on the conversation shown depend on, and what they work with. */
export interface ConversationActionContext {
  view: Exclude<View, { kind: 'empty' }>;
  permits: Permits;
  transferContext: TransferContext;
  transfer: TransferControl;
  end: EndControl;
  /** Finds a text in the conversation. */
  find(): void;
  /** Moves focus to the composer. */
  write(): void;
  /** Actions of the host. */
  ofHost: readonly Action[];
}

/** An action with a button in the header. */
interface HeaderAction extends Action {
  /** The name by which hosts style the button. */
  part: string;
}

/** What can be done with the conversation shown, by where it is offered. */
export interface ConversationActions {
  /** Buttons of the header, in their order. */
  header: readonly HeaderAction[];
  /** A quiet button before them, whatever else can be done. */
  find: Action & { icon: Icon };
  /** Buttons of the host after them. */
  ofHost: readonly Action[];
  /** Buttons of the transfer's banner, which says which of them it offers. */
  banner: Readonly<Record<TransferAction, Action>>;
  /** In place of the composer, once the conversation has ended. */
  close: Action;
  /** By shortcut only. */
  write: Action;
  /** Why the agent cannot send what they write. */
  sendObstacle: string | undefined;
}

/** All actions on a conversation. To add an action, add its object here, and its text. */
export function conversationActions(
  { view, permits, transferContext, transfer, end, find, write, ofHost }: ConversationActionContext,
  { t }: Texts<TextId>,
): ConversationActions {
  const { interaction } = view;
  const { picking, giveBack } = transfer;
  const isEnded = view.kind === 'open' && interaction.state === 'ended';
  const moved: Wording | undefined =
    view.kind === 'leaving' ? { id: 'sms.readonly.moved', values: { target: view.to } } : undefined;
  const transferTitle = view.transfer && transferBanner(view.transfer, transferContext).title;
  const requesting = view.transfer?.state === 'requesting' ? transferTitle : undefined;
  const isPending = view.transfer?.state === 'pending' && transferContext.cancellable;

  const say = (wording: Wording | undefined) =>
    wording && t(wording.id, { customer: interaction.contact.name, ...wording.values });
  const inHeader = (obstacle: Wording | undefined) => ({
    obstacle: say(obstacle),
    obstacleOnScreen: obstacle !== undefined && !shownInTooltips.includes(obstacle.id),
  });
  const notHandedOver = (permit: Permit) =>
    moved ??
    (!permit.ok && permit.reason === 'pending' && transferTitle
      ? transferTitle
      : refusal(permit, 'sms.transfer.notAllowed'));
  const notTransferred = notHandedOver(permits.transfer);
  const notEnded = moved ?? requesting ?? refusal(permits.end, 'sms.end.notAllowed');

  return {
    header: [
      {
        id: 'transfer',
        part: part('transfer'),
        label: t('sms.transfer'),
        icon: TransferIcon,
        command: 'transfer.start',
        ...inHeader(notTransferred),
        perform: picking.open ? picking.withdraw : () => picking.ask(),
      },
      ...(giveBack && interaction.receivedFrom
        ? [
            {
              id: 'return',
              part: part('return'),
              label: t('sms.return', { agent: interaction.receivedFrom.name }),
              icon: ReturnIcon,
              ...inHeader(notHandedOver(permits.giveBack)),
              perform: giveBack,
            },
          ]
        : []),
      {
        id: 'end',
        part: part('end'),
        label: t('sms.end'),
        icon: EndIcon,
        ...inHeader(isEnded ? { id: 'sms.readonly.ended' } : notEnded),
        perform: end.askToConfirm,
      },
    ],
    find: {
      id: 'find',
      label: t('shortcut.sms.find'),
      icon: SearchIcon,
      command: 'sms.find',
      perform: find,
    },
    ofHost: moved ? ofHost.map((action) => ({ ...action, ...inHeader(moved) })) : ofHost,
    banner: {
      cancel: {
        id: 'cancel',
        label: t('transfer.cancel'),
        command: 'transfer.cancel',
        obstacle: isPending && transferContext.connectionLost ? t('connection.needed') : undefined,
        busy: transfer.cancelling,
        perform: transfer.cancel,
      },
      redirect: {
        id: 'redirect',
        label: t('transfer.redirect'),
        obstacle: transferContext.connectionLost ? t('connection.needed') : undefined,
        perform: picking.open ? picking.withdraw : transfer.redirect,
      },
      tryAgain: {
        id: 'tryAgain',
        label: t('transfer.tryAgain'),
        obstacle: say(notTransferred),
        perform: transfer.tryAgain,
      },
      findAnother: {
        id: 'findAnother',
        label: t('transfer.findAnother'),
        obstacle: say(notTransferred),
        perform: () => picking.ask(),
      },
    },
    close: {
      id: 'close',
      label: t('common.close'),
      obstacle: say(notEnded),
      busy: end.busy,
      perform: view.kind === 'open' && view.interaction.dispositions ? end.askToConfirm : end.complete,
    },
    write: {
      id: 'write',
      label: t('shortcut.sms.compose'),
      command: 'sms.compose',
      perform: write,
    },
    sendObstacle: say(moved ?? refusal(permits.send, 'sms.compose.notAllowed', 'connection.lost.help')),
  };
}

/** Reasons that only a tooltip shows. Any other is in a banner too, or in place of the composer. */
const shownInTooltips: readonly TextId[] = [
  'privilege.transfer',
  'sms.transfer.notAllowed',
  'sms.transfer.noTargets',
  'sms.end.notAllowed',
];

/** What the contact centre permits with a conversation. */
export interface Permits {
  send: SendPermit;
  transfer: Permit;
  giveBack: Permit;
  end: Permit;
}

/** What is permitted now. */
export function permitsOf(
  state: DesktopState,
  interactionId: string,
  { readConsent, privileges }: Pick<HostContext, 'readConsent' | 'privileges'>,
): Permits {
  return {
    send: canSend(state, interactionId, readConsent),
    transfer: canTransfer(state, interactionId, privileges),
    giveBack: canReturn(state, interactionId),
    end: canComplete(state, interactionId),
  };
}

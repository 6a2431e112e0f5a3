import type { Action } from '@baton/module-kit';
import { copyText } from '@baton/ui';
import type { KnownTarget } from '@baton/contracts';
import type { Feedback } from '../panel/use-feedback';
import type { TransferObstacle } from '@baton/desktop';
import type { Texts } from '@baton/ui';
import type { TextId } from '../texts';
import { obstacleText } from './obstacle-text';
import type { Favourites } from './use-favourites';
import type { ConversationToTransfer } from './use-conversation-to-transfer';

/** An action as an item of the Action Menu. */
export interface TargetAction extends Action {
  /** The key that chooses the menu's first item, as shown beside the label. */
  hint?: string;
  /** The conversation that it is about, while the action is possible. */
  note?: string;
}

/** What the actions on a target need. */
export interface TargetActionContext {
  target: KnownTarget;
  /** The conversation that a transfer would be about. */
  conversation: ConversationToTransfer;
  obstacle: TransferObstacle | undefined;
  favourites: Favourites | undefined;
  /** Transfers the conversation, and closes the panel. */
  transfer(target: KnownTarget, conversation: ConversationToTransfer): void;
  /** Closes the menu; focus goes back to where it was opened. */
  closeMenu(): void;
  /** Shows and announces the outcome of an action. */
  say(severity: Feedback['severity'], text: string): void;
}

/** Baton's own actions on a target, in groups. To add an action, add its object here, and its text. */
export function targetActions(
  { target, conversation, obstacle, favourites, transfer, closeMenu, say }: TargetActionContext,
  texts: Texts<TextId>,
): TargetAction[][] {
  const { t } = texts;
  const smsTransfer: TargetAction = {
    id: 'smsTransfer',
    label: t('team.action.smsTransfer'),
    hint: t('team.action.smsTransferHint'),
    note: t('team.action.smsTransferOf', { customer: conversation.contact?.name }),
    obstacle: obstacle && obstacleText(obstacle, target, texts, conversation.contact),
    perform: () => transfer(target, conversation),
  };
  const favourite: TargetAction | undefined = favourites && {
    id: 'favourite',
    label: t(favourites.has(target) ? 'team.action.removeFavourite' : 'team.action.addFavourite'),
    perform() {
      closeMenu();
      favourites.toggle(target);
    },
  };
  const copyAddress: TargetAction = {
    id: 'copyAddress',
    label: t('team.action.copyAddress'),
    perform() {
      closeMenu();
      void copyText(target.address).then((copied) =>
        copied
          ? say('done', t('team.action.copied'))
          : say('problem', t('team.action.copyFailed', { address: target.address })),
      );
    },
  };
  return [[smsTransfer], favourite ? [favourite, copyAddress] : [copyAddress]];
}

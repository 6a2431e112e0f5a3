import { useDesktop, useHost } from '@baton/module-kit';
import { copyText } from '@baton/ui';
import type { Target } from '@baton/contracts';
import { useTexts } from '../texts';
import { Menu } from './menu';
import type { MenuItem, MenuStart } from './menu';
import { obstacleText } from './obstacle-text';
import { transferObstacle } from './transfer-obstacle';
import type { Favourites } from './use-favourites';
import type { Subject } from './use-subject';

interface ActionMenuProps {
  target: Target;
  /** The conversation that a transfer would be about. */
  subject: Subject;
  anchor: HTMLElement;
  start: MenuStart;
  favourites: Favourites | undefined;
  onTransfer(): void;
  onToggleFavourite(): void;
  onCopied(copied: boolean): void;
  /** Closes the menu and takes focus back to where it was opened. */
  onClose(): void;
  /** Focus has gone elsewhere: closes the menu, and leaves it there. */
  onLeave(): void;
}

/** What can be done with one target. */
export function ActionMenu({
  target,
  subject,
  anchor,
  start,
  favourites,
  onTransfer,
  onToggleFavourite,
  onCopied,
  onClose,
  onLeave,
}: ActionMenuProps) {
  const { agent } = useHost();
  const texts = useTexts();
  const { t } = texts;
  const obstacle = useDesktop((state) => {
    const found = transferObstacle(state, subject.interactionId, target, agent);
    return found && obstacleText(found, target, texts, subject.customer);
  });

  const closing = (action: () => void) => () => {
    onClose();
    action();
  };
  const items: MenuItem[] = [
    {
      id: 'smsTransfer',
      label: t('team.action.smsTransfer'),
      hint: t('team.action.smsTransferHint'),
      note: t('team.action.smsTransferOf', { customer: subject.customer ?? '' }),
      reason: obstacle,
      onChoose: onTransfer,
    },
    ...(favourites
      ? [
          {
            id: 'favourite',
            label: t(favourites.has(target) ? 'team.action.removeFavourite' : 'team.action.addFavourite'),
            separated: true,
            onChoose: closing(onToggleFavourite),
          },
        ]
      : []),
    {
      id: 'copyAddress',
      label: t('team.action.copyAddress'),
      separated: !favourites,
      onChoose: closing(() => void copyText(target.address).then(onCopied)),
    },
  ];

  return (
    <Menu
      label={t('team.row.actions', { name: target.name })}
      items={items}
      anchor={anchor}
      start={start}
      onDismiss={onClose}
      onLeave={onLeave}
    />
  );
}

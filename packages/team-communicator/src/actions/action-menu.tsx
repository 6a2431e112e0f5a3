import { useDesktop, useHost, useHostActions } from '@baton/module-kit';
import { transferObstacle } from '@baton/desktop';
import { Menu, shallowEqual } from '@baton/ui';
import type { MenuStart } from '@baton/ui';
import type { AboutTarget, KnownTarget } from '@baton/contracts';
import type { Panel } from '../opening/panel';
import { useTexts } from '../texts';
import { refOf } from './ref-of';
import { targetActions } from './target-actions';
import type { TargetActionContext } from './target-actions';

interface ActionMenuProps extends Omit<TargetActionContext, 'obstacle'> {
  panel: Panel;
  anchor: HTMLElement;
  start: MenuStart;
  /** Focus has left the menu: closes it without moving focus. */
  onLeave(): void;
}

/** The actions on one target: Baton's own, then those of the host. */
export function ActionMenu({ panel, anchor, start, onLeave, ...context }: ActionMenuProps) {
  const { target, conversation, closeMenu } = context;
  const { agent, privileges } = useHost();
  const texts = useTexts();
  const obstacle = useDesktop(
    (state) => transferObstacle(state, conversation.interactionId, target, agent, privileges, conversation.transferId),
    (before, after) => shallowEqual({ ...before }, { ...after }),
  );
  const ofHost = useHostTargetActions(panel, target, conversation.interactionId);

  const groups = [...targetActions({ ...context, obstacle }, texts), ofHost];
  const items = groups.flatMap((group, index) =>
    group.map(({ obstacle: reason, perform, ...action }, place) => ({
      ...action,
      reason,
      separated: index > 0 && place === 0,
      onChoose: perform,
    })),
  );

  return (
    <Menu
      label={texts.t('team.row.actions', { name: target.name })}
      items={items}
      anchor={anchor}
      start={start}
      onDismiss={closeMenu}
      onLeave={onLeave}
    />
  );
}

/** The host's actions on a target. Choosing one closes the panel and answers an open pick with its id. */
function useHostTargetActions(panel: Panel, target: KnownTarget, interactionId: string | null) {
  const { actions } = useHost();
  const offered = (actions?.target ?? []).filter(({ targetKinds = [target.kind] }) =>
    targetKinds.includes(target.kind),
  );
  const closing = offered.map((action) => ({
    ...action,
    perform(about: AboutTarget) {
      panel.choose({ action: action.id, target: refOf(target) }, 'back');
      action.perform(about);
    },
  }));
  return useHostActions(closing, { target, interactionId });
}

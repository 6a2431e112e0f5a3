import { Button, shallowEqual, useAnnounce } from '@baton/ui';
import type { ButtonProps, Icon, ShortcutId } from '@baton/ui';
import type { HostAction } from '@baton/contracts';
import { useDesktop } from './hooks/use-host';
import { useKeys, useShortcuts } from './hooks/use-shortcuts';

/**
 * One thing that an agent can do, with its current state. Its button, menu item and keys all use this object, so that they
 * say and do the same.
 */
export interface Action {
  /** Unique among the module's actions. */
  id: string;
  /** The name of its control, in the agent's language. */
  label: string;
  icon?: Icon;
  /** Its keyboard command; the keys of all commands are in `@baton/ui/shortcuts`. */
  command?: ShortcutId | undefined;
  /** Why it cannot be done now, in the agent's language. */
  obstacle?: string | undefined;
  /** The obstacle is on the screen already. */
  obstacleOnScreen?: boolean;
  /** The action is under way. */
  busy?: boolean;
  perform(): void;
}

type OfAction = 'icon' | 'keys' | 'disabledReason' | 'reasonOnScreen' | 'busy' | 'onClick';

/** An action as a button. It shows the action's label, unless it is given something else. */
export function ActionButton({
  action: { label, icon, command, obstacle, obstacleOnScreen = false, busy = false, perform },
  children = label,
  ...rest
}: Omit<ButtonProps, OfAction> & { action: Action }) {
  const keys = useKeys();
  return (
    <Button
      {...rest}
      {...(icon && { icon })}
      keys={command && keys(command)}
      disabledReason={obstacle}
      reasonOnScreen={obstacleOnScreen}
      busy={busy}
      onClick={perform}
    >
      {children}
    </Button>
  );
}

/**
 * Performs actions by their keys. Announces the obstacle of an action that cannot be done.
 *
 * @param isMeant called at each press: whether it was meant for the subject of the actions
 * @param priority of announcing an obstacle
 */
export function useActionKeys(
  actions: readonly Action[],
  isMeant: () => boolean,
  priority: 'polite' | 'assertive' = 'polite',
): void {
  const announce = useAnnounce();
  const handlers = actions.flatMap(({ command, obstacle, perform }) => {
    if (command === undefined) return [];
    const press = () => (obstacle === undefined ? perform() : announce(obstacle, { id: obstacle, priority }));
    return [[command, () => isMeant() && press()] as const];
  });
  useShortcuts(Object.fromEntries(handlers));
}

/** The host's actions for a subject. `enabled` of each is called at every change of the desktop. */
export function useHostActions<About>(actions: readonly HostAction<About>[], about: About): Action[] {
  const announce = useAnnounce();
  const obstacleOf = ({ enabled }: HostAction<About>) => {
    const answer = enabled?.(about) ?? true;
    return answer === true ? undefined : answer;
  };
  const obstacles = useDesktop(() => actions.map(obstacleOf), shallowEqual);

  return actions.map((action, index) => ({
    id: action.id,
    label: action.label,
    obstacle: obstacles[index],
    perform() {
      // `enabled` may depend on more than the desktop.
      const obstacle = obstacleOf(action);
      if (obstacle === undefined) action.perform(about);
      else announce(obstacle, { id: obstacle });
    },
  }));
}

import { Button, shallowEqual, useAnnounce } from '@baton/ui';
import type { ButtonProps, Icon, ShortcutId } from '@baton/ui';
import type { HostAction } from '@baton/contracts';
import { useDesktop } from './hooks/use-host';
import { useKeys, useShortcuts } from './hooks/use-shortcuts';

/**
 * One thing that an agent can do, as it stands now. Its button, menu item and keys read it, so that they say and do the
 * same.
 */
export interface Action {
  /** No other action of the module has it. */
  id: string;
  /** What its control is called, in the agent's words. */
  label: string;
  icon?: Icon;
  /** Its keyboard command; the keys of all commands are in `@baton/ui/shortcuts`. */
  command?: ShortcutId | undefined;
  /** Why it cannot be done now, in the agent's words. */
  obstacle?: string | undefined;
  /** Whether the screen says so elsewhere. */
  obstacleOnScreen?: boolean;
  /** It was asked for, and has no answer yet. */
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
 * Hears the keys of actions. An action that cannot be done says why.
 *
 * @param isMeant asked at each press: whether it was meant for what the actions are about
 * @param priority of saying why an action cannot be done
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

/** Actions of the host, for what they would be about. Whether each can be done is asked at every change of the desktop. */
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
      // What it depends on may have changed without the desktop.
      const obstacle = obstacleOf(action);
      if (obstacle === undefined) action.perform(about);
      else announce(obstacle, { id: obstacle });
    },
  }));
}

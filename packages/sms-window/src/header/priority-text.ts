import type { Interaction } from '@baton/contracts';
import type { Texts } from '@baton/ui';
import type { TextId } from '../texts';

/** How urgent a conversation is, in words. The usual priority is not said. */
export function priorityText(priority: Interaction['priority'], t: Texts<TextId>['t']): string | undefined {
  if (typeof priority === 'object') return priority.text;
  return priority === 'high' || priority === 'low' ? t(`sms.priority.${priority}`) : undefined;
}

import { bestMatch } from '@baton/ui/texts';
import { safely } from '@baton/runtime';
import type { ChosenAction, Declining, EventBus, HostAction, HostActions } from '@baton/contracts';

/** A text, or one for each language by BCP 47 tag: `{ en: 'Call', de: 'Anrufen' }`. */
export type ActionLabel = string | Readonly<Record<string, string>>;

/**
 * Prepares the host's actions for modules: labels are in the agent's language, each choice is emitted on the bus, and
 * errors of the host are reported without reaching the modules. An `enabled` that throws, or returns neither `true` nor a
 * reason, counts as `true`.
 */
export function prepareActions(
  { target = [], conversation = [] }: HostActions<ActionLabel>,
  { bus, locale }: { bus: EventBus; locale: string },
): HostActions {
  const prepare = <About>(
    { id, label, enabled, perform }: HostAction<About, ActionLabel>,
    describe: (about: About) => Omit<ChosenAction, 'action'>,
  ): HostAction<About> => ({
    id,
    label: inLanguage(label, locale),
    enabled(about) {
      const answer: unknown = safely(() => enabled?.(about));
      return typeof answer === 'string' && answer !== '' ? answer : true;
    },
    perform(about) {
      bus.emit('action.chosen', { action: id, ...describe(about) });
      safely(() => perform(about));
    },
  });

  return {
    target: target.map(({ targetKinds, ...action }) => ({
      ...prepare(action, ({ target: { kind, id, name }, interactionId }) => ({
        interactionId,
        target: { kind, id, name },
      })),
      targetKinds,
    })),
    conversation: conversation.map((action) => prepare(action, ({ interactionId }) => ({ interactionId }))),
  };
}

/** How agents reject, with the labels of the reasons in the agent's language. */
export function prepareDeclining({ reasons, ...rest }: Declining<ActionLabel>, locale: string): Declining {
  return {
    ...rest,
    ...(reasons && { reasons: reasons.map(({ id, label }) => ({ id, label: inLanguage(label, locale) })) }),
  };
}

/** The label in the nearest language to the agent's, else in English, else the first one. */
function inLanguage(label: ActionLabel, locale: string): string {
  if (typeof label === 'string') return label;
  const tags = Object.keys(label);
  const tag = bestMatch(locale, tags) ?? bestMatch('en-GB', tags) ?? tags[0];
  return tag === undefined ? '' : (label[tag] ?? '');
}

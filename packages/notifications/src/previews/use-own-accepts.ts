import { useEffect, useMemo, useRef } from 'react';
import { useHost, usePage } from '@baton/module-kit';
import { isKeyEvent, watchInput, writesText } from '@baton/ui';
import type { InputWatch } from '@baton/ui';
import type { OfferedInvitation, Platform } from '@baton/contracts';
import { useDesktopChanges } from '../use-desktop-changes';

/** Invitations that were accepted in this window. */
export interface OwnAccepts {
  /** Accept was pressed here, on `card`. */
  expect(invitation: OfferedInvitation, card: Element | null): void;
  /** The backend refused the Accept. */
  forget(invitation: Pick<OfferedInvitation, 'id'>): void;
  isOwn(invitationId: string): boolean;
  /** Whether its conversation comes to the front: the agent has done nothing else since. */
  opens(invitationId: string): boolean;
}

interface OwnAccept {
  interactionId: string;
  input: InputWatch;
  typed: TypedAhead;
}

/**
 * Remembers what was accepted in this window. SW-11: once the conversation has been assigned it opens, with focus. When
 * the agent has done something else meanwhile it does not open, and waits among the interactions.
 */
export function useOwnAccepts(): OwnAccepts {
  const { bus, commands, platform = 'other' } = useHost();
  const page = usePage();
  const accepts = useRef(new Map<string, OwnAccept>());

  useDesktopChanges((before, after) => {
    for (const [invitationId, { interactionId, input, typed }] of accepts.current) {
      const wasHere = before.interactions[interactionId] !== undefined;
      const isHere = after.interactions[interactionId] !== undefined;
      if (isHere && !wasHere) {
        input.stop();
        const text = typed.take();
        if (text !== '')
          commands.writeDraft({ interactionId, customer: after.interactions[interactionId]?.contact.name, text });
        if (input.none()) void bus.request('interaction.open', { interactionId, focus: true }).catch(() => undefined);
      }
      if (wasHere && !isHere) accepts.current.delete(invitationId);
    }
  });
  useEffect(() => {
    const { current } = accepts;
    return () => {
      for (const { input, typed } of current.values()) {
        input.stop();
        typed.take();
      }
    };
  }, []);

  return useMemo(() => {
    const forget: OwnAccepts['forget'] = ({ id }) => {
      accepts.current.get(id)?.input.stop();
      accepts.current.get(id)?.typed.take();
      accepts.current.delete(id);
    };
    return {
      expect({ id, interactionId }, card) {
        forget({ id });
        accepts.current.set(id, {
          interactionId,
          input: watchInput(page, card ?? undefined),
          typed: typedAhead(card, platform),
        });
      },
      forget,
      isOwn: (invitationId) => accepts.current.has(invitationId),
      opens: (invitationId) => accepts.current.get(invitationId)?.input.none() === true,
    };
  }, [page, platform]);
}

/** What the agent types after Accept, before the conversation is there to type into. */
interface TypedAhead {
  /** Stops listening, and gives what has been typed. */
  take(): string;
}

function typedAhead(card: Element | null, platform: Platform): TypedAhead {
  let text = '';
  const onKeyDown = (event: Event) => {
    if (!isKeyEvent(event)) return;
    const isFirst = text === '';
    if (event.key === 'Backspace') text = Array.from(text).slice(0, -1).join('');
    // A space before any word is a second press of the button.
    else if (writesText(event, platform) && Array.from(event.key).length === 1 && !(isFirst && event.key === ' '))
      text += event.key;
    else return;
    event.preventDefault();
  };
  card?.addEventListener('keydown', onKeyDown);
  return {
    take() {
      card?.removeEventListener('keydown', onKeyDown);
      return text;
    },
  };
}

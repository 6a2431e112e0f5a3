import { useEffect, useMemo, useRef } from 'react';
import { useHost, usePage } from '@baton/module-kit';
import { isKeyEvent, watchInput, writesText } from '@baton/ui';
import type { InputWatch } from '@baton/ui';
import type { OfferedInvitation, Platform } from '@baton/contracts';
import { useDesktopChanges } from '../use-desktop-changes';

/** Invitations that were accepted in this window. */
export interface OwnAccepts {
  /** Accept was pressed here, on `card`. `opens`: its conversation is the one to bring to the front. */
  expect(invitation: OfferedInvitation, card: Element | null, opens: boolean): void;
  /** The backend refused the Accept. */
  forget(invitation: Pick<OfferedInvitation, 'id'>): void;
  isOwn(invitationId: string): boolean;
  /** Whether its conversation comes to the front: the agent has done nothing else since. */
  opens(invitationId: string): boolean;
}

interface OwnAccept {
  interactionId: string;
  /** Absent for one that stays behind. */
  ahead: { input: InputWatch; typed: TypedAhead } | undefined;
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
    for (const [invitationId, { interactionId, ahead }] of accepts.current) {
      const wasHere = before.interactions[interactionId] !== undefined;
      const isHere = after.interactions[interactionId] !== undefined;
      if (isHere && !wasHere && ahead !== undefined) {
        ahead.input.stop();
        const text = ahead.typed.take();
        if (text !== '')
          commands.writeDraft({ interactionId, customer: after.interactions[interactionId]?.contact.name, text });
        if (ahead.input.none())
          void bus.request('interaction.open', { interactionId, focus: true }).catch(() => undefined);
      }
      if (wasHere && !isHere) accepts.current.delete(invitationId);
    }
  });
  useEffect(() => {
    const { current } = accepts;
    return () => {
      for (const { ahead } of current.values()) {
        ahead?.input.stop();
        ahead?.typed.take();
      }
    };
  }, []);

  return useMemo(() => {
    const forget: OwnAccepts['forget'] = ({ id }) => {
      accepts.current.get(id)?.ahead?.input.stop();
      accepts.current.get(id)?.ahead?.typed.take();
      accepts.current.delete(id);
    };
    return {
      expect({ id, interactionId }, card, opens) {
        forget({ id });
        accepts.current.set(id, {
          interactionId,
          ahead: opens ? { input: watchInput(page, card ?? undefined), typed: typedAhead(card, platform) } : undefined,
        });
      },
      forget,
      isOwn: (invitationId) => accepts.current.has(invitationId),
      opens: (invitationId) => accepts.current.get(invitationId)?.ahead?.input.none() === true,
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

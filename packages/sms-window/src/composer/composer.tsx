import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Interaction } from '@baton/contracts';
import { draftOf } from '@baton/desktop';
import { useDesktop, useHost, useKeys } from '@baton/module-kit';
import { holdsFocus } from '@baton/ui';
import { useTexts } from '../texts';
import type { Place } from '../window/place';
import { MessageForm } from './message-form';
import { useFocusKept } from './use-focus-kept';

export interface ComposerProps {
  interaction: Interaction;
  place: Place;
  /** Why nothing can be sent now. What is typed stays. */
  blocked: string | undefined;
  /** Whether what stood in its place before had focus. */
  hadFocus: RefObject<boolean>;
  /** The composer goes while the agent writes in it. */
  onTakenAway(): void;
}

/** Where the agent writes. What is typed is kept on this device until it is sent. */
export function Composer({ interaction, place, blocked, hadFocus, onTakenAway }: ComposerProps) {
  const { commands, desktop } = useHost();
  const { t } = useTexts();
  const keys = useKeys()('sms.compose');
  const { id, contact } = interaction;
  const text = useDesktop((state) => draftOf(state, id));

  useFocusKept(place, hadFocus);

  const takenAway = useRef(onTakenAway);
  useLayoutEffect(() => {
    takenAway.current = onTakenAway;
  });
  useLayoutEffect(
    () => () => {
      // Runs while the composer is still in the page.
      const element = place.element();
      if (element && holdsFocus(element)) takenAway.current();
    },
    [place],
  );

  const changeDraft = (next: string) => commands.writeDraft({ interactionId: id, customer: contact.name, text: next });

  const send = (outgoing: string) => {
    // It has been sent, and the empty field is not drawn yet.
    if (draftOf(desktop.getState(), id) !== text) return;
    void commands.sendMessage({ interactionId: id, text: outgoing });
    changeDraft('');
    place.focus();
  };

  return (
    <MessageForm
      label={t('sms.compose.label', { customer: contact.name })}
      contact={contact}
      text={text}
      place={place}
      keys={keys}
      blocked={blocked}
      onEdit={changeDraft}
      onSend={send}
    />
  );
}

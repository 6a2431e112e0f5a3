import { useId } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { maxTextLength } from '@baton/contracts';
import type { Interaction, Preferences } from '@baton/contracts';
import { useHost, useKeys, usePreferences } from '@baton/module-kit';
import { Button, SendIcon } from '@baton/ui';
import { useDraft } from '../drafts/use-draft';
import { countSegments } from '../segments/count-segments';
import { useTexts } from '../texts';
import type { Place } from '../window/place';
import { Counter } from './counter';
import { part } from '../parts';

export interface ComposerProps {
  interaction: Interaction;
  place: Place;
  /** Why nothing can be sent now. What is typed stays. */
  blocked: string | undefined;
  /** The conversation is on its way to somebody else. */
  readOnly: boolean;
}

/** Where the agent writes. What is typed is kept on this device until it is sent. */
export function Composer({ interaction, place, blocked, readOnly }: ComposerProps) {
  const { commands, adapters } = useHost();
  const { t } = useTexts();
  const { sendWith } = usePreferences();
  const keys = useKeys();
  const [text, changeDraft] = useDraft(interaction);
  const id = useId();
  const count = countSegments(text);
  const excess = text.length - maxTextLength;
  const isEmpty = text.trim() === '';
  const tooLong = excess > 0 ? t('sms.compose.tooLong', { limit: maxTextLength, count: excess }) : undefined;
  const obstacle = blocked ?? tooLong;

  const edit = (next: string) => {
    const { segments } = countSegments(next);
    // SW-05: a border crossed while typing; the first message of a text is no border.
    if (segments !== count.segments && segments + count.segments > 1 && segments > 0) {
      adapters.announcer.announce(t('sms.counter.border', { count: segments }));
    }
    changeDraft(next);
  };

  const send = () => {
    if (obstacle !== undefined) adapters.announcer.announce(obstacle, { id: obstacle });
    if (obstacle !== undefined || isEmpty) return;
    void commands.sendMessage({ interactionId: interaction.id, text });
    changeDraft('');
    place.focus();
  };

  return (
    <form
      className="sms-composer"
      part={part('composer')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="b-visually-hidden" htmlFor={`${id}-text`}>
        {t('sms.compose.label', { customer: interaction.contact.name })}
      </label>
      <div className="sms-box" part={part('box')}>
        <textarea
          ref={place.attach}
          id={`${id}-text`}
          className="sms-input"
          part={part('input')}
          rows={2}
          dir={text === '' ? undefined : 'auto'}
          value={text}
          readOnly={readOnly}
          placeholder={t('sms.compose.placeholder')}
          aria-describedby={`${id}-hint ${id}-counter`}
          aria-invalid={tooLong !== undefined || undefined}
          aria-keyshortcuts={keys('sms.compose')}
          onChange={(event) => edit(event.target.value)}
          onKeyDown={(event) => {
            if (!isSendKey(event, sendWith)) return;
            event.preventDefault();
            send();
          }}
        />
        <Button
          type="submit"
          variant="primary"
          icon={SendIcon}
          className="sms-send"
          part={part('send')}
          disabledReason={obstacle ?? (isEmpty ? t('sms.compose.empty') : undefined)}
        >
          <span className="sms-action-name">{t('sms.compose.send')}</span>
        </Button>
      </div>
      <div className="sms-foot">
        <p
          id={`${id}-hint`}
          className={obstacle === undefined ? 'sms-hint' : 'sms-hint sms-obstacle'}
          part={part('hint', obstacle !== undefined && 'hint-obstacle')}
        >
          {obstacle ?? t(sendWith === 'enter' ? 'sms.compose.hint' : 'sms.compose.hint.ctrl')}
        </p>
        <Counter id={`${id}-counter`} text={text} count={count} />
      </div>
    </form>
  );
}

function isSendKey(event: KeyboardEvent, sendWith: Preferences['sendWith']): boolean {
  // Safari ends a composition before the Enter that ended it; 229 is how that one is told.
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return false;
  const plain = !event.shiftKey && !event.altKey;
  const withControl = event.ctrlKey || event.metaKey;
  return plain && withControl === (sendWith === 'ctrlEnter');
}

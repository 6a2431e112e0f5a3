import { useCallback, useId, useLayoutEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { isBlank, maxTextLength } from '@baton/contracts';
import type { Contact, Preferences } from '@baton/contracts';
import { useHost, usePreferences } from '@baton/module-kit';
import { Button, SendIcon } from '@baton/ui';
import type { KeyNames } from '@baton/ui';
import { countSegments } from '../segments/count-segments';
import { Replacing } from '../replacing/replacing';
import { Templates } from '../templates/templates';
import type { ActiveOption, KeyHandler } from '../templates/templates';
import { useTexts } from '../texts';
import type { Place } from '../window/place';
import { Counter } from './counter';
import { priceOf } from './price-of';
import { part } from '../parts';

export interface MessageFormProps {
  /** The name of the text field. */
  label: string;
  contact: Pick<Contact, 'name' | 'address'>;
  text: string;
  place: Place;
  /** The keys that lead to the field. */
  keys?: KeyNames | undefined;
  /** Why nothing can be sent now. It stands below the text. */
  blocked?: string | undefined;
  /** What has to be done before it can be sent. Send says it. */
  missing?: string | undefined;
  /** It is being sent. */
  busy?: boolean;
  onEdit(text: string): void;
  /** Gets what is sent, without the spaces around it. */
  onSend(text: string): void;
}

/** A field for a text message: with templates, how many messages it takes, and what they cost. */
export function MessageForm({
  label,
  contact,
  text,
  place,
  keys,
  blocked,
  missing,
  busy = false,
  onEdit,
  onSend,
}: MessageFormProps) {
  const { agent, adapters, platform = 'other', templates = none, prices, locale } = useHost();
  const { t } = useTexts();
  const { sendWith } = usePreferences();
  const id = useId();
  const outgoing = outgoingOf(text);
  const count = countSegments(outgoing);
  const { name, address } = contact;
  const price = prices && address && priceOf(prices, address, count.segments, locale);
  const excess = outgoing.length - maxTextLength;
  const isEmpty = isBlank(text);
  const tooLong = excess > 0 ? t('sms.compose.tooLong', { limit: maxTextLength, count: excess }) : undefined;
  const obstacle = blocked ?? tooLong;
  const reason = obstacle ?? missing;

  const templateKeys = useRef<KeyHandler>(undefined);
  const [template, setTemplate] = useState<ActiveOption>();
  const field = useRef<HTMLTextAreaElement>(null);
  const attach = useCallback(
    (element: HTMLTextAreaElement | null) => {
      field.current = element;
      place.attach(element);
    },
    [place],
  );

  useLayoutEffect(() => {
    // Not React's `value`: it also writes the default value, after which browsers undo one character at a time.
    const element = field.current;
    if (element && element.value !== text) element.value = text;
  });

  const edit = (next: string) => {
    const { segments } = countSegments(outgoingOf(next));
    // SW-05: a border crossed while typing; the first message of a text is no border.
    if (segments !== count.segments && segments + count.segments > 1 && segments > 0) {
      adapters.announcer.announce(t('sms.counter.border', { count: segments }));
    }
    onEdit(next);
  };

  const send = () => {
    if (reason !== undefined) adapters.announcer.announce(reason, { id: reason });
    if (reason === undefined && !isEmpty && !busy) onSend(outgoing);
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
        {label}
      </label>
      <div
        className="sms-box"
        part={part('box')}
        // All of the frame looks like the field.
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          place.focus();
        }}
      >
        <textarea
          ref={attach}
          id={`${id}-text`}
          className="sms-input"
          part={part('input')}
          rows={2}
          dir={text === '' ? undefined : 'auto'}
          placeholder={t('sms.compose.placeholder', { keys: keys?.printed ?? 'none' })}
          aria-describedby={`${id}-hint ${id}-counter`}
          aria-invalid={tooLong !== undefined || undefined}
          aria-keyshortcuts={keys?.aria}
          onChange={(event) => edit(event.target.value)}
          aria-controls={template?.list}
          aria-activedescendant={template?.option}
          onKeyDown={(event) => {
            if (templateKeys.current?.(event)) {
              event.preventDefault();
              event.stopPropagation();
              return;
            }
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
          reasonOnScreen={obstacle !== undefined}
          busy={busy}
          disabledReason={reason ?? (isEmpty ? t('sms.compose.empty') : undefined)}
        >
          <span className="sms-action-name">{t('sms.compose.send')}</span>
        </Button>
      </div>
      <div className="sms-foot">
        {templates.length > 0 && (
          <Templates
            templates={templates}
            fields={{ agent: agent.name, ...(name && { customer: name }) }}
            field={field}
            text={text}
            onEdit={edit}
            keys={templateKeys}
            onActive={setTemplate}
          />
        )}
        <p
          id={`${id}-hint`}
          className={obstacle === undefined ? 'sms-hint' : 'sms-hint sms-obstacle'}
          part={part('hint', obstacle !== undefined && 'hint-obstacle')}
        >
          {obstacle ??
            (template?.option ? t('sms.templates.hint') : undefined) ??
            t(sendWith === 'enter' ? 'sms.compose.hint' : 'sms.compose.hint.ctrl', { platform })}
        </p>
        <Replacing
          isCostly={count.encoding === 'ucs2' && count.segments > 1}
          text={text}
          messages={count.segments}
          field={field}
          onEdit={edit}
        />
        <Counter id={`${id}-counter`} text={outgoing} count={count} price={price} />
      </div>
    </form>
  );
}

const none = [] as const;

/** What is sent: spaces and lines around a text say nothing, and can cost a message. */
function outgoingOf(text: string): string {
  return text.trim();
}

function isSendKey(event: KeyboardEvent, sendWith: Preferences['sendWith']): boolean {
  if (event.key !== 'Enter') return false;
  // With Control or Command it sends either way, as agents are used to.
  return !event.shiftKey && !event.altKey && (sendWith === 'enter' || event.ctrlKey || event.metaKey);
}

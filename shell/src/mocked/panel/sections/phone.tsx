import { useLayoutEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { maxTextLength } from '@baton/contracts';
import { Button, classNames } from '@baton/ui';
import type { Overview } from '@baton/mocks/browser';

type Conversation = Overview['conversations'][number];

/** A customer's phone: their texts and the agents', and a field to write in. Events of the contact centre are not seen there. */
export function Phone({
  conversation: { contact, texts },
  over,
  onWrite,
}: {
  conversation: Conversation;
  /** Why nothing can be sent. */
  over: string | undefined;
  onWrite(text: string): void;
}) {
  const [draft, setDraft] = useState('');
  const list = useRef<HTMLOListElement>(null);

  // The newest text is seen, as on a phone.
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [texts.length]);

  function send(event: FormEvent) {
    event.preventDefault();
    if (draft.trim() === '') return;
    onWrite(draft);
    setDraft('');
  }

  return (
    <div className="phone" role="group" aria-label={`Phone of ${nameOf(contact)}`}>
      <p className="phone-top">
        <bdi>{nameOf(contact)}</bdi>
      </p>
      <ol ref={list} className="phone-texts" aria-label="Texts" tabIndex={0}>
        {texts.map(({ by, text, pictures }, index) => (
          <li
            key={index}
            className={classNames('phone-text', by === 'customer' ? 'phone-text-own' : 'phone-text-agent')}
          >
            <span className="b-visually-hidden">{by === 'customer' ? 'Sent: ' : 'Received: '}</span>
            {text !== '' && <span dir="auto">{text}</span>}
            {pictures.map((url) => (
              <img key={url} className="phone-picture" src={url} alt="Attachment" />
            ))}
          </li>
        ))}
        {over !== undefined && <li className="phone-note">{over}</li>}
      </ol>
      <form className="phone-compose" onSubmit={send}>
        <input
          className="input phone-input"
          aria-label="Text message"
          dir="auto"
          autoComplete="off"
          maxLength={maxTextLength}
          value={draft}
          onChange={({ currentTarget }) => setDraft(currentTarget.value)}
        />
        <Button
          type="submit"
          size="sm"
          variant="primary"
          disabledReason={over ?? (draft.trim() === '' ? 'Write a text first.' : undefined)}
        >
          Send
        </Button>
      </form>
    </div>
  );
}

/** What a contact is called. */
export function nameOf({ name, address, id }: Conversation['contact']): string {
  return name ?? address?.value ?? id;
}

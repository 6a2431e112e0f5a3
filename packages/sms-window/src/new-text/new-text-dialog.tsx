import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Interaction, RoutingError } from '@baton/contracts';
import { activeInteractions, draftOf, isLive } from '@baton/desktop';
import { foldedText, soughtIn } from '@baton/directory';
import { useDesktop, useHost, useSheet } from '@baton/module-kit';
import { Banner, Button, CloseIcon, IconButton, shallowEqual, useCommand } from '@baton/ui';
import { MessageForm } from '../composer/message-form';
import { part } from '../parts';
import { useTexts } from '../texts';
import { createPlace } from '../window/place';
import { readNumber } from './read-number';
import type { TypedNumber } from './read-number';
import { refusedBecause } from './refused-because';
import { useStored } from './use-stored';
import sheet from './new-text.css';

/** Where the agent writes to a number. What is typed is kept on this device until the backend has taken it. */
export function NewTextDialog({ onClose }: { onClose(): void }) {
  useSheet(sheet);
  const { adapters, bus, commands, desktop, locale } = useHost();
  const { t } = useTexts();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [composer] = useState(createPlace);
  const [typed, setTyped] = useStored('newText.to');
  const [text, setText] = useStored('newText.text');
  const [isLeft, setLeft] = useState(false);
  const [from, setFrom] = useState<string>();
  const [failure, setFailure] = useState<RoutingError>();
  const [commandId, setCommandId] = useState<string>();

  const number = readNumber(typed, locale);
  const senders = useDesktop(({ capabilities }) => capabilities?.senders) ?? none;
  const live = useDesktop(isLive);
  const matches = useDesktop((state) => matching(activeInteractions(state), typed, number), shallowEqual);
  const own = number.state === 'number' ? matches[0] : undefined;
  const begun = useDesktop(({ interactions }) =>
    commandId === undefined ? undefined : Object.values(interactions).find((one) => one.commandId === commandId)?.id,
  );
  const isWrong = isLeft && number.state !== 'number' && number.state !== 'empty' && matches.length === 0;
  const why = failure && refusedBecause(failure);

  useLayoutEffect(() => {
    dialog.current?.showModal();
    field.current?.focus();
  }, []);

  function close() {
    dialog.current?.close();
    onClose();
  }

  function goTo(interactionId: string) {
    // Before the conversation gets the focus: a modal dialog lets nothing beside it have it.
    close();
    void bus.request('interaction.open', { interactionId, focus: true }).catch(() => undefined);
  }

  function openOwn({ id: interactionId, contact }: Interaction) {
    if (text !== '' && draftOf(desktop.getState(), interactionId) === '') {
      commands.writeDraft({ interactionId, customer: contact.name, text });
      setText('');
    }
    setTyped('');
    goTo(interactionId);
  }

  const starting = useCommand(async (outgoing: string) => {
    if (number.state !== 'number') return;
    setFailure(undefined);
    const sender = senders.length > 1 ? (from ?? senders[0]?.id) : undefined;
    const answer = await commands.startInteraction({
      to: number.value,
      text: outgoing,
      ...(sender !== undefined && { from: sender }),
    });
    if (answer.ok) {
      setTyped('');
      setText('');
      setCommandId(answer.value.commandId);
      return;
    }
    const { title, help } = refusedBecause(answer.error);
    adapters.announcer.announce(`${t(title.id, title.values)}. ${t(help.id, help.values)}`, { priority: 'assertive' });
    setFailure(answer.error);
  });

  const whenBegun = useEffectEvent((interactionId: string) => goTo(interactionId));
  useEffect(() => {
    if (begun !== undefined) whenBegun(begun);
  }, [begun]);

  // Another window of the agent was faster.
  const isOwnElsewhere = failure?.code === 'already_open' && own !== undefined;
  const whenOwn = useEffectEvent(() => own && openOwn(own));
  useEffect(() => {
    if (isOwnElsewhere) whenOwn();
  }, [isOwnElsewhere]);

  return (
    <dialog
      ref={dialog}
      className="b-dialog new-text"
      part={part('new-text')}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
    >
      <div className="new-text-head">
        <h2 className="b-dialog-title" id={`${id}-title`}>
          {t('shortcut.sms.new')}
        </h2>
        <IconButton icon={CloseIcon} label={t('common.close')} onClick={close} />
      </div>
      <label htmlFor={`${id}-to`}>{t('newText.to')}</label>
      <input
        ref={field}
        id={`${id}-to`}
        className="sms-field new-text-field"
        part={part('new-text-number')}
        type="text"
        autoComplete="off"
        spellCheck={false}
        dir={typed === '' ? undefined : 'auto'}
        value={typed}
        aria-describedby={`${id}-help`}
        aria-invalid={isWrong || undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          setFailure(undefined);
        }}
        onBlur={() => setLeft(true)}
        onFocus={() => setLeft(false)}
      />
      <p id={`${id}-help`} className={isWrong ? 'new-text-help new-text-wrong' : 'new-text-help'}>
        {own
          ? t('newText.own', { customer: own.contact.name })
          : matches.length === 0 || number.state !== 'noNumber'
            ? t(helps[number.state], { number: number.state === 'number' ? number.display : '' })
            : t('newText.help')}
      </p>
      {matches.length > 0 && (
        <ul role="list" className="new-text-matches">
          {matches.map((match) => (
            <li key={match.id}>
              <Button size="sm" onClick={() => openOwn(match)}>
                {t('newText.open', { customer: match.contact.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {senders.length > 1 && (
        <>
          <label htmlFor={`${id}-from`}>{t('newText.from')}</label>
          <select
            id={`${id}-from`}
            className="sms-field new-text-field"
            part={part('new-text-sender')}
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          >
            {senders.map((sender) => (
              <option key={sender.id} value={sender.id}>
                {sender.name}
              </option>
            ))}
          </select>
        </>
      )}
      {why && (
        <Banner severity="problem" title={t(why.title.id, why.title.values)} help={t(why.help.id, why.help.values)} />
      )}
      <MessageForm
        label={t('newText.text')}
        contact={number.state === 'number' ? { address: { kind: 'phone', value: number.value } } : {}}
        text={text}
        place={composer}
        blocked={live ? undefined : t('connection.needed')}
        missing={
          own
            ? t('newText.own', { customer: own.contact.name })
            : number.state === 'number'
              ? undefined
              : t('newText.needed')
        }
        busy={starting.busy || commandId !== undefined}
        onEdit={setText}
        onSend={starting.run}
      />
    </dialog>
  );
}

const none: readonly { id: string; name: string }[] = [];

const helps = {
  empty: 'newText.help',
  noCountry: 'newText.noCountry',
  tooShort: 'newText.tooShort',
  tooLong: 'newText.tooLong',
  noNumber: 'newText.noNumber',
  number: 'newText.number',
} as const satisfies Record<TypedNumber['state'], string>;

/** The conversations with this number, or with customers whose name has what was typed. */
function matching(conversations: readonly Interaction[], typed: string, number: TypedNumber): readonly Interaction[] {
  if (number.state === 'number') return conversations.filter(({ contact }) => contact.address?.value === number.value);
  const sought = soughtIn(typed);
  if (number.state !== 'noNumber' || sought.length < 2) return [];
  return conversations.filter(({ contact }) => foldedText(contact.name ?? '').includes(sought)).slice(0, 5);
}

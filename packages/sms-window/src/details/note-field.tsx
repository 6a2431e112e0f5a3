import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { maxInteractionNoteLength } from '@baton/contracts';
import type { Interaction } from '@baton/contracts';
import { useDesktop, useHost, useOnLeave } from '@baton/module-kit';
import { Button, classNames } from '@baton/ui';
import { part } from '../parts';
import { useTexts } from '../texts';

/** How long after the last key a note is saved, in milliseconds. */
const pauseMs = 1000;

interface Written {
  text: string;
  state: 'unsaved' | 'saving' | 'failed' | 'saved';
  /** The note that the backend had when this was saved. */
  before?: string | undefined;
}

/** The note on a conversation. It is saved by itself: in each pause, and when the agent leaves the field, the conversation or the page. */
export function NoteField({ interaction }: { interaction: Interaction }) {
  const { id, note } = interaction;
  const ids = { title: useId(), help: useId(), field: useId() };
  const { adapters, clock, commands } = useHost();
  const { t } = useTexts();
  const isOwn = useDesktop(({ interactions }) => interactions[id] !== undefined);
  const canWrite = useDesktop(({ capabilities }) => capabilities?.interactionNotes === true);
  // What is not saved is still there when the field comes again, also after a reload.
  const { storage } = adapters;
  const keys = { text: `note.${id}`, before: `note.${id}.before` };
  const unsaved = useRef(storage.get(keys.text));
  const [written, setWritten] = useState<Written | undefined>(() => {
    const { current: text } = unsaved;
    // Who owned the conversation meanwhile may have written another note: the agent decides whether theirs takes its place.
    return text === undefined ? undefined : { text, state: storage.get(keys.before) === note ? 'unsaved' : 'failed' };
  });
  // The backend has it, in its own form.
  if (written?.state === 'saved' && note !== written.before) setWritten(undefined);

  function keep(text: string | undefined): void {
    const isFirst = unsaved.current === undefined;
    unsaved.current = text;
    if (text === undefined) Object.values(keys).forEach((key) => storage.remove(key));
    else storage.set(keys.text, text);
    if (text !== undefined && isFirst && note !== undefined) storage.set(keys.before, note);
  }

  async function save(): Promise<void> {
    const { current: text } = unsaved;
    if (text === undefined) return;
    setWritten({ text, state: 'saving' });
    const answer = await commands.saveNote({ interactionId: id, text });
    // What has been written since is saved after the next pause.
    if (unsaved.current !== text) return;
    if (answer.ok) keep(undefined);
    else adapters.announcer.announce(t('sms.note.failed'));
    setWritten({ text, state: answer.ok ? 'saved' : 'failed', before: note });
  }

  // What the page that was left has sent has arrived.
  const whenTold = useEffectEvent(() => {
    if (unsaved.current === undefined || unsaved.current !== note) return;
    keep(undefined);
    setWritten(undefined);
  });
  useEffect(() => whenTold(), [note]);

  const isUnsaved = written?.state === 'unsaved';
  const text = written?.text;
  const saveNow = useEffectEvent(() => void save());
  useEffect(() => (isUnsaved ? clock.setTimeout(saveNow, pauseMs) : undefined), [clock, isUnsaved, text]);
  useOnLeave(() => void save());

  if (!canWrite && note === undefined) return null;
  return (
    <div className="sms-interaction-note" part={part('interaction-note')}>
      <h3 id={ids.title} className="sms-details-heading">
        {t('sms.note.title')}
      </h3>
      {canWrite ? (
        <>
          <textarea
            id={ids.field}
            className="sms-interaction-note-field"
            part={part('interaction-note-field')}
            aria-labelledby={ids.title}
            aria-describedby={ids.help}
            dir="auto"
            rows={2}
            maxLength={maxInteractionNoteLength}
            readOnly={!isOwn}
            value={text ?? note ?? ''}
            onChange={({ target }) => {
              keep(target.value);
              setWritten({ text: target.value, state: 'unsaved' });
            }}
            onBlur={() => isUnsaved && void save()}
          />
          <p
            id={ids.help}
            className={classNames(
              'sms-interaction-note-help',
              written?.state === 'failed' && 'sms-interaction-note-failed',
            )}
          >
            {written?.state === 'saving' && t('sms.note.saving')}
            {written?.state === 'saved' && t('sms.note.saved')}
            {written?.state === 'failed' && t('sms.note.failed')}
            {(written === undefined || isUnsaved) && t('sms.note.help')}
          </p>
          {written?.state === 'failed' && (
            <Button size="sm" onClick={() => void save()}>
              {t('common.tryAgain')}
            </Button>
          )}
        </>
      ) : (
        <p className="sms-interaction-note-text">
          <bdi>{note}</bdi>
        </p>
      )}
    </div>
  );
}

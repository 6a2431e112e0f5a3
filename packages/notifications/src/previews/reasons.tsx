import { useLayoutEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useSheet } from '@baton/module-kit';
import { Button, Menu, menuSheet, useAnchored, useDismissOutside } from '@baton/ui';
import type { Placement } from '@baton/ui';
import { maxDeclineReasonLength } from '@baton/contracts';
import { useTexts } from '../texts';
import { part } from '../parts';
import sheet from './reasons.css';
import type { ReasonsProps } from './reject-with-reason';

const placement: Placement = { sides: ['above', 'below'], align: 'end', gap: 4 };

/** The host's reasons for rejecting as a menu, and a field for one of the agent's own. */
export function Reasons({ action, anchor, onClose }: ReasonsProps) {
  const { t } = useTexts();
  const { label, reasons, freeText, perform } = action;
  const [writes, setWrites] = useState(reasons.length === 0);
  useSheet(menuSheet);
  useSheet(sheet);

  function choose(reason: string) {
    onClose('stays');
    perform(reason);
  }

  if (writes) return <OwnWords action={action} anchor={anchor} onClose={onClose} onReason={choose} />;
  return (
    <Menu
      label={label}
      anchor={anchor}
      start="first"
      items={[
        ...reasons.map(({ id, label: name }) => ({ id: `reason-${id}`, label: name, onChoose: () => choose(id) })),
        ...(freeText
          ? [{ id: 'own', label: t('preview.ownReason'), separated: true, onChoose: () => setWrites(true) }]
          : []),
      ]}
      onDismiss={() => onClose('back')}
      onLeave={() => onClose('stays')}
    />
  );
}

function OwnWords({
  action,
  anchor,
  onClose,
  onReason,
}: ReasonsProps & {
  onReason(reason: string): void;
}) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useAnchored(place, anchor, placement);
  useDismissOutside(place, anchor, (by) => onClose(by === 'press' ? 'back' : 'stays'));
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    const words = field.current?.value.trim().toWellFormed() ?? '';
    if (words === '') field.current?.focus();
    else onReason(words);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose('back');
  }

  return (
    <div
      ref={place}
      popover="manual"
      role="dialog"
      aria-label={action.label}
      className="preview-own-reason"
      part={part('own-reason')}
      onKeyDown={onKeyDown}
    >
      <form onSubmit={submit}>
        <label>
          <span>{t('preview.ownReason.label')}</span>
          <input ref={field} required maxLength={maxDeclineReasonLength} dir="auto" autoComplete="off" />
        </label>
        <div className="preview-own-reason-buttons">
          <Button size="sm" onClick={() => onClose('back')}>
            {t('preview.ownReason.cancel')}
          </Button>
          <Button size="sm" type="submit" disabledReason={action.obstacle}>
            {t('preview.reject')}
          </Button>
        </div>
      </form>
    </div>
  );
}

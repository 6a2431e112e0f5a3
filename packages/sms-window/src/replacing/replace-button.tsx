import { useState } from 'react';
import { Button } from '@baton/ui';
import { countSegments } from '../segments/count-segments';
import { useTexts } from '../texts';
import { part } from '../parts';
import { plainText } from './plain-text';
import type { ReplacingProps } from './replacing';

/** Replaces the characters for which the text takes more messages, and takes that back. Nothing is replaced unasked. */
export function ReplaceButton({ text, messages, field, onEdit }: ReplacingProps) {
  const { t } = useTexts();
  const [replaced, setReplaced] = useState<{ before: string; after: string }>();
  const plain = plainText(text);
  const count = plain === undefined ? messages : countSegments(plain.trim()).segments;

  const edit = (next: string, placeOf: (at: number) => number) => {
    const element = field.current;
    if (element) {
      const { selectionStart, selectionEnd } = element;
      element.value = next;
      element.setSelectionRange(placeOf(selectionStart), placeOf(selectionEnd));
    }
    onEdit(next);
  };
  const undo = replaced?.after === text && replaced.before;
  const replace = () => {
    if (plain === undefined) return;
    setReplaced({ before: text, after: plain });
    edit(plain, (at) => (plainText(text.slice(0, at)) ?? text.slice(0, at)).length);
  };

  if (undo === false && count >= messages) return null;
  return (
    <Button
      type="button"
      variant="quiet"
      size="sm"
      part={part('replace')}
      // Who writes keeps writing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (undo === false ? replace() : edit(undo, () => undo.length))}
    >
      {undo === false ? t('sms.replace', { count }) : t('sms.replace.undo')}
    </Button>
  );
}

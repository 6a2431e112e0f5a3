import { useEffect, useState } from 'react';
import type { Interaction } from '@baton/contracts';
import { useHost } from '@baton/module-kit';
import { draftKey, readDraft, writeDraft } from './drafts';

/** The draft of an interaction, kept on this device with every change and followed from other windows. */
export function useDraft({ id, contact }: Interaction): [text: string, change: (text: string) => void] {
  const { storage } = useHost().adapters;
  const [text, setText] = useState(() => readDraft(storage, id));

  useEffect(() => storage.watch(draftKey(id), () => setText(readDraft(storage, id))), [storage, id]);

  return [
    text,
    (next) => {
      setText(next);
      writeDraft(storage, { interactionId: id, customer: contact.name, text: next });
    },
  ];
}

import { useState } from 'react';
import { useHost } from '@baton/module-kit';

/** A text that this device keeps until the agent signs out. Empty: it keeps none. */
export function useStored(key: string): [text: string, write: (text: string) => void] {
  const { storage } = useHost().adapters;
  const [text, setText] = useState(() => storage.get(key) ?? '');
  return [
    text,
    (next) => {
      setText(next);
      if (next === '') storage.remove(key);
      else storage.set(key, next);
    },
  ];
}

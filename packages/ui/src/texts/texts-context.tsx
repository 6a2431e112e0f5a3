import { createContext, use, type ReactNode } from 'react';
import type { Texts } from './create-texts';
import { balanced } from './isolate';

const TextsContext = createContext<Texts | undefined>(undefined);

/** Provides texts to the components inside. */
export function TextsProvider({ texts, children }: { texts: Texts; children: ReactNode }) {
  return <TextsContext value={texts}>{children}</TextsContext>;
}

/** The texts of the desktop; `Id` narrows them to the ids of a catalogue. Throws outside a TextsProvider. */
export function useTexts<Id extends string = string>(): Texts<Id> {
  const texts = use(TextsContext);
  if (!texts) throw new Error('useTexts needs a TextsProvider around it');
  return texts;
}

/**
 * A message whose values are isolated from the text around them: a name in Arabic does not change the order of an English
 * sentence.
 */
export function Text({ id, values }: { id: string; values: Readonly<Record<string, ReactNode>> }) {
  const isolated = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' || value === undefined
        ? value
        : { node: typeof value === 'string' ? balanced(value) : value },
    ]),
  );
  return useTexts()
    .parts<{ node: ReactNode }>(id, isolated)
    .map((piece, index) =>
      typeof piece === 'string' ? (
        <span key={index}>{piece}</span>
      ) : (
        // Strings are names and what people wrote; an element decides for itself.
        <bdi key={index} translate={typeof piece.node === 'string' ? 'no' : undefined}>
          {piece.node}
        </bdi>
      ),
    );
}

import { createContext } from 'react';
import type { ReactNode } from 'react';

/** How texts of messages are drawn while the agent looks for something in them. */
export interface Marks {
  /** Draws the pieces of a text, with what is looked for marked across them. */
  draw(pieces: readonly string[], isCurrent: boolean): readonly ReactNode[];
  /** Index of the message that is shown of those that match. */
  current: number | undefined;
}

/** Undefined while the agent looks for nothing. */
export const MarksContext = createContext<Marks | undefined>(undefined);

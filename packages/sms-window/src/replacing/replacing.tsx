import { useState } from 'react';
import type { RefObject } from 'react';
import { onDemand, useOnDemand } from '@baton/module-kit';

export interface ReplacingProps {
  text: string;
  /** How many messages it takes. */
  messages: number;
  /** Where the agent writes. */
  field: RefObject<HTMLTextAreaElement | null>;
  /** Writes another text. */
  onEdit(text: string): void;
}

/** The offer to replace special characters, by code that is fetched when they cost a message for the first time. */
export function Replacing({ isCostly, ...props }: ReplacingProps & { isCostly: boolean }) {
  const [isWanted, setWanted] = useState(isCostly);
  if (isCostly && !isWanted) setWanted(true);
  return isWanted ? <Loaded {...props} /> : null;
}

const code = onDemand(() => import(/* webpackChunkName: "replace-button" */ './replace-button'));

/** Without the code there is no offer: the counter says what the characters cost all the same. */
function Loaded(props: ReplacingProps) {
  const button = useOnDemand(code);
  return button.state === 'ready' ? <button.code.ReplaceButton {...props} /> : null;
}

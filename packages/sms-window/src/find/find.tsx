import type { RefObject } from 'react';
import type { Message } from '@baton/contracts';
import { onDemand, useOnDemand } from '@baton/module-kit';
import { ErrorState } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { useTexts } from '../texts';
import type { Earlier } from '../transcript/use-earlier';
import type { Reading } from '../transcript/use-reading';
import type { Marks } from './marks';
import type { FindControl } from './use-find';

const code = onDemand(() => import(/* webpackChunkName: "find" */ './find-bar'));

export interface FindProps {
  find: FindControl;
  /** The messages that are loaded, oldest first. */
  messages: readonly Message[];
  earlier: Earlier;
  reader: Reader;
  log: RefObject<HTMLElement | null>;
  bring: Reading['bring'];
  onMarks(marks: Marks | undefined): void;
}

/** Finds texts in the conversation, by code that is fetched on demand. What is typed until it is here is not lost. */
export function Find(props: FindProps) {
  const { t } = useTexts();
  const bar = useOnDemand(code);
  if (bar.state === 'ready') return <bar.code.FindBar {...props} />;
  if (bar.state === 'failed') return <ErrorState title={t('sms.find.failed')} onRetry={bar.retry} />;
  return <input ref={props.find.field} aria-label={t('shortcut.sms.find')} />;
}

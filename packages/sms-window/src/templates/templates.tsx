import type { KeyboardEvent, RefObject } from 'react';
import type { TextTemplate } from '@baton/contracts';
import { onDemand, useOnDemand } from '@baton/module-kit';
import type { Fields } from './fill-in';

/** Whether a key was meant for the list, which has then done what it means. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

export interface TemplatesProps {
  templates: readonly TextTemplate[];
  fields: Fields;
  /** Where the agent writes, and what stands there. */
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** Writes another text. */
  onEdit(text: string): void;
  /** Gets what takes keys of the field while the list is open. */
  keys: RefObject<KeyHandler | undefined>;
  /** Tells which option of which list the keys lead to; none while no list is open. */
  onActive(active: ActiveOption | undefined): void;
}

export interface ActiveOption {
  list: string;
  /** None when no template fits. */
  option: string | undefined;
}

const code = onDemand(() => import(/* webpackChunkName: "templates" */ './template-list'));

/** Texts of the host that the agent can begin with, by code that is fetched once there is a composer. */
export function Templates(props: TemplatesProps) {
  const list = useOnDemand(code);
  // Its place is kept, so that nothing moves when it comes.
  return list.state === 'ready' ? <list.code.TemplateList {...props} /> : <span className="sms-templates-place" />;
}

import type { Adapter } from '@baton/adapter-kit';
import type { AgentRef, Clock } from '@baton/contracts';
import type { WorkspaceApi } from './api';
import type { Operations } from './operations';
import type { CheckedOptions } from './options';

/** What the parts of the adapter share. */
export interface Context {
  options: CheckedOptions;
  me: AgentRef;
  clock: Clock;
  api: WorkspaceApi;
  operations: Operations;
  tell: Adapter['tell'];
}

/** The address of a conversation in the API. */
export function pathOf({ options }: Pick<Context, 'options'>, interactionId: string, verb: string): string {
  return `/media/${options.mediaType}/interactions/${encodeURIComponent(interactionId)}/${verb}`;
}

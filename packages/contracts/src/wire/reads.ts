import * as v from 'valibot';
import { Id } from '../domain/agent';
import { EarlierInteractionPage } from '../domain/earlier-interaction';
import { MessagePage } from '../domain/message';
import type { Known } from '../domain/open-set';
import { TargetPage, TargetQuery, maxPageSize } from './directory';
import type { RoutingErrorCode } from './errors';
import { Snapshot } from './snapshot';

const described = <Query extends v.GenericSchema, Answer extends v.GenericSchema>(
  read: Facts & { query: Query; answer: Answer },
) => read;

interface Facts {
  /**
   * Relative to the backend's base URL. `:name` is replaced by the query's field of that name; the other fields form
   * the query string.
   */
  path: string;
  /** Refusals besides `validation` and `unauthenticated`. */
  refusals: readonly Known<RoutingErrorCode>[];
  /** The capability without which desktops do not send it. */
  capability?: 'earlierInteractions' | 'favourites' | 'recents';
}

const nothing = v.record(v.string(), v.never());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Maximum number of entries in the answer. */
const limit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxPageSize)));

const table = {
  /** Everything that the agent's desktop needs to start, with the cursor to follow events from. */
  snapshot: described({ path: 'v1/snapshot', query: nothing, answer: Snapshot, refusals: [] }),
  /** Searches the directory. */
  searchTargets: described({ path: 'v1/targets', query: TargetQuery, answer: TargetPage, refusals: [] }),
  /** The agent's favourite targets. */
  favourites: described({
    path: 'v1/targets/favourites',
    query: nothing,
    answer: TargetPage,
    refusals: [],
    capability: 'favourites',
  }),
  /** The targets that the agent has used last, newest first. */
  recents: described({
    path: 'v1/targets/recents',
    query: nothing,
    answer: TargetPage,
    refusals: [],
    capability: 'recents',
  }),
  /**
   * The conversations with the customer that ended before this one of the agent's, latest end first; with `before`, those
   * that follow the one of that id. The agent may read their `messages`, too.
   */
  earlierInteractions: described({
    path: 'v1/interactions/:interactionId/earlier',
    query: v.strictObject({ interactionId: Id, before: v.optional(Id), limit }),
    answer: EarlierInteractionPage,
    refusals: ['forbidden', 'not_found', 'gone'],
    capability: 'earlierInteractions',
  }),
  /** The last messages of a conversation before an index, in order. */
  messages: described({
    path: 'v1/interactions/:interactionId/messages',
    query: v.strictObject({ interactionId: Id, before: v.optional(count), limit }),
    answer: MessagePage,
    refusals: ['forbidden', 'not_found', 'gone'],
  }),
};

export type ReadName = keyof typeof table;
/** The query of a read. */
export type ReadQuery<N extends ReadName> = v.InferInput<(typeof table)[N]['query']>;
/** The answer of a read. */
export type ReadAnswer<N extends ReadName> = v.InferOutput<(typeof table)[N]['answer']>;

/** A read of the backend. It can be repeated; without an answer it fails with `backend_unavailable`. */
export interface Read<N extends ReadName> extends Facts {
  query: v.GenericSchema<unknown, ReadQuery<N>>;
  answer: v.GenericSchema<unknown, ReadAnswer<N>>;
}

/**
 * All reads of the backend. The HTTP client, the checks of a host's own backend, the mock and the OpenAPI document are
 * derived from this table.
 */
export const reads: { readonly [N in ReadName]: Read<N> } = table;

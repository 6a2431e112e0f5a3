import {
  EarlierInteractionPage,
  MessagePage,
  TargetPage,
  TargetQuery,
  createReads,
  maxPageSize,
  reads,
} from '@baton/contracts';
import type { Clock, EarlierInteraction, Random, ReadAnswer, ReadName, Result, RoutingReads } from '@baton/contracts';
import * as v from 'valibot';
import { failure, failureOf } from './failure';
import { checked } from './adapter-error';
import type { SaidMessage, SaidTarget } from './news';
import { refuse } from './refusal';
import { messageFrom } from './step';
import { messagesOf } from './reported';
import type { Reported } from './reported';

/** Reads of the product. A rejection becomes `backend_unavailable`; `refuse(…)` sets another code. */
export interface AdapterReads {
  /**
   * Searches the directory. `total` is the number of all matches, `next` the cursor of the next page. Without both the
   * result has to be complete, and the kit divides it into pages.
   */
  searchTargets(
    query: v.InferOutput<typeof TargetQuery>,
  ): Promise<{ targets: SaidTarget[]; total?: number; next?: string }>;
  /**
   * The last messages of a conversation before an index, in order, each with its `index`. Without this function the kit
   * answers from the reported messages; then conversations have to be reported completely.
   */
  messages?(query: {
    interactionId: string;
    before?: number;
    limit: number;
  }): Promise<(SaidMessage & { index: number })[]>;
  /**
   * The customer's conversations that ended before this one, latest end first, at most `limit`, or one more to say that
   * there are more; with `before`, those that follow the one of that id. Only with the capability of that name; then
   * `messages` reads them, too.
   */
  earlierInteractions?(query: { interactionId: string; before?: string; limit: number }): Promise<EarlierInteraction[]>;
  /** The agent's favourites; only with the capability of that name. */
  favourites?(): Promise<SaidTarget[]>;
  /** The targets that the agent used last, newest first; only with the capability of that name. */
  recents?(): Promise<SaidTarget[]>;
  /**
   * Called before each snapshot, to read the product and report the result. For products whose pushes may get lost:
   * desktops take a snapshot when they do not know the outcome of a command.
   */
  refresh?(): Promise<void>;
}

/** What the reads need from the adapter. */
export interface ReadsContext {
  clock: Clock;
  random: Random;
  reported(): Reported;
  /** The position of the last step. */
  cursor(): number;
  commandOf(messageId: string): string | undefined;
  snapshot(): Promise<ReadAnswer<'snapshot'>>;
}

type Answers = { [N in ReadName]: (query: unknown) => Promise<ReadAnswer<N>> };

/** Makes the reads of a backend. Their answers have the version at the time of the request: later reports are newer. */
export function createAdapterReads(product: AdapterReads, context: ReadsContext): RoutingReads {
  const { clock, random, cursor } = context;
  const pageOf = (targets: readonly SaidTarget[], version: number, rest: object = {}) =>
    checked(
      'reads: a page of targets',
      TargetPage,
      { ...rest, targets: targets.map((target) => ({ ...target, version })), at: clock.now() },
      'Give each a Target of @baton/contracts, without version.',
    );
  const list = async (read: (() => Promise<SaidTarget[]>) | undefined) => {
    if (!read) return refuse('unsupported', 'The product has no such list.');
    const version = cursor();
    const targets = await read();
    return pageOf(targets, version, { total: targets.length });
  };

  const answers: Answers = {
    snapshot: () => context.snapshot(),
    async searchTargets(query) {
      const version = cursor();
      const parsed = v.parse(TargetQuery, query);
      const { targets, ...rest } = await product.searchTargets(parsed);
      if (rest.total !== undefined || rest.next !== undefined) return pageOf(targets, version, rest);
      const from = Number(parsed.cursor ?? 0);
      const to = from + parsed.limit;
      const more = { total: targets.length, ...(to < targets.length && { next: `${to}` }) };
      return pageOf(targets.slice(from, to), version, more);
    },
    favourites: () => list(product.favourites),
    recents: () => list(product.recents),
    async earlierInteractions(query) {
      const { interactionId, before, limit = maxPageSize } = v.parse(reads.earlierInteractions.query, query);
      if (!product.earlierInteractions) return refuse('unsupported', 'The product has no earlier conversations.');
      const given = { interactionId, limit, ...(before !== undefined && { before }) };
      const interactions = await product.earlierInteractions(given);
      const page = { interactions: interactions.slice(0, limit), more: interactions.length > limit };
      return checked('reads.earlierInteractions', EarlierInteractionPage, page, 'Give each an EarlierInteraction.');
    },
    async messages(query) {
      const { interactionId, before, limit = maxPageSize } = v.parse(reads.messages.query, query);
      const page = { interactionId, limit, ...(before !== undefined && { before }) };
      const version = cursor();
      const messages = product.messages
        ? (await product.messages(page)).map((said) =>
            messageFrom(said, { ...context, version, at: clock.now() }, said.index),
          )
        : pageBefore(context.reported(), page);
      const earlier = (messages[0]?.index ?? 0) > 0;
      return checked('reads.messages', MessagePage, { interactionId, messages, earlier }, 'Give messages in order.');
    },
  };

  return createReads(async (name, query) => answer(name, query));

  async function answer<N extends ReadName>(name: N, query: unknown): Promise<Result<ReadAnswer<N>>> {
    const read = v.safeParse(reads[name].query, query);
    if (!read.success) return failure('validation', v.summarize(read.issues), random);
    try {
      return { ok: true, value: await answers[name](query) };
    } catch (cause) {
      return failureOf(cause, 'backend_unavailable', random);
    }
  }
}

function pageBefore(
  reported: Reported,
  { interactionId, before = Infinity, limit }: { interactionId: string; before?: number; limit: number },
) {
  if (!reported.interactions.has(interactionId)) return refuse('not_found', 'The agent has no such conversation.');
  return messagesOf(reported, interactionId)
    .filter(({ index }) => index < before)
    .slice(-limit);
}

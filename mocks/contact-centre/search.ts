import { targetKey } from '@baton/contracts';
import type { PresenceState, Target, TargetKind, TargetPage, TargetQuery, TargetRef } from '@baton/contracts';
import { directoryShownTo, targetsFor } from './directory';
import { refuse } from './inputs';
import type { Answer } from './inputs';
import type { CentreState } from './state';
import { find } from './state';
import { targetListsOf } from './target-lists';

/**
 * Searches the directory for an agent at the time `at`: every word of the query
 * begins a word of name, nickname, address or type, whatever its case and
 * accents. Ready ones come first, then favourites, then by name. The order is
 * that of the moment, so a target may move between two pages.
 */
export function searchTargets(state: CentreState, agentId: string, query: TargetQuery, at: number): Answer<TargetPage> {
  const { limit = 50, cursor = '0' } = query;
  if (!/^\d{1,9}$/.test(cursor)) return { ok: false, problem: refuse('validation', `No page begins at "${cursor}"`) };
  const wanted = wordsOf(query.query ?? '');
  return page(state, agentId, at, (targets) => {
    const favourites = new Set(targetListsOf(state, agentId).favourites.map(targetKey));
    const matches = [...targets.values()]
      .filter((target) => !query.kinds || query.kinds.includes(target.kind))
      .filter((target) => matchesAll(target, wanted))
      .sort(
        (a, b) =>
          rank(a) - rank(b) ||
          (wanted.length > 0 ? Number(favourites.has(targetKey(b))) - Number(favourites.has(targetKey(a))) : 0) ||
          collator.compare(a.name, b.name) ||
          (targetKey(a) < targetKey(b) ? -1 : 1),
      );
    const start = Number(cursor);
    const end = start + limit;
    return {
      targets: matches.slice(start, end),
      total: matches.length,
      ...(end < matches.length && { next: String(end) }),
    };
  });
}

/** An agent's favourites that still exist, oldest first. */
export function favourites(state: CentreState, agentId: string, at: number): Answer<TargetPage> {
  return listed(state, agentId, at, targetListsOf(state, agentId).favourites);
}

/** The last targets an agent has used that still exist, newest first. */
export function recents(state: CentreState, agentId: string, at: number): Answer<TargetPage> {
  return listed(state, agentId, at, targetListsOf(state, agentId).recents);
}

function listed(state: CentreState, agentId: string, at: number, refs: readonly TargetRef[]): Answer<TargetPage> {
  return page(state, agentId, at, (all) => {
    const targets = refs.flatMap((ref) => all.get(targetKey(ref)) ?? []);
    return { targets, total: targets.length };
  });
}

function page(
  state: CentreState,
  agentId: string,
  at: number,
  choose: (targets: ReturnType<typeof targetsFor>) => Omit<TargetPage, 'at'>,
): Answer<TargetPage> {
  if (!find(state.agents, agentId)) return { ok: false, problem: refuse('not_found', `No agent "${agentId}"`) };
  const view = directoryShownTo(state, agentId, at);
  return { ok: true, value: { ...choose(targetsFor(view, agentId, state.cursor)), at: view.at } };
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const typeWords: Record<TargetKind, string> = {
  agent: 'agent',
  agentGroup: 'agent group',
  skill: 'skill',
  queue: 'queue',
  routingPoint: 'routing point',
};

const presenceRanks: Record<PresenceState, number> = {
  ready: 0,
  busy: 1,
  notReady: 2,
  afterCallWork: 2,
  unknown: 3,
  offline: 3,
};

function rank(target: Target): number {
  if (target.kind === 'agent') return presenceRanks[target.presence.state];
  if (target.figures.ready > 0) return presenceRanks.ready;
  return !target.sms.available && target.sms.reason === 'noAgents' ? presenceRanks.offline : presenceRanks.notReady;
}

function matchesAll(target: Target, wanted: readonly string[]): boolean {
  const nickname = target.kind === 'agent' ? target.nickname : undefined;
  const texts = [target.name, nickname ?? '', target.address, typeWords[target.kind]].map(fold);
  const words = texts.flatMap((text) => [...text.split(/\s+/), ...text.split(/[^\p{L}\p{N}]+/u)]);
  return wanted.every((prefix) => words.some((word) => word.startsWith(prefix)));
}

function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

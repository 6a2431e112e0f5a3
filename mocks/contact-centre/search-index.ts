import { targetKey } from '@baton/contracts';
import type { KnownTargetKind } from '@baton/contracts';
import type { AgentRecord, SearchEntry, PoolRecord } from './state';

/** The search index of agents and pools, in the order of their names. */
export function searchIndexOf(agents: readonly AgentRecord[], pools: readonly PoolRecord[]): SearchEntry[] {
  const targets = [...agents.map((agent) => ({ ...agent, kind: 'agent' as const })), ...pools];
  return targets
    .map((target) => ({ target, key: targetKey(target) }))
    .sort((a, b) => collator.compare(a.target.name, b.target.name) || (a.key < b.key ? -1 : 1))
    .map(({ target, key }) => ({ key, words: wordsOf(target) }));
}

/** Whether each prefix begins a word of the entry. */
export function matchesAll({ words }: SearchEntry, prefixes: readonly string[]): boolean {
  return prefixes.every((prefix) => words.includes(` ${prefix}`));
}

/** The words of a query, normalised like those of the index. */
export function prefixesIn(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const typeWords: Record<KnownTargetKind, string> = {
  agent: 'agent',
  agentGroup: 'agent group',
  skill: 'skill',
  queue: 'queue',
  routingPoint: 'routing point',
};

function wordsOf(target: {
  readonly kind: KnownTargetKind;
  readonly name: string;
  readonly nickname?: string;
  readonly address: string;
}): string {
  const { kind, name, nickname = '', address } = target;
  const texts = [name, nickname, address, typeWords[kind]].map(fold);
  const words = texts.flatMap((text) => [...text.split(/\s+/), ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words)].map((word) => ` ${word}`).join('');
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

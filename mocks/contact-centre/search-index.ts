import { byName, rankOf, TargetIndex, wordsOf } from '@baton/directory';
import type { IndexAnswer, IndexQuery } from '@baton/directory';
import { targetKey, targetKinds } from '@baton/contracts';
import type { KnownTargetKind } from '@baton/contracts';
import { targetFor } from './directory';
import type { Searcher } from './directory';
import type { Entry } from './state';
import { changesBetween, emptyTable } from './table';
import type { Table } from './table';

/**
 * The index of a directory. It is kept beside the state, from which it follows, and brought up to date with what has
 * changed since the last search.
 */
export class DirectoryIndex {
  private readonly index = new TargetIndex(byName('en'));
  private readonly namesKnown = new Map<string, readonly string[]>();
  private entries: Table<Entry> = emptyTable;

  /** Searches a directory that has these entries. */
  search(entries: Table<Entry>, query: IndexQuery): IndexAnswer {
    this.follow(entries);
    return this.index.search(query);
  }

  private follow(entries: Table<Entry>): void {
    for (const { before, after } of changesBetween(this.entries, entries)) {
      if (!after) {
        if (before) this.index.remove(targetKey(before));
      } else if (before && hasSameTexts(before, after)) {
        this.index.setRank(targetKey(after), rankFor(after));
      } else {
        this.index.put({ ...after, words: this.wordsFor(after), rank: rankFor(after) });
      }
    }
    this.entries = entries;
  }

  private wordsFor(entry: Entry): string[] {
    const { kind, name, address } = entry;
    const nickname = nicknameOf(entry);
    return [
      ...this.wordsOfName(name),
      ...(nickname === undefined ? [] : wordsOf(nickname)),
      ...wordsOf(address),
      ...typeWords[kind],
    ];
  }

  /** Kept: of a hundred thousand names most occur several times. */
  private wordsOfName(name: string): readonly string[] {
    const words = this.namesKnown.get(name) ?? wordsOf(name);
    this.namesKnown.set(name, words);
    return words;
  }
}

/** An agent whom nothing in the directory concerns. */
const nobody: Searcher = { id: '', pools: [], permitted: targetKinds };

function rankFor(entry: Entry): number {
  // An agent's rank is in their presence alone.
  if (entry.kind === 'agent') return rankOf({ ...entry, version: 0, sms: { available: 'unknown' } });
  return rankOf(targetFor(entry, nobody, 0));
}

const typeWords: Record<KnownTargetKind, readonly string[]> = {
  agent: wordsOf('agent'),
  agentGroup: wordsOf('agent group'),
  skill: wordsOf('skill'),
  queue: wordsOf('queue'),
  routingPoint: wordsOf('routing point'),
};

function hasSameTexts(one: Entry, other: Entry): boolean {
  return one.name === other.name && nicknameOf(one) === nicknameOf(other) && one.address === other.address;
}

function nicknameOf(entry: Entry): string | undefined {
  return entry.kind === 'agent' ? entry.nickname : undefined;
}

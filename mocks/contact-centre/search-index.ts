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
      } else if (before && textsOf(before).join() === textsOf(after).join()) {
        this.index.setRank(targetKey(after), rankFor(after));
      } else {
        const words = textsOf(after).flatMap(wordsOf);
        this.index.put({ ...after, words, rank: rankFor(after) });
      }
    }
    this.entries = entries;
  }
}

/** An agent whom nothing in the directory concerns. */
const nobody: Searcher = { id: '', pools: [], permitted: targetKinds };

function rankFor(entry: Entry): number {
  return rankOf(targetFor(entry, nobody, 0));
}

const typeWords: Record<KnownTargetKind, string> = {
  agent: 'agent',
  agentGroup: 'agent group',
  skill: 'skill',
  queue: 'queue',
  routingPoint: 'routing point',
};

function textsOf(entry: Entry): string[] {
  const nickname = entry.kind === 'agent' ? entry.nickname : undefined;
  return [entry.name, nickname ?? '', entry.address, typeWords[entry.kind]];
}

import { targetKey } from '@baton/contracts';
import type { KnownTargetKind, TargetKey } from '@baton/contracts';
import { readingsOf } from './query';
import type { Reading, Term } from './query';
import { rankCount } from './ranking';
import type { Named, NameOrder } from './ranking';
import { mergeSorted, Vocabulary } from './vocabulary';

/** What an index holds of a target. */
export interface Listing extends Named {
  /** By which it is found: see `wordsOf`. */
  readonly words: readonly string[];
  /** How soon it can take a conversation: see `rankOf`. */
  readonly rank: number;
}

export interface IndexQuery {
  readonly query: string;
  /** Default: all. */
  readonly kinds?: readonly KnownTargetKind[] | undefined;
  /** Targets that come first among those of their rank. */
  readonly preferred?: readonly TargetKey[];
  /** Ranks that are others for whoever asks. */
  readonly ranks?: ReadonlyMap<TargetKey, number>;
  /** The part that is wanted: from the number `start` up to `end`, which is left out. */
  readonly start: number;
  readonly end: number;
}

export interface IndexAnswer {
  /** In order: by rank, the preferred ones of a rank first, then by name. */
  readonly keys: readonly TargetKey[];
  /** How many targets match. */
  readonly total: number;
  /** How many entries were looked at. */
  readonly looked: number;
}

/** Of fewer than every so many targets, looking for the first ones in order is not worth it. */
const sparse = 20;

/**
 * An index of targets that is kept: it is told what changes. What a search costs grows with what its words find, what a
 * change of rank costs with nothing.
 */
export class TargetIndex {
  private readonly vocabulary = new Vocabulary();
  private readonly slots = new Map<TargetKey, number>();
  // By slot.
  private readonly listings: ((Named & { readonly key: TargetKey }) | undefined)[] = [];
  private readonly ranks: number[] = [];
  private readonly marks: number[] = [];
  private readonly places: number[] = [];

  /** Slots in the order of names, with some that are empty. */
  private inOrder: number[] = [];
  private fresh: number[] = [];
  private emptied = new Set<number>();
  private free: number[] = [];
  private mark = 0;
  private looked = 0;

  constructor(private readonly order: NameOrder) {}

  /** Adds a target, or replaces it. */
  put({ kind, id, name, words, rank }: Listing): void {
    const key = targetKey({ kind, id });
    this.remove(key);
    const slot = this.free.pop() ?? this.listings.length;
    this.slots.set(key, slot);
    this.listings[slot] = { key, kind, id, name };
    this.ranks[slot] = rank;
    this.marks[slot] = 0;
    for (const word of words) this.vocabulary.add(word, slot);
    this.fresh.push(slot);
  }

  /** Notes how soon a target can take a conversation. Does nothing for one that is not there. */
  setRank(key: TargetKey, rank: number): void {
    const slot = this.slots.get(key);
    if (slot !== undefined) this.ranks[slot] = rank;
  }

  remove(key: TargetKey): void {
    const slot = this.slots.get(key);
    if (slot === undefined) return;
    this.slots.delete(key);
    this.listings[slot] = undefined;
    this.emptied.add(slot);
    if (this.emptied.size > this.slots.size) this.sweep();
  }

  search({ query, kinds, preferred = [], ranks, start, end }: IndexQuery): IndexAnswer {
    this.settle();
    this.looked = 0;
    const readings = readingsOf(query);
    let found = readings.length === 0 ? this.fitting(this.inOrder, kinds) : [];
    for (const reading of readings) {
      found = this.fitting(this.slotsOf(reading), kinds);
      if (found.length > 0) break;
    }
    const keys = this.page(this.grouped(found, preferred, ranks), readings.length === 0, start, end);
    return { keys, total: found.length, looked: this.looked };
  }

  private fitting(slots: readonly number[], kinds: readonly KnownTargetKind[] | undefined): number[] {
    this.looked += slots.length;
    return slots.filter((slot) => {
      const listing = this.listings[slot];
      return listing !== undefined && (!kinds || kinds.includes(listing.kind));
    });
  }

  private slotsOf(reading: Reading): readonly number[] {
    return this.inAll(reading.map((term) => () => this.slotsOfTerm(term)));
  }

  private slotsOfTerm(term: Term): readonly number[] {
    return this.union(term.map((prefixes) => this.inAll(prefixes.map((prefix) => () => this.slotsOfPrefix(prefix)))));
  }

  private slotsOfPrefix(prefix: string): readonly number[] {
    return this.union(this.vocabulary.startingWith(prefix));
  }

  private union(lists: Iterable<readonly number[]>): readonly number[] {
    this.mark += 1;
    const mark = this.mark;
    const all: number[] = [];
    for (const list of lists) {
      this.looked += list.length;
      for (const slot of list) {
        if (this.marks[slot] === mark) continue;
        this.marks[slot] = mark;
        all.push(slot);
      }
    }
    return all;
  }

  /** What is in all of these lists. The later ones are not looked up once nothing is left. */
  private inAll(lists: readonly (() => readonly number[])[]): readonly number[] {
    const [first, ...others] = lists;
    return others.reduce((left, list) => {
      if (left.length === 0) return left;
      const slots = list();
      this.mark += 1;
      for (const slot of slots) this.marks[slot] = this.mark;
      return left.filter((slot) => this.marks[slot] === this.mark);
    }, first?.() ?? []);
  }

  /** Slots by rank, the preferred ones of a rank before the others. */
  private grouped(
    found: readonly number[],
    preferred: readonly TargetKey[],
    ranks: ReadonlyMap<TargetKey, number> | undefined,
  ): number[][] {
    const special = new Map<number, number>();
    for (const [key, rank] of ranks ?? []) this.note(special, key, 2 * rank + 1);
    for (const key of preferred) this.note(special, key, 2 * (ranks?.get(key) ?? this.rankOf(key)));
    this.mark += 1;
    for (const slot of special.keys()) this.marks[slot] = this.mark;
    const groups = Array.from({ length: 2 * rankCount }, (): number[] => []);
    for (const slot of found) {
      // A map would be asked for all of them.
      const own = this.marks[slot] === this.mark ? special.get(slot) : undefined;
      groups[own ?? 2 * (this.ranks[slot] ?? 0) + 1]?.push(slot);
    }
    return groups;
  }

  private note(special: Map<number, number>, key: TargetKey, group: number): void {
    const slot = this.slots.get(key);
    if (slot !== undefined) special.set(slot, group);
  }

  private rankOf(key: TargetKey): number {
    return this.ranks[this.slots.get(key) ?? -1] ?? 0;
  }

  /** Sorts no more groups than the page has a part of. */
  private page(groups: readonly number[][], isSorted: boolean, start: number, end: number): TargetKey[] {
    const keys: TargetKey[] = [];
    let passed = 0;
    for (const group of groups) {
      const [from, to] = [Math.max(0, start - passed), end - passed];
      passed += group.length;
      if (from >= group.length || to <= 0) continue;
      const part = (isSorted ? group : this.sorted(group, to)).slice(from, to);
      keys.push(...part.flatMap((slot) => this.listings[slot]?.key ?? []));
    }
    return keys;
  }

  /** The first `count` of these slots in the order of names, and perhaps more. */
  private sorted(slots: readonly number[], count: number): number[] {
    // Of many, most of the first ones in order are among them.
    return slots.length * sparse > this.inOrder.length ? this.firstInOrder(slots, count) : this.inOrderOfPlaces(slots);
  }

  private firstInOrder(slots: readonly number[], count: number): number[] {
    this.mark += 1;
    for (const slot of slots) this.marks[slot] = this.mark;
    const first: number[] = [];
    for (const slot of this.inOrder) {
      if (this.marks[slot] !== this.mark) continue;
      first.push(slot);
      if (first.length === count) break;
    }
    return first;
  }

  private inOrderOfPlaces(slots: readonly number[]): number[] {
    const places = Int32Array.from(slots, (slot) => this.places[slot] ?? 0).sort();
    return Array.from(places, (place) => this.inOrder[place] ?? 0);
  }

  /** Puts new targets in their places. */
  private settle(): void {
    if (this.fresh.length === 0) return;
    const isThere = (slot: number) => this.listings[slot] !== undefined;
    this.inOrder = mergeSorted(this.inOrder.filter(isThere), this.fresh.filter(isThere), (a, b) => this.compare(a, b));
    this.fresh = [];
    this.inOrder.forEach((slot, place) => (this.places[slot] = place));
  }

  private compare(a: number, b: number): number {
    const [one, other] = [this.listings[a], this.listings[b]];
    return one && other ? this.order(one, other) : 0;
  }

  /** Frees the slots of targets that have gone, once they are more than those that are there. */
  private sweep(): void {
    const gone = this.emptied;
    this.vocabulary.forget((slot) => gone.has(slot));
    this.inOrder = this.inOrder.filter((slot) => !gone.has(slot));
    this.fresh = this.fresh.filter((slot) => !gone.has(slot));
    this.inOrder.forEach((slot, place) => (this.places[slot] = place));
    this.free.push(...gone);
    this.emptied = new Set();
  }
}

/** A word, and the slots of the targets that have it. */
interface Posting {
  readonly word: string;
  slots: number[];
}

/** The words of all targets, in order, so that those with the same beginning stand together. */
export class Vocabulary {
  private readonly postings = new Map<string, Posting>();
  private sorted: Posting[] = [];
  /** New words, which are put in their places before the next look. */
  private fresh: Posting[] = [];

  add(word: string, slot: number): void {
    const known = this.postings.get(word);
    if (known) {
      if (known.slots.at(-1) !== slot) known.slots.push(slot);
      return;
    }
    const posting = { word, slots: [slot] };
    this.postings.set(word, posting);
    this.fresh.push(posting);
  }

  /** The slots of each word that begins with a prefix. */
  *startingWith(prefix: string): Generator<readonly number[]> {
    this.settle();
    for (let index = this.firstFrom(prefix); index < this.sorted.length; index += 1) {
      const posting = this.sorted[index];
      if (!posting?.word.startsWith(prefix)) return;
      yield posting.slots;
    }
  }

  /** Forgets slots, and the words that nobody has any more. */
  forget(isGone: (slot: number) => boolean): void {
    this.settle();
    for (const posting of this.sorted) {
      posting.slots = posting.slots.filter((slot) => !isGone(slot));
      if (posting.slots.length === 0) this.postings.delete(posting.word);
    }
    this.sorted = this.sorted.filter(({ slots }) => slots.length > 0);
  }

  private settle(): void {
    if (this.fresh.length === 0) return;
    this.sorted = mergeSorted(this.sorted, this.fresh, (a, b) => (a.word < b.word ? -1 : 1));
    this.fresh = [];
  }

  /** The place of the first word that does not come before a text, by bisection. */
  private firstFrom(text: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle]?.word ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A sorted list with new items in their places. Sorts the new ones only. */
export function mergeSorted<T>(sorted: readonly T[], fresh: readonly T[], compare: (a: T, b: T) => number): T[] {
  const added = fresh.toSorted(compare);
  if (sorted.length === 0) return added;
  const merged: T[] = [];
  let next = 0;
  for (const item of sorted) {
    for (let other = added[next]; other !== undefined && compare(other, item) < 0; other = added[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(item);
  }
  for (const item of added.slice(next)) merged.push(item);
  return merged;
}

import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { interleavings, storm } from './storm';

/** `npm run test:storm` sets the duration and the seed. */
const { BATON_STORM_SECONDS: seconds, BATON_STORM_SEED: seed, BATON_STORM_TOTALS: totalsFile } = process.env;

/** Number for each half in `npm test`. */
const interleavingsEach = 200;

/** Includes the time in which fast-check shrinks a failing interleaving. */
const timeoutMs = (Number(seconds ?? 90) + 600) * 1000;

/** Plays one half of the storm, with seeds of its own: two files run on two cores. */
export function playHalf(half: 1 | 2): void {
  // Node's own Web Locks are hidden: the storm's pages use those of their test profile.
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  const forLong = seconds !== undefined && {
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: Number(seconds) * 1000,
  };
  const seeded = seed !== undefined && { seed: Number(seed) + half - 1 };

  test(
    'three agents in a storm: one owner, every text once or where it was typed, nothing hangs, desktops show what is',
    async () => {
      const totals: Record<string, number> = {};
      const add = (counts: Record<string, number>) => {
        for (const [what, count] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + count;
      };
      await fc.assert(
        fc.asyncProperty(interleavings, async (actions) => {
          const { faults, counts } = await storm(actions);
          add({ interleavings: 1, ...counts });
          expect(faults).toEqual([]);
        }),
        { numRuns: interleavingsEach, ...forLong, ...seeded },
      );
      // Each outcome has to occur, or the test proves nothing about it.
      for (const what of ['accepted', 'declined', 'expired', 'cancelled', 'failed'])
        expect(totals[`transfers ${what}`]).toBeGreaterThan(0);
      if (totalsFile !== undefined) writeFileSync(`${totalsFile}-${half}.json`, JSON.stringify(totals));
    },
    timeoutMs,
  );
}

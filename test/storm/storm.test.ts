import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { interleavings, storm } from './storm';

// A browser without Web Locks of its own: those of the storm's pages are in their profile.
Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });

/** `npm run test:storm` plays for as long as it is told, from a seed that is new each time. */
const { BATON_STORM_SECONDS: seconds, BATON_STORM_SEED: seed, BATON_STORM_TOTALS: totalsFile } = process.env;
const long = seconds !== undefined && {
  numRuns: Number.MAX_SAFE_INTEGER,
  interruptAfterTimeLimit: Number(seconds) * 1000,
};

/** An interleaving takes some tenths of a second, and other suites run beside it. One that fails is made small after that. */
const timeoutMs = (Number(seconds ?? 90) + 600) * 1000;

test(
  'three agents in a storm: one owner, every text once or where it was typed, nothing hangs, desktops show what is',
  async () => {
    const totals: Record<string, number> = {};
    const add = (counts: Record<string, number>) => {
      for (const [what, count] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + count;
    };
    await fc.assert(
      fc.asyncProperty(interleavings, async (deeds) => {
        const { faults, counts } = await storm(deeds);
        add({ interleavings: 1, ...counts });
        expect(faults).toEqual([]);
      }),
      { numRuns: 400, ...long, ...(seed === undefined ? {} : { seed: Number(seed) }) },
    );
    // What never happens proves nothing.
    for (const what of ['accepted', 'declined', 'expired', 'cancelled', 'failed'])
      expect(totals[`transfers ${what}`]).toBeGreaterThan(0);
    if (totalsFile !== undefined) writeFileSync(totalsFile, `${JSON.stringify(totals, null, 2)}\n`);
  },
  timeoutMs,
);

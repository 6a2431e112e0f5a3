import { createSeededRandom } from '../../mocks/testing/seeded-random';
import { Agent } from './quarter-hour/agent';
import { Centre } from './quarter-hour/centre';
import { faultsOf } from './quarter-hour/checks';
import { drawDay } from './quarter-hour/day';
import { Desk } from './quarter-hour/desk';
import { KeyboardHands } from './quarter-hour/keyboard';
import { installListener } from './quarter-hour/listen';
import { MouseHands } from './quarter-hour/mouse';
import { silences } from './quarter-hour/silences';
import { Intentions } from './support/hands-checks';
import { longIf } from './support/long';
import { expect, test } from './support/world';

const firstSeed = Number(process.env['BATON_QUARTER_SEED'] ?? 1);
const seeds = Number(process.env['BATON_QUARTER_SEEDS'] ?? 2);

const handsOf = { keyboard: KeyboardHands, mouse: MouseHands } as const;

for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
  for (const by of ['keyboard', 'mouse'] as const) {
    const isFirst = seed === firstSeed;
    test(
      `a quarter of an hour by ${by} alone: every customer is answered, and nothing else happens, seed ${seed}`,
      { tag: longIf(!isFirst) },
      async ({ world }) => {
        test.setTimeout(360_000);
        const day = drawDay(seed);
        const entrance = await world.visit('/?scenario=busy-agent');
        await entrance.context().clock.install();
        await entrance.context().addInitScript(installListener);
        const desktop = await world.open('ana', { scenario: 'busy-agent', play: JSON.stringify(day.play) });
        await entrance.close();

        const centre = await Centre.behind(desktop.page);
        const desk = new Desk(
          desktop,
          centre,
          day.customers.map(({ name }) => name),
        );
        const random = createSeededRandom(seed);
        const intentions = new Intentions();
        const hands = new handsOf[by](desk, random);
        await new Agent(desk, centre, hands, day, random, (meant) => intentions.mean(meant)).work();

        const [commands, happened] = await Promise.all([world.commands(), centre.happened()]);
        const faults = [
          ...intentions.unmeant(commands),
          ...intentions.missing(),
          ...faultsOf(day, { commands, centre, happened }),
          ...silences(day, desk, happened),
        ];
        const again = `BATON_QUARTER_SEED=${seed} BATON_QUARTER_SEEDS=1 npm run test:browser -- quarter-hour -g ${by}`;
        expect(faults, `To do it again: ${again}`).toEqual([]);
        expect(centre.mostInvitationsAtOnce).toBeGreaterThanOrEqual(3);
      },
    );
  }
}

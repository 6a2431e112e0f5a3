import { HandsRun, systems } from './support/hands-run';
import { drawSteps } from './support/hands-steps';
import { installWitness } from './support/hands-witness';
import { longIf } from './support/long';
import { expect, test } from './support/world';

const firstSeed = Number(process.env['BATON_HANDS_SEED'] ?? 1);
const runs = Number(process.env['BATON_HANDS_RUNS'] ?? 4);
const stepsOfRun = 12;

test.use({ scenario: 'busy-agent' });

for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
  test(
    `what an impatient agent does has no effect that they did not mean, seed ${seed}`,
    { tag: longIf(seed > firstSeed + 1) },
    async ({ world }) => {
      test.setTimeout(180_000);
      const entrance = await world.visit('/?scenario=busy-agent');
      await entrance.context().addInitScript(installWitness);
      const system = systems[seed % 2] ?? systems[0];
      await entrance
        .context()
        .addInitScript((name) => Object.defineProperty(navigator, 'platform', { get: () => name }), system);
      const run = new HandsRun(world, [await world.open('ana'), await world.open('ana')], system);
      // The three invitations of the scenario.
      await world.advance(4000);
      for (const [index, step] of drawSteps(seed, stepsOfRun).entries()) {
        const faults = await run.take(step);
        const replay = `BATON_HANDS_SEED=${seed} BATON_HANDS_RUNS=1 npm run test:browser -- hands.spec`;
        expect(faults, `step ${index + 1}: ${JSON.stringify(step)}\nTo do it again: ${replay}`).toEqual([]);
      }
    },
  );
}

import { scenarios, states } from '@baton/mocks/browser';
import type { MockedSettings } from '../../address';
import { Combobox } from '../combobox';
import type { Choice } from '../combobox';
import { NumberField } from '../fields';
import { usePanel } from '../panel-context';

type SituationChoice = Choice & { agent: string; base: MockedSettings['base'] };

const situations: readonly SituationChoice[] = [
  ...states.map(({ id, ...facts }) => choiceOf({ state: id }, facts)),
  ...scenarios.map(({ id, ...facts }) => choiceOf({ scenario: id }, facts)),
];

/** A state may be called like a scenario. */
function idOf(base: MockedSettings['base']): string {
  return 'state' in base ? `state.${base.state}` : `scenario.${base.scenario}`;
}

function choiceOf(
  base: MockedSettings['base'],
  { title, description, agent }: Omit<Choice, 'id' | 'group'> & { agent: string },
): SituationChoice {
  return { id: idOf(base), base, group: 'state' in base ? 'State' : 'Scenario', title, description, agent };
}

/** Chooses what is played, and the seed of its chance. Both open an address. */
export function Situation() {
  const { settings, open } = usePanel();
  const { base, seed = 1 } = settings;

  // What has happened in one situation means nothing in another; how it looks stays.
  function choose({ base: chosen, agent }: SituationChoice) {
    open({
      ...settings,
      base: chosen,
      page: 'left' in settings.page ? settings.page : { agent },
      play: undefined,
      until: undefined,
      ready: undefined,
    });
  }

  return (
    <div className="groups">
      <Combobox label="Scenario or state" choices={situations} current={idOf(base)} onChoose={choose} />
      <div className="fields">
        <NumberField
          label="Seed of chance"
          value={seed}
          max={2 ** 32 - 1}
          onChange={(next) => open({ ...settings, seed: next })}
        />
      </div>
    </div>
  );
}

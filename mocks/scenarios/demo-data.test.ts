import { presenceStates, targetKinds, unavailableReasons } from '@baton/contracts';
import { DirectoryIndex, find, open, rowsOf, searchTargets } from '../contact-centre';
import type { CentreState } from '../contact-centre';
import { demoCentre, samsConversation } from './demo-data';
import { findScenario, scenarioIds, scenarios } from './index';

const at = Date.UTC(2026, 10, 24, 9);

function targetsIn(state: CentreState) {
  const answer = searchTargets(state, { agentId: 'ana', at, index: new DirectoryIndex() }, {});
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value.targets;
}

describe('the demo contact centre', () => {
  const state = open({ ...demoCentre({ ana: { mayTransferTo: targetKinds.filter((kind) => kind !== 'skill') } }), at });
  const targets = targetsIn(state);

  test('has twelve agents, in every presence between them', () => {
    const agents = targets.filter((target) => target.kind === 'agent');
    expect(agents).toHaveLength(12);
    expect(new Set(agents.map((agent) => agent.presence?.state))).toEqual(new Set(presenceStates));
  });

  test('has targets of every kind, and shows every reason for not being available that a directory knows', () => {
    expect(new Set(targets.map((target) => target.kind))).toEqual(new Set(targetKinds));
    const reasons = targets.flatMap((target) => (target.sms.available === false ? [target.sms.reason] : []));
    // Which queue a conversation belongs to is known where it is shown, not in the directory.
    const told = unavailableReasons.filter((reason) => reason !== 'ownQueue');
    expect(new Set(reasons)).toEqual(new Set(told));
  });

  test('has one customer, whose number is reserved for fiction and whose conversation is Ana’s', () => {
    const interactions = rowsOf(state.interactions);
    const [open, ended] = [true, false].map((is) => interactions.filter((one) => (one.state !== 'completed') === is));
    expect(ended).toMatchObject([{ contact: open?.[0]?.contact }]);
    expect(open).toMatchObject([{ id: samsConversation, owner: { kind: 'agent', id: 'ana' } }]);
    expect(interactions.every(({ contact }) => /^\+447700900\d{3}$/.test(contact.address?.value ?? ''))).toBe(true);
  });
});

describe('scenarios', () => {
  test('have customers whose numbers are reserved for fiction, each with one of their own', () => {
    for (const { seed, happenings } of scenarios) {
      const starting = happenings.flatMap(({ do: deed }) => (deed.kind === 'customerStarts' ? [deed.contact] : []));
      const open = seed.conversations.filter(({ ended }) => !ended);
      const customers = [...open.map(({ contact }) => contact), ...starting];
      const numbers = customers.map(({ address }) => address?.value ?? '');
      expect(numbers.every((number) => /^\+447700900\d{3}$/.test(number))).toBe(true);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  test('have ids of their own, and a word about each', () => {
    expect(new Set(scenarioIds).size).toBe(scenarios.length);
    expect(scenarios.every(({ title, description }) => title !== '' && description !== '')).toBe(true);
  });

  test('speak of agents and targets that exist', () => {
    for (const { id, agent, seed, happenings } of scenarios) {
      const { agents } = open({ ...seed, at });
      const named = happenings.flatMap(({ when, do: deed }) => [
        ...(when.event === 'start' ? [] : [when.agentId]),
        ...(deed.kind === 'command' ? [deed.agentId] : []),
      ]);
      for (const name of [agent, ...named]) expect([id, find(agents, name) !== undefined]).toEqual([id, true]);
    }
  });

  test('are found by id; a wrong one is told which there are', () => {
    expect(findScenario('queue').id).toBe('queue');
    expect(() => findScenario('earthquake')).toThrow(/earthquake.*default, target-accepts/);
  });
});

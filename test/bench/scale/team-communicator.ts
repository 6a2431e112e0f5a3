import type { AgentTarget } from '@baton/contracts';
import { anInteraction, aTarget, byId, createTestHost, testStart } from '@baton/host-kit/testing';
import { systemClock } from '@baton/runtime';
import * as teamCommunicator from '@baton/team-communicator';
import { mountModule } from './mount';
import { found } from './subject';
import type { Subject } from './subject';

const firstNames = ['Ada', 'Ben', 'Cleo', 'Dan', 'Edda', 'Finn', 'Gina', 'Hugo', 'Ida', 'Jon'];
const foundBySearch = 50;
const changesAtOnce = 1000;

/** Team Communicator with `rows` targets loaded. A search finds fifty of them, as a page of a directory has. */
export async function createSubject(rows: number): Promise<Subject> {
  const targets = Array.from({ length: rows }, (_, place) => targetOf(place));
  const host = createTestHost({ state: { interactions: byId(anInteraction()) } });
  const page = (shown: AgentTarget[]) =>
    Promise.resolve({ ok: true as const, value: { targets: shown, total: shown.length, at: testStart } });
  const root = await mountModule(teamCommunicator, {
    ...host,
    clock: systemClock,
    // Instead of page after page, all in one.
    reads: {
      ...host.reads,
      searchTargets: ({ query = '' }) => page(query === '' ? targets : targets.slice(0, foundBySearch)),
    },
  });

  let version = 1;
  let changes = 0;
  let storms = 0;
  function targetNow(place: number, isReady: boolean): AgentTarget {
    version += 1;
    const since = testStart + version;
    return {
      ...targetOf(place),
      version,
      presence: { state: isReady ? 'ready' : 'notReady', since },
      sms: isReady ? { available: true } : { available: false, reason: 'notReady' },
    };
  }

  return {
    open: () => void host.bus.request('team.open', {}),
    close: () => void host.bus.request('team.close', {}),
    // The first row, which then goes to the end.
    change() {
      const place = (changes * firstNames.length) % rows;
      const round = Math.floor((changes * firstNames.length) / rows);
      changes += 1;
      host.tellTargets(targetNow(place + round, false));
    },
    storm() {
      storms += 1;
      host.tellTargets(...Array.from({ length: changesAtOnce }, (_, place) => targetNow(place, storms % 2 === 0)));
    },
    list: () => found(root.querySelector('[role="grid"]'), 'grid'),
    field: () => found(root.querySelector('input'), 'search field'),
  };
}

function targetOf(place: number): AgentTarget {
  const name = `${firstNames[place % firstNames.length]} Demo ${String(place).padStart(5, '0')}`;
  return aTarget({ id: `agent-${place}`, name, address: `agent-${place}@demo.example` });
}

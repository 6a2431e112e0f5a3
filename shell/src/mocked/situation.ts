import { findScenario, findState } from '@baton/mocks/browser';
import type { Play, Situation } from '@baton/mocks/browser';
import type { ModuleAddresses } from '../modules';
import type { ShellOptions } from '../shell-options';
import type { MockedSettings } from './address';

/** What the contact centre is to play. */
export function situationOf(settings: MockedSettings): Situation {
  const { base, seed, until, latency, fail, stream } = settings;
  const play = [...fromTheStart(settings), ...(settings.play ?? [])];
  const network = {
    ...(latency && { latencyMs: latency }),
    ...(fail && { failures: fail }),
    ...(stream && { stream }),
  };
  return {
    base,
    ...(seed !== undefined && { seed }),
    ...(play.length > 0 && { play }),
    ...(until !== undefined && { until }),
    ...(Object.keys(network).length > 0 && { network }),
  };
}

/** What an address asks of its situation that cannot be, in English: agents that it does not have, a time before it opens. */
export function impossibleIn({ base, until, colleague = [] }: MockedSettings): string[] {
  const { seed, id, opensAfterMs = 0 } = 'state' in base ? findState(base.state) : findScenario(base.scenario);
  const agents = seed.agents.map((agent) => agent.id);
  const strangers = colleague.filter(({ agentId }) => !agents.includes(agentId));
  return [
    ...(until !== undefined && until < opensAfterMs
      ? [`until: "${id}" opens ${opensAfterMs} ms after the start. Give at least that.`]
      : []),
    ...strangers.map(({ agentId }) => `colleague: there is no agent "${agentId}". Choose from: ${agents.join(', ')}.`),
  ];
}

/** What holds from the first moment on. */
function fromTheStart({ colleague = [], directory, presence }: MockedSettings): Play {
  return [
    ...colleague.map((behaviour) => [0, { kind: 'setColleague', ...behaviour }] as const),
    ...(directory === undefined ? [] : [[0, { kind: 'setDirectory', size: directory }] as const]),
    ...(presence === undefined ? [] : [[0, { kind: 'setPresenceTraffic', perSecond: presence }] as const]),
  ];
}

/** Where the modules are, but for one that the address or its state lets be missing. */
export function addressesIn({ base, missing }: MockedSettings, all: ModuleAddresses): ModuleAddresses {
  const name = missing ?? ('state' in base ? findState(base.state).missing : undefined);
  return name === undefined ? all : { ...all, [name]: { url: '/modules/missing.js' } };
}

/** Whether the desktop is locked when it is opened. */
export function isLockedIn({ base, lock }: MockedSettings): boolean {
  return lock === 0 || ('state' in base && findState(base.state).isLocked === true);
}

/** What the host decides for its agents, by the address or its state. */
export function rulesIn({ base, auto, lock }: MockedSettings): ShellOptions['rules'] {
  const ofState = 'state' in base ? findState(base.state).rules : undefined;
  const autoAnswer = auto === undefined ? undefined : auto === 0 ? { preview: false } : { seconds: auto };
  return { ...ofState, ...(autoAnswer && { autoAnswer }), ...(lock && { lock: { afterMinutes: lock } }) };
}

/** A state's link is whole without an agent: the one whose desktop shows it is meant. */
export function withAgentOfState(settings: MockedSettings): MockedSettings {
  const { base, page } = settings;
  if (!('state' in base) || 'left' in page || page.agent !== undefined) return settings;
  return { ...settings, page: { agent: findState(base.state).agent } };
}

import { announcements, broadcastPriorities } from './announcements';
import { backendError, backendSilent, connectionLost, slowNetwork } from './bad-network';
import { busyAgent } from './busy-agent';
import { busyFloor } from './busy-floor';
import { defaultScenario } from './default';
import { deliveryFails } from './delivery-fails';
import { edgeNamesScenario } from './edge-names';
import { hostileTextsScenario } from './hostile-texts';
import { choicesFor } from './choices-for';
import { customerInterrupts, inbound, incomingTransfer, withdrawn } from './incoming';
import { largeDirectory } from './large-directory';
import { longConversation } from './long-conversation';
import { longHistory } from './long-history';
import { manyConversations } from './many-conversations';
import { emptyPool, noPermission, staleDirectory, targetNotReady, targetOffline } from './outdated-directory';
import {
  inboundOnly,
  missedSetsNotReady,
  noPresence,
  placedInQueue,
  presenceOnRequest,
  reasonsHidden,
} from './product-differences';
import { outbound } from './outbound';
import type { Scenario } from './scenario';
import { noAnswer, queueScenario, targetAccepts, targetDeclines, targetSignsOut } from './target-answers';

export type { Scenario, Trigger } from './scenario';

/** Scenarios of one subject. */
export interface ScenarioGroup {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}

/** All scenarios, in the order in which pages list them. */
export const scenarioGroups: readonly ScenarioGroup[] = [
  { id: 'people', title: 'Played by people', scenarios: [defaultScenario] },
  {
    id: 'answers',
    title: 'How the target answers',
    scenarios: [targetAccepts, targetDeclines, noAnswer, targetSignsOut, queueScenario],
  },
  {
    id: 'incoming',
    title: 'What comes in',
    scenarios: [incomingTransfer, withdrawn, inbound, customerInterrupts, announcements, broadcastPriorities],
  },
  { id: 'outbound', title: 'What goes out', scenarios: [outbound] },
  {
    id: 'directory',
    title: 'A directory that is out of date',
    scenarios: [targetNotReady, targetOffline, noPermission, emptyPool, staleDirectory],
  },
  {
    id: 'network',
    title: 'A bad network',
    scenarios: [backendError, backendSilent, connectionLost, slowNetwork, deliveryFails],
  },
  {
    id: 'products',
    title: 'Other routing products',
    scenarios: [placedInQueue, reasonsHidden, missedSetsNotReady, presenceOnRequest, noPresence, inboundOnly],
  },
  {
    id: 'extremes',
    title: 'Much work, long and unusual texts',
    scenarios: [busyAgent, longHistory, edgeNamesScenario, hostileTextsScenario],
  },
  {
    id: 'scale',
    title: 'Long lists and a busy floor',
    scenarios: [largeDirectory, busyFloor, longConversation, manyConversations],
  },
];

export const scenarios: readonly Scenario[] = scenarioGroups.flatMap((group) => group.scenarios);

export const scenarioIds: readonly string[] = scenarios.map(({ id }) => id);

/** The scenario with an id. Throws, listing the ids, when there is none. */
export function findScenario(id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`There is no scenario "${id}". ${choicesFor(id, scenarioIds)}`);
  return found;
}

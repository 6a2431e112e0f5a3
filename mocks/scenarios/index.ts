import { backendError } from './backend-error';
import { backendSilent } from './backend-silent';
import { busyAgent } from './busy-agent';
import { connectionLost } from './connection-lost';
import { customerInterrupts } from './customer-interrupts';
import { defaultScenario } from './default';
import { deliveryFails } from './delivery-fails';
import { edgeNamesScenario } from './edge-names';
import { emptyPool } from './empty-pool';
import { hostileTextsScenario } from './hostile-texts';
import { inbound } from './inbound';
import { incomingTransfer } from './incoming-transfer';
import { longHistory } from './long-history';
import { noAnswer } from './no-answer';
import { noPermission } from './no-permission';
import { queueScenario } from './queue';
import type { Scenario } from './scenario';
import { slowNetwork } from './slow-network';
import { staleDirectory } from './stale-directory';
import { targetAccepts } from './target-accepts';
import { targetDeclines } from './target-declines';
import { targetNotReady } from './target-not-ready';
import { targetOffline } from './target-offline';
import { targetSignsOut } from './target-signs-out';
import { withdrawn } from './withdrawn';

export type { Deed, Happening, NetworkProfile, Scenario, ScriptedCommand, Trigger } from './scenario';

/** Every situation that can be played through. */
export const scenarios: readonly Scenario[] = [
  defaultScenario,
  targetAccepts,
  targetDeclines,
  noAnswer,
  targetSignsOut,
  targetNotReady,
  targetOffline,
  noPermission,
  incomingTransfer,
  withdrawn,
  queueScenario,
  emptyPool,
  backendError,
  backendSilent,
  connectionLost,
  slowNetwork,
  busyAgent,
  inbound,
  customerInterrupts,
  deliveryFails,
  staleDirectory,
  longHistory,
  edgeNamesScenario,
  hostileTextsScenario,
];

export const scenarioIds: readonly string[] = scenarios.map(({ id }) => id);

/** The scenario with an id. Throws, listing the ids, when there is none. */
export function findScenario(id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`There is no scenario "${id}". Choose one of: ${scenarioIds.join(', ')}.`);
  return found;
}

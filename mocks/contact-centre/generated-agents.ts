import { generatedName } from './generated-names';
import type { AgentSeed } from './seed';
import { createSeededRandom } from '../testing/seeded-random';

// Agents who make a directory as large as that of a big contact centre. Every name is invented.

const prefix = 'generated-';

/** Whether an agent was generated, and is not of the scenario. */
export function isGenerated(agentId: string): boolean {
  return agentId.startsWith(prefix);
}

/** The id of the generated agent with a number. */
export const generatedId = (number: number) => `${prefix}${number}`;

/** The generated agent with a number: always the same for the same seed. */
export function generatedAgent(number: number, seed: number): AgentSeed {
  const { next } = createSeededRandom(seed * 65_537 + number);
  const { name, login = 'agent' } = generatedName(next);
  return {
    id: generatedId(number),
    name,
    address: `${login}.${number}`,
    sinceMs: Math.floor(next() * 4 * 60 * 60 * 1000),
    ...shapes[Math.floor(next() * shapes.length)],
  };
}

/** Half of them are ready, and there are some of every presence. */
const shapes: readonly Partial<AgentSeed>[] = [
  ...Array.from({ length: 8 }, () => ({ signedIn: true })),
  { signedIn: true, sms: 'notReady', reason: 'lunch' },
  { signedIn: true, sms: 'notReady', reason: 'training' },
  { signedIn: true, sms: 'none', otherMediaReady: true, activity: 'on a call' },
  { signedIn: true, sms: 'none', otherMediaReady: true },
  { signedIn: true, capacity: 0 },
  { signedIn: true, wrapUp: true },
  { signedIn: true, reachable: false },
  { signedIn: false },
];

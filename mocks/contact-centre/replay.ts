import type { Input } from './inputs';
import { open } from './open';
import type { CentreSeed } from './seed';
import type { CentreState } from './state';
import { step } from './step';

/** The inputs that a contact centre has accepted, in order: with its seed, all there is to keep. */
export type InputLog = readonly Input[];

/** The state to which a log leads, to the byte. Throws when it holds an input that is refused. */
export function replay(seed: CentreSeed, log: InputLog): CentreState {
  return log.reduce((state, input, position) => {
    const result = step(state, input);
    if (!result.ok) throw new Error(`Input ${position} of the log is refused: ${result.problem.detail}`);
    return result.state;
  }, open(seed));
}

import type { Answer, Input } from '../contact-centre';
import { unreachableAfterMs } from '../contact-centre/limits';
import type { Action, Play } from '../control/actions';

/** How many acts are kept. With more, a link could not hold them. */
const maxActs = 2000;

type Act = Play[number];

/** What has happened since the start besides the script: by windows of agents, by hand, by the situation's `play`. */
export interface Acts {
  add(act: Act): void;
  /** All that it has to remember; `tooMany` once there were more than it keeps. */
  memory(): Play | 'tooMany';
  /** What has to be played to have the same again. */
  toPlay(): Answer<Play>;
}

export function createActs(memory: Play | 'tooMany' = []): Acts {
  let acts = memory === 'tooMany' ? memory : [...memory];

  return {
    add(act) {
      if (acts === 'tooMany') return;
      if (acts.length < maxActs) acts.push(act);
      else acts = 'tooMany';
    },
    memory: () => (acts === 'tooMany' ? acts : [...acts]),
    toPlay() {
      if (acts !== 'tooMany') return { ok: true, value: withoutShortSilences(acts) };
      const detail = `More than ${maxActs} things have happened since the start: start over to make a link`;
      return { ok: false, problem: { code: 'gone', detail } };
    },
  };
}

/** The act that an input is when no script makes it. */
export function actOf(input: Exclude<Input, { kind: 'time' }>): Action {
  const { at: __, ...act } = input;
  if (act.kind !== 'command') return act;
  const { agentId, command } = act;
  const { commandId: _, ...asked } = command;
  return { kind: 'command', agentId, command: asked };
}

/** Streams that opened again before their agent counted as absent have changed nothing. */
function withoutShortSilences(acts: Play): Play {
  const short = new Set<Act>();
  acts.forEach((found, index) => {
    const [foundAt, action] = found;
    if (action.kind !== 'streamFound') return;
    const lost = acts
      .slice(0, index)
      .findLast(([, earlier]) => earlier.kind === 'streamLost' && earlier.agentId === action.agentId);
    if (lost && foundAt - lost[0] < unreachableAfterMs) short.add(lost).add(found);
  });
  return acts.filter((act) => !short.has(act));
}

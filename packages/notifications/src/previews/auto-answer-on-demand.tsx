import { onDemand, useHost, useOnDemand } from '@baton/module-kit';
import type { AutoAnswerProps } from './auto-answer';

const code = onDemand(() => import(/* webpackChunkName: "auto-answer" */ './auto-answer'));

/** Accepts for the agent where the host wants that. Until its code has loaded, the agent accepts. */
export function AutoAnswerOnDemand(props: AutoAnswerProps) {
  return useHost().autoAnswer && <Loaded {...props} />;
}

function Loaded(props: AutoAnswerProps) {
  const answer = useOnDemand(code);
  return answer.state === 'ready' && <answer.code.AutoAnswer {...props} />;
}

/** Its line on the card. */
export function AutoAnswerNote({ dueAt }: { dueAt: number | undefined }) {
  return useHost().autoAnswer && <LoadedNote dueAt={dueAt} />;
}

function LoadedNote({ dueAt }: { dueAt: number | undefined }) {
  const answer = useOnDemand(code);
  // Its room from the start: nothing moves when it comes.
  return answer.state === 'ready' ? <answer.code.AutoAnswerNote dueAt={dueAt} /> : <p className="preview-auto" />;
}

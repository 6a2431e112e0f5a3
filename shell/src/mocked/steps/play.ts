import { systemClock } from '@baton/host-kit';
import type { MockedBackend, State, Step } from '@baton/mocks/browser';
import { messageOf } from '@baton/runtime';
import { playSteps } from './play-steps';
import sheet from './steps.css';
import { timeOf } from './time';

type Backend = Pick<MockedBackend, 'fetch' | 'advance'>;

/** Does the steps of a state in this page. Throws, after it has said so on the page, when one cannot be done. */
export async function play(state: State, steps: readonly Step[], backend: Backend): Promise<void> {
  const time = timeOf(backend);
  await playSteps({ state: state.id, steps, page: document, time, clock: systemClock }).catch((cause: unknown) => {
    tell(messageOf(cause));
    throw cause;
  });
}

function tell(problem: string) {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const message = document.createElement('p');
  message.className = 'steps-problem';
  message.role = 'alert';
  message.lang = 'en';
  message.dir = 'ltr';
  message.textContent = problem;
  document.body.append(message);
}

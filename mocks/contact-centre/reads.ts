import type { ReadAnswer, ReadName, ReadQuery } from '@baton/contracts';
import { earlierInteractions, messages } from './readable';
import type { Answer } from './inputs';
import { favourites, recents, searchTargets } from './search';
import type { SearchReader } from './search';
import { snapshot } from './snapshot';
import type { CentreState } from './state';

export interface Reader extends SearchReader {
  /** The contact centre does not know which frames were sent up to this position. */
  readonly origin: number;
}

const answers: {
  readonly [N in ReadName]: (state: CentreState, reader: Reader, query: ReadQuery<N>) => Answer<ReadAnswer<N>>;
} = {
  snapshot(state, { agentId, at, origin }) {
    const answer = snapshot(state, agentId, at);
    return answer.ok ? { ok: true, value: { ...answer.value, origin } } : answer;
  },
  searchTargets,
  favourites: (state, { agentId, at }) => favourites(state, agentId, at),
  recents: (state, { agentId, at }) => recents(state, agentId, at),
  earlierInteractions: (state, { agentId }, query) => earlierInteractions(state, agentId, query),
  messages: (state, { agentId }, query) => messages(state, agentId, query),
};

/** Answers a read of the wire. */
export function read<N extends ReadName>(
  state: CentreState,
  reader: Reader,
  name: N,
  query: ReadQuery<N>,
): Answer<ReadAnswer<N>> {
  return answers[name](state, reader, query);
}

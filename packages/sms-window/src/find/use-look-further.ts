import { useEffect, useEffectEvent, useState } from 'react';
import type { Earlier } from '../transcript/use-earlier';

/** How many pages of earlier messages are asked for until the agent is asked again. */
const mostPages = 10;

interface Look {
  /** Index of the first message when it began: what is found is before it. */
  since: number;
  pagesLeft: number;
  /** The first message when the last page was asked for. */
  asked?: number;
}

export interface LookFurther {
  isLooking: boolean;
  look(): void;
  stop(): void;
}

/**
 * Loads earlier messages when the agent asks for it, one page after another, until there is a match in them.
 *
 * @param first index of the first message that is loaded
 * @param matches indexes of messages, newest first
 * @param onEnd with the match that was found, or without any: then loading has failed, there is nothing earlier, or enough was loaded
 */
export function useLookFurther(
  earlier: Earlier,
  first: number,
  matches: readonly number[],
  onEnd: (found: number | undefined) => void,
): LookFurther {
  const [looking, setLooking] = useState<Look>();
  const ended = useEffectEvent(onEnd);
  const load = useEffectEvent(earlier.load);
  const found = looking && matches.find((index) => index < looking.since);

  useEffect(() => {
    if (!looking || earlier.loading) return;
    const hasFailed = looking.asked === first;
    if (found !== undefined || hasFailed || !earlier.more || looking.pagesLeft === 0) {
      setLooking(undefined);
      ended(found);
    } else {
      setLooking({ ...looking, asked: first, pagesLeft: looking.pagesLeft - 1 });
      void load();
    }
  }, [looking, found, first, earlier.loading, earlier.more]);

  return {
    isLooking: looking !== undefined,
    look: () => setLooking({ since: first, pagesLeft: mostPages }),
    stop: () => setLooking(undefined),
  };
}

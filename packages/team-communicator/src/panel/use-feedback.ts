import { useHost } from '@baton/module-kit';
import { timeToRead, useAnnounce } from '@baton/ui';
import { useEffect, useState } from 'react';

/** The outcome of something the agent did in the panel. */
export interface Feedback {
  severity: 'done' | 'problem';
  text: string;
}

/** Shows and announces an outcome. A problem stays until the next outcome, a success for the time to read it. */
export function useFeedback(): {
  feedback: Feedback | undefined;
  say(severity: Feedback['severity'], text: string): void;
} {
  const { clock } = useHost();
  const announce = useAnnounce();
  const [feedback, setFeedback] = useState<Feedback>();

  useEffect(() => {
    if (feedback?.severity !== 'done') return undefined;
    return clock.setTimeout(() => setFeedback(undefined), timeToRead(feedback.text));
  }, [clock, feedback]);

  return {
    feedback,
    say(severity, text) {
      setFeedback({ severity, text });
      announce(text, { priority: severity === 'problem' ? 'assertive' : 'polite' });
    },
  };
}

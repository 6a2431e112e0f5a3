import type { EventFrame } from '@baton/contracts';
import type { AgentFrame } from '../contact-centre/inputs';

/** The latest frames of all agents, from which a broken stream resumes. */
export interface FrameBuffer {
  /** Adds the frames of the step that led to position `cursor`. Many steps have none. */
  add(cursor: number, frames: readonly AgentFrame[]): void;
  /** An agent's frames after `cursor`, in order; `gap` when some are gone, or the cursor is from another log. */
  after(agentId: string, cursor: number): readonly EventFrame[] | 'gap';
}

/** Keeps at most `capacity` frames of a log that stands at position `start`. */
export function createFrameBuffer(start: number, capacity = 2000): FrameBuffer {
  const kept: AgentFrame[] = [];
  let oldest = start;
  let newest = start;

  return {
    add(cursor, frames) {
      kept.push(...frames);
      newest = cursor;
      for (const { frame } of kept.splice(0, Math.max(0, kept.length - capacity))) oldest = frame.cursor;
    },
    after(agentId, cursor) {
      if (cursor < oldest || cursor > newest) return 'gap';
      return kept.filter((entry) => entry.agentId === agentId && entry.frame.cursor > cursor).map(({ frame }) => frame);
    },
  };
}

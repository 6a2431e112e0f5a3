import type { AgentFrame } from '../contact-centre';
import { createFrameBuffer } from './frame-buffer';

const told = (agentId: string, cursor: number): AgentFrame => ({ agentId, frame: { v: 1, cursor, at: 0, events: [] } });
const cursors = (missed: ReturnType<ReturnType<typeof createFrameBuffer>['after']>) =>
  missed === 'gap' ? missed : missed.map(({ cursor }) => cursor);

test('an agent resumes with their own frames only', () => {
  const frames = createFrameBuffer(10);
  frames.add(11, [told('ana', 11), told('bianca', 11)]);
  frames.add(12, [told('bianca', 12)]);
  frames.add(13, [told('ana', 13)]);
  expect(cursors(frames.after('ana', 10))).toEqual([11, 13]);
  expect(cursors(frames.after('ana', 11))).toEqual([13]);
  expect(cursors(frames.after('ana', 13))).toEqual([]);
});

test('steps without frames are positions too', () => {
  const frames = createFrameBuffer(10);
  frames.add(11, []);
  expect(cursors(frames.after('ana', 11))).toEqual([]);
});

test('what is from before its start, or from another life, is a gap', () => {
  const frames = createFrameBuffer(10);
  frames.add(11, [told('ana', 11)]);
  expect([frames.after('ana', 9), frames.after('ana', 12)]).toEqual(['gap', 'gap']);
});

test('the oldest frames are dropped; a client that needs one of them has a gap, also if it was for another agent', () => {
  const frames = createFrameBuffer(0, 2);
  frames.add(1, [told('ana', 1), told('bianca', 1)]);
  frames.add(2, [told('ana', 2)]);
  expect(frames.after('ana', 0)).toBe('gap');
  expect(frames.after('bianca', 0)).toBe('gap');
  expect(cursors(frames.after('ana', 1))).toEqual([2]);
});

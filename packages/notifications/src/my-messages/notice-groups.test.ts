import fc from 'fast-check';
import { calendarDay } from '@baton/ui';
import { aNotice } from '@baton/module-kit/testing';
import { groupNotices } from './notice-groups';

const timeZone = 'Europe/London';
const at = (time: string) => Date.parse(time);

test('MM-02 days are counted as the agent sees them, also when clocks change', () => {
  const notices = ['2027-03-29T00:30:00Z', '2027-03-28T22:30:00Z', '2027-03-27T12:00:00Z'].map((time, index) =>
    aNotice({ id: `n${index}`, at: at(time) }),
  );
  expect(groupNotices(notices, timeZone).map((group) => group.notices.map(({ id }) => id))).toEqual([
    ['n0'],
    ['n1'],
    ['n2'],
  ]);
});

test('MM-02 every entry is in one group, of its day and conversation, newest first', () => {
  const notice = fc.record({
    at: fc.integer({ min: at('2027-03-25T00:00:00Z'), max: at('2027-03-31T00:00:00Z') }),
    interactionId: fc.constantFrom('i1', 'i2', undefined),
  });
  fc.assert(
    fc.property(fc.array(notice, { maxLength: 20 }), (drawn) => {
      const notices = drawn
        .map((one, index) =>
          aNotice(
            { id: `n${index}`, at: one.at },
            { kind: 'host', severity: 'done', title: 'Hello', interactionId: one.interactionId },
          ),
        )
        .sort((a, b) => b.at - a.at);
      const groups = groupNotices(notices, timeZone);
      expect(groups.flatMap((group) => group.notices)).toHaveLength(notices.length);
      const newest = groups.map((group) => group.at);
      expect(newest).toEqual([...newest].sort((a, b) => b - a));
      for (const group of groups) {
        expect(new Set(group.notices.map((one) => calendarDay(one.at, timeZone))).size).toBe(1);
        expect(new Set(group.notices.map((one) => one.interactionId)).size).toBe(1);
        expect(group.notices.map((one) => one.at)).toEqual(group.notices.map((one) => one.at).sort((a, b) => b - a));
      }
    }),
  );
});

import { createManualClock } from '@baton/contracts/testing';
import { createHostTexts } from '../texts';
import { createTitleBadge } from './title';

test('counts go in front of the title and on the icon, and go away again', () => {
  const badges: number[] = [];
  Object.defineProperty(navigator, 'setAppBadge', {
    configurable: true,
    value: (count: number) => (badges.push(count), Promise.reject(new Error('not in this frame'))),
  });
  document.title = 'My desk';
  const badge = createTitleBadge(document, createHostTexts('en-GB', createManualClock()));
  badge.set({ incoming: 1, unread: 2 });
  expect(document.title).toBe('(1) Incoming · My desk');
  badge.set({ incoming: 0, unread: 2 });
  expect(document.title).toBe('(2) My desk');
  badge.set({ incoming: 0, unread: 0 });
  expect(document.title).toBe('My desk');
  expect(badges).toEqual([3, 2, 0]);
  Reflect.deleteProperty(navigator, 'setAppBadge');
});

test('K1-7 customers who wait are in the title, unless an invitation is', () => {
  document.title = 'My desk';
  const badge = createTitleBadge(document, createHostTexts('en-GB', createManualClock()));
  badge.set({ incoming: 0, unread: 0, waiting: 3 });
  expect(document.title).toBe('3 waiting · My desk');
  badge.set({ incoming: 0, unread: 2, waiting: 3 });
  expect(document.title).toBe('(2) 3 waiting · My desk');
  badge.set({ incoming: 1, unread: 2, waiting: 3 });
  expect(document.title).toBe('(1) Incoming · My desk');
  badge.set({ incoming: 0, unread: 0, waiting: 0 });
  expect(document.title).toBe('My desk');
});

test("the title is the host's, who changes it at any time", () => {
  document.title = 'Loading…';
  const badge = createTitleBadge(document, createHostTexts('en-GB', createManualClock()));
  document.title = 'Case 4711';
  badge.set({ incoming: 0, unread: 0 });
  expect(document.title).toBe('Case 4711');
  badge.set({ incoming: 1, unread: 0 });
  expect(document.title).toBe('(1) Incoming · Case 4711');
  document.title = 'Case 4712';
  badge.set({ incoming: 2, unread: 0 });
  expect(document.title).toBe('(2) Incoming · Case 4712');
  badge.set({ incoming: 0, unread: 0 });
  expect(document.title).toBe('Case 4712');
});

test('several copies of Baton in one page show the counts once', () => {
  document.title = 'My desk';
  const texts = createHostTexts('en-GB', createManualClock());
  const badges = [createTitleBadge(document, texts), createTitleBadge(document, texts)] as const;
  for (const badge of badges) badge.set({ incoming: 1, unread: 0 });
  expect(document.title).toBe('(1) Incoming · My desk');
  badges[0].set({ incoming: 0, unread: 0 });
  expect(document.title).toBe('(1) Incoming · My desk');
  document.title = 'Case 4711';
  badges[1].set({ incoming: 0, unread: 2 });
  expect(document.title).toBe('(2) Case 4711');
  badges[1].set({ incoming: 0, unread: 0 });
  expect(document.title).toBe('Case 4711');
});

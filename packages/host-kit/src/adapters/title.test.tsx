import { createManualClock } from '@baton/contracts/testing';
import { createHostTexts } from '../texts';
import { createTitleBadge } from './title';

test('counts go in front of the title and on the icon, and go away again', () => {
  const badges: number[] = [];
  Object.defineProperty(navigator, 'setAppBadge', { configurable: true, value: (count: number) => (badges.push(count), Promise.reject(new Error('not in this frame'))) });
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

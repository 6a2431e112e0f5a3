import userEvent from '@testing-library/user-event';
import { createTestHost, renderInHost } from '@baton/module-kit/testing';
import * as notifications from '../index';

const mockFetched: string[] = [];
jest.mock('./messages-page', () => {
  mockFetched.push('messages');
  return { MessagesPage: () => <p>Every message</p> };
});
jest.mock('../settings/sections', () => {
  mockFetched.push('settings');
  return { Sections: () => null };
});

test('what My Messages opens is loaded ten seconds after the start, and then shows at once', async () => {
  const host = createTestHost();
  const screen = await renderInHost(notifications, host, { view: 'messages' });
  host.clock.advance(9_999);
  await Promise.resolve();
  expect(mockFetched).toEqual([]);
  host.clock.advance(1);
  await Promise.resolve();
  expect(mockFetched).toEqual(['messages', 'settings']);

  await userEvent.click(screen.getByRole('button', { name: /^My Messages,/ }));
  expect(screen.getByText('Every message')).toBeVisible();
});

import userEvent from '@testing-library/user-event';
import { createTestHost, renderInHost } from '@baton/module-kit/testing';
import * as notifications from './index';

let mockFails = true;
jest.mock('./my-messages/messages-page', () => {
  if (mockFails) throw new Error('The network is down.');
  return { MessagesPage: () => 'Every message' };
});
jest.mock('./settings/sections', () => {
  if (mockFails) throw new Error('The network is down.');
  return { Sections: () => <p>Every setting</p> };
});

beforeEach(() => (mockFails = true));

test('My Messages whose code does not come say so and can be tried again', async () => {
  const screen = await renderInHost(notifications, createTestHost(), { view: 'messages' });
  await userEvent.click(screen.getByRole('button', { name: /^My Messages,/ }));
  expect(await screen.findByText('My Messages did not load')).toBeVisible();
  expect(screen.focused()).toBe(screen.getByRole('heading', { name: 'My Messages' }));

  mockFails = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Every message')).toBeVisible();
});

test('settings whose code does not come say so and can be tried again', async () => {
  const screen = await renderInHost(notifications, createTestHost(), { view: 'settings' });
  expect(await screen.findByText('The settings did not load')).toBeVisible();

  mockFails = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Every setting')).toBeVisible();
});

import type { Page, Request } from '@playwright/test';
import { expect, test } from './support/host-pages';
import { Desktop } from './support/desktop';
import { serveComposed } from '../../scripts/serve/desktop-servers.js';

/**
 * Lets one request to the backend through, and never answers the others: what can be used all the same has waited for
 * one answer. Gives what was asked for, in order.
 */
async function answerOne(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route('**/v1/**', async (route) => {
    asked.push(nameOf(route.request()));
    if (asked.length === 1) await route.continue();
  });
  return asked;
}

const nameOf = (request: Request) => `${request.method()} ${new URL(request.url()).pathname}`;

test('after page and scripts the desktop can be used with one answer of the backend', async ({ browser }) => {
  const servers = await serveComposed();
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = await answerOne(page);
  await page.goto(`${servers.origin}/?agent=ana`);
  await new Desktop(page, 'ana').ready();
  await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeEditable();
  expect(asked[0]).toBe('POST /v1/session');
  expect(asked).not.toContain('POST /v1/commands');
  expect(asked).not.toContain('GET /v1/snapshot');
  await context.close();
  await servers.close();
});

test('nor does a host with a token of its own wait for more', async ({ hosts }) => {
  const page = await hosts.visit('clean');
  const opened = await page.request.post(new URL('/v1/session', page.url()).href, { data: { agentId: 'ana' } });
  const session: { token: string } = await opened.json();
  const asked = await answerOne(page);
  // The page's own identity provider: it gives a token, and signs nobody in.
  await page.route('**/v1/session', (route) => route.fulfill({ status: 201, json: session }));
  const opening = page.evaluate(
    ({ token }) => window.host.open('ana', { backend: { baseUrl: '/', getToken: async () => token } }),
    session,
  );
  await new Desktop(page, 'ana').ready();
  await opening;
  await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeEditable();
  expect(asked[0]).toBe('POST /v1/commands');
  expect(asked).not.toContain('GET /v1/snapshot');
});

test('a backend that brings no snapshot is asked for it, and the agent is signed in once', async ({ hosts }) => {
  const asked: string[] = [];
  const page = await hosts.visit('clean');
  await page.route('**/v1/{session,commands,snapshot}', async (route) => {
    asked.push(nameOf(route.request()));
    const answer = await route.fetch();
    const { snapshot: _, ...rest } = await answer.json();
    await route.fulfill({ response: answer, json: route.request().method() === 'GET' ? await answer.json() : rest });
  });
  await hosts.enter(page, 'ana');
  await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeEditable();
  expect(asked).toEqual(['POST /v1/session', 'POST /v1/commands', 'GET /v1/snapshot']);
});

import type { Page } from '@playwright/test';
import { readAndClick } from './support/pointer';
import { countRenders, rendersOf } from './support/renders';
import type { Renders } from './support/renders';
import { expect, test } from './support/world';
import type { World } from './support/world';

/** Ana's desktop in a directory of 2,000 targets, with counting of renders. */
async function open(world: World) {
  const ana = await world.open('ana');
  await world.control('set-directory', { size: 2000 });
  await countRenders(ana.page);
  await ana.page.reload();
  await expect(ana.transferButton).toBeVisible();
  return ana;
}

async function openTeam(world: World) {
  const ana = await open(world);
  await readAndClick(ana.transferButton);
  await expect(ana.team.getByRole('row').nth(9)).toBeVisible();
  await ana.page.mouse.move(5, 5);
  return ana;
}

/** Lets everything that is due be drawn. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))));

/** The least of four counts: ages on the screen are drawn anew every ten seconds, which may come in between. */
async function leastOf(count: (turn: number) => Promise<Renders>): Promise<Renders> {
  const all: Renders[] = [];
  for (let turn = 0; turn < 4; turn += 1) all.push(await count(turn));
  return {
    commits: Math.min(...all.map(({ commits }) => commits)),
    renders: Math.min(...all.map(({ renders }) => renders)),
  };
}

test.describe('Team Communicator', () => {
  test('a settled search is two commits', async ({ world }) => {
    const { page, team } = await openTeam(world);
    await page.keyboard.type('a');
    await expect(team.getByRole('row').first()).toHaveAccessibleName(/^A/);
    const count = team.getByText(/results$/);
    const before = await count.innerText();
    const all = await leastOf(async () => {
      await drawn(page);
      await rendersOf(page, 'team-communicator');
      await page.keyboard.type('n');
      await expect(count.filter({ hasNotText: before })).toBeVisible();
      await drawn(page);
      const counted = await rendersOf(page, 'team-communicator');
      await page.keyboard.press('Backspace');
      await expect(count.filter({ hasText: before })).toBeVisible();
      return counted;
    });
    // One for the letter.
    expect(all.commits).toBeLessThanOrEqual(1 + 2);
    expect(all.renders).toBeLessThanOrEqual(300);
  });

  test('a change of presence draws one row, and none when its target is not shown', async ({ world }) => {
    const { page, team } = await openTeam(world);
    let commands = 0;
    const put = (agentId: string, state: 'ready' | 'notReady') =>
      world.control('perform', {
        agentId,
        command: { type: 'setChannelState', commandId: `command-${(commands += 1)}`, channel: 'sms', state },
      });
    await page.keyboard.type('chen');
    await expect(team.getByRole('row', { name: /^Chen Wei, Agent, Ready/ })).toBeVisible();
    // What comes first sets the clock of the contact centre right, which all ages follow.
    await put('kavya', 'notReady');
    await drawn(page);
    const { commits, renders } = await leastOf(async (turn) => {
      const [state, word] = turn % 2 === 0 ? (['notReady', 'Not Ready'] as const) : (['ready', 'Ready'] as const);
      await rendersOf(page, 'team-communicator');
      await put('kavya', state === 'ready' ? 'notReady' : 'ready');
      await put('chen', state);
      await expect(team.getByRole('row', { name: new RegExp(`^Chen Wei, Agent, ${word}`) })).toBeVisible();
      return rendersOf(page, 'team-communicator');
    });
    expect(commits).toBe(1);
    expect(renders).toBeLessThanOrEqual(12);
  });
});

test.describe('the transcript', () => {
  test.use({ scenario: 'long-history' });

  test('draws the row of a message that arrives, however long the conversation is', async ({ world }) => {
    const ana = await open(world);
    const { page, rail, transcript } = ana;
    const counts: number[] = [];
    for (const [name, interactionId] of [
      ['Sam Carter', 'sms-1001'],
      ['Greta Lindholm', 'sms-132'],
    ] as const) {
      await readAndClick(rail.getByRole('button', { name: new RegExp(name) }));
      const { renders } = await leastOf(async (turn) => {
        await drawn(page);
        await rendersOf(page, 'sms-window');
        await world.control('customer-writes', { interactionId, text: `Are you there? ${turn}` });
        await expect(transcript.getByText(`Are you there? ${turn}`)).toBeInViewport();
        await drawn(page);
        return rendersOf(page, 'sms-window');
      });
      counts.push(renders);
    }
    const [short = 0, long = 0] = counts;
    expect(long).toBeLessThanOrEqual(short + 3);
    // Five in the window, the others in the list of conversations: the row, its avatar and notes, the order.
    expect(long).toBeLessThanOrEqual(12);
  });
});

test('of three hundred notices at once two hundred are kept, and none is drawn before they are looked at', async ({
  world,
}) => {
  const { page, myMessagesButton } = await open(world);
  await drawn(page);
  await rendersOf(page, 'notifications');
  const notices = Array.from({ length: 300 }, (_, count) => `Notice ${count}`);
  for (const text of notices)
    await world.control('tell-agents', { notice: { kind: 'broadcast', severity: 'information', text } });
  await expect(myMessagesButton).toHaveText(/200\+/);
  const { renders } = await rendersOf(page, 'notifications');
  expect(renders).toBeLessThanOrEqual(5 * 200);
});

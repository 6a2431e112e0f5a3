import type { Page } from '@playwright/test';
import { Intentions, TypedTexts, clickFaults, focusFaults, writtenIn } from './support/hands-checks';
import { customers } from './support/hands-customers';
import { installWitness, testimonyOf } from './support/hands-witness';
import { Hands } from './support/hands';
import type { Desktop } from './support/desktop';
import { expect, test } from './support/world';
import type { World } from './support/world';

/** Each check of the runs in hands.spec, once on a page that has the fault that it is to find. */
test.use({ scenario: 'busy-agent' });

const [sam, dana] = customers;

async function open(world: World): Promise<{ ana: Desktop; hands: Hands }> {
  const entrance = await world.visit('/?scenario=busy-agent');
  await entrance.context().addInitScript(installWitness);
  const ana = await world.open('ana');
  await ana.rail.getByRole('button', { name: sam?.name ?? '' }).click();
  await ana.composer.click();
  await testimonyOf(ana.page);
  return { ana, hands: new Hands(ana.page) };
}

/** What is wrong with the texts after so much was typed. */
async function textFaults(world: World, { page }: Desktop): Promise<string[]> {
  const typed = new TypedTexts(customers);
  typed.add((await testimonyOf(page)).typed);
  return typed.faults(await writtenIn(page), await world.commands());
}

test('a page without a fault passes every check', async ({ world }) => {
  const { ana, hands } = await open(world);
  const intentions = new Intentions();
  intentions.unmeant(await world.commands());
  intentions.mean({ agentId: 'ana', type: 'sendMessage', interactionId: sam?.interactionId, must: true });
  await hands.type('QQQ QQ');
  await ana.page.keyboard.press('Enter');
  await expect(ana.transcript.getByText('QQQ QQ')).toBeVisible();
  await hands.type('QQQ');
  const testimony = await testimonyOf(ana.page);
  expect([...focusFaults(testimony), ...clickFaults(testimony)]).toEqual([]);
  await expect.poll(async () => [...intentions.unmeant(await world.commands()), ...intentions.missing()]).toEqual([]);
  const typed = new TypedTexts(customers);
  typed.add(testimony.typed);
  expect(typed.faults(await writtenIn(ana.page), await world.commands())).toEqual([]);
});

test('a command that is asked for twice is found, and one that is not asked for', async ({ world }) => {
  const { ana, hands } = await open(world);
  const intentions = new Intentions();
  intentions.unmeant(await world.commands());
  await ana.page.evaluate(() => {
    const send = window.fetch;
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST') {
        const command = await request.clone().json();
        void send(request.url, {
          method: 'POST',
          headers: request.headers,
          body: JSON.stringify({ ...command, commandId: crypto.randomUUID() }),
        });
      }
      return send(request);
    };
  });
  intentions.mean({ agentId: 'ana', type: 'sendMessage', interactionId: sam?.interactionId, must: true });
  intentions.mean({ agentId: 'ana', type: 'cancelTransfer', must: true });
  await hands.type('QQQ');
  await ana.page.keyboard.press('Enter');
  await expect(ana.transcript.getByText('QQQ')).toHaveCount(2);
  await expect
    .poll(async () => intentions.unmeant(await world.commands()))
    .toEqual([expect.stringMatching(/^ana asked for .*sendMessage.*, which no step meant$/)]);
  expect(intentions.missing()).toEqual(['ana pressed for cancelTransfer in vain']);
});

test('a character that is swallowed is found missing', async ({ world }) => {
  const { ana, hands } = await open(world);
  await ana.page.evaluate(() => {
    let count = 0;
    addEventListener(
      'keydown',
      (event) => {
        count += 1;
        if (count === 3) event.preventDefault();
      },
      true,
    );
  });
  await hands.type('QQQQQ');
  expect(await textFaults(world, ana)).toEqual(['of 5 letters typed for Sam Carter only 4 are left']);
});

test('characters that go to another customer are found there: in the composer, in a draft and in a message', async ({
  world,
}) => {
  const { ana, hands } = await open(world);
  await hands.type('QQQ');
  await ana.rail.getByRole('button', { name: dana?.name ?? '' }).click();
  await expect(ana.page.getByRole('textbox', { name: /Dana Whitlock/ })).toBeVisible();
  await ana.composer.click();
  // As if the focus had come here by itself.
  await hands.type('QQ');
  expect(await textFaults(world, ana)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^what was typed for Sam Carter is in Message to .*Dana Whitlock/)]),
  );
  await ana.page.keyboard.press('Enter');
  await expect(ana.transcript.getByText('QQ')).toBeVisible();
  await expect.poll(() => textFaults(world, ana)).toEqual(['what was typed for Sam Carter is in a message in sms-124']);
});

test('focus that moves without a deed, while typing, to a control or to nowhere is found', async ({ world }) => {
  const { ana, hands } = await open(world);
  const { page } = ana;
  const faults = async () => focusFaults(await testimonyOf(page));
  const focusRailSoon = () =>
    page.evaluate(
      () =>
        void setTimeout(
          () =>
            document
              .querySelector('[data-region="rail"] [data-baton-module]')
              ?.shadowRoot?.querySelector('button')
              ?.focus(),
          50,
        ),
    );

  await hands.type('Q');
  await focusRailSoon();
  await hands.wait(200);
  expect(await faults()).toEqual([expect.stringMatching(/^focus went from textarea .* to button .* after “Q”/)]);

  await ana.composer.click();
  await faults();
  // Long after the click.
  await hands.wait(1700);
  await focusRailSoon();
  await hands.wait(200);
  expect(await faults()).toEqual([expect.stringMatching(/to button .* after “pointer” on “Message to/)]);

  await ana.composer.click();
  await faults();
  await hands.type('Q');
  await removeComposer(page);
  await hands.wait(100);
  expect(await faults()).toEqual([expect.stringMatching(/which has gone, to button/)]);
});

test('a click on what has come under a resting pointer is found, and leads to no command', async ({ world }) => {
  const { ana, hands } = await open(world);
  const { page } = ana;
  const send = page.getByRole('button', { name: 'Send' });
  await hands.type('QQQ');
  await page.mouse.move(700, 400);
  await hands.wait(100);
  await send.evaluate((button) =>
    Object.assign(button.style, { position: 'fixed', left: '680px', top: '390px', zIndex: '9' }),
  );
  await hands.wait(100);
  await hands.pressAt({ x: 700, y: 400 }, 'once');
  await hands.wait(100);
  const sent = await testimonyOf(page);
  expect(sent.clicks).toEqual([{ at: expect.any(Number), on: 'Send', cameAt: expect.any(Number) }]);
  expect(sent.asked.filter(({ type }) => type === 'sendMessage')).toEqual([]);
  // How long each took depends on the machine.
  const asked = [{ at: 1010, type: 'sendMessage' }];
  expect(clickFaults({ clicks: [{ at: 1000, on: 'Send', cameAt: 800 }], asked })).toEqual([
    'sendMessage by a click on “Send”, which came there 200 ms before',
  ]);
  expect(clickFaults({ clicks: [{ at: 1000, on: 'Send', cameAt: 400 }], asked })).toEqual([]);

  // What the pointer has gone to counts.
  await ana.composer.click();
  await hands.type('QQ');
  await hands.pressAt({ x: 700, y: 400 }, 'once');
  await expect(ana.transcript.getByText('QQQQQ', { exact: true })).toBeVisible();
  const { clicks } = await testimonyOf(page);
  expect(clicks.at(-1)).toEqual({ at: expect.any(Number), on: 'Send' });
});

/** Takes away what has focus, and gives it to a list entry. */
function removeComposer(page: Page): Promise<void> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    element?.remove();
    document.querySelector('[data-region="rail"] [data-baton-module]')?.shadowRoot?.querySelector('button')?.focus();
  });
}

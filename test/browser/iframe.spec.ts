import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import type { EmbeddedBaton } from '@baton/iframe';
import { createDesktopFiles } from '../../scripts/serve/desktop-files.js';
import { axeViolations } from './support/accessibility';
import { expect, listen, test } from './support/iframe-world';
import { readAndClick } from './support/pointer';

/** Something that has been said by `postMessage`; most of it on the bridge. */
type Said = { type?: string; id?: string } | null;

declare global {
  interface Window {
    texts: EmbeddedBaton;
    told: string[];
    heights: number[];
    hears: unknown[];
    messages: Said[];
  }
}

const toSam = { name: 'Message to Sam Carter' };

/** What the foreign desktop's `onError` has been told: "code message". */
function warnings(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && heard.push(message.text()));
  return heard;
}

function innerFrame(page: Page): Frame {
  const [, inner] = page.frames();
  if (inner === undefined) throw new Error('The page has no frame');
  return inner;
}

/** Keeps, in each window, what it says through ports and what other windows say to it. */
function recordMessages() {
  window.messages = [];
  window.addEventListener('message', ({ data }) => window.messages.push(data), { capture: true });
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function say(this: MessagePort, message: Said, ...rest: never[]) {
    window.messages.push(message);
    Reflect.apply(post, this, [message, ...rest]);
  };
}

/** In a window: its HTML, and what it keeps until it is closed. */
function whatItHolds(): string {
  const html = `page ${document.documentElement.outerHTML}`;
  try {
    return `${html} ${JSON.stringify(window.sessionStorage)}`;
  } catch {
    // Browsers may deny it to frames of another site.
    return html;
  }
}

test('Ana, in a desktop of somebody else, hands a conversation over to Bianca in ours', async ({ world }) => {
  const { page, frame } = await world.openDesk();
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
  await expect(page.locator('iframe')).toHaveAttribute('allow', 'clipboard-write; autoplay');
  const bianca = await world.openShell('bianca');
  const composer = frame.getByRole('textbox', toSam);
  await composer.fill('One moment, my colleague knows more.');
  await composer.press('Enter');
  await expect(frame.getByRole('log')).toContainText('my colleague knows more');
  expect(await axeViolations(page)).toEqual([]);

  await frame.getByRole('button', { name: 'Transfer', exact: true }).click();
  await frame.getByRole('searchbox', { name: 'Find a target' }).fill('Bianca');
  await expect(frame.getByText('Best matches')).toBeVisible();
  await frame.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
  await frame.getByRole('menuitem', { name: /^SMS transfer/i }).click();
  await expect(frame.getByRole('group', { name: 'Waiting for Bianca Okafor to accept' })).toBeVisible();
  await expect(composer).toBeFocused();

  await bianca.answer('Accept');
  await expect(bianca.transcript).toContainText('my colleague knows more');
  await expect(composer).toBeHidden();
  // The window had the focus; the desktop around it was told, and has a place for it.
  await expect(page.getByRole('textbox', { name: 'Notes' })).toBeFocused();
});

test('Ana gets a conversation: title, facts and a desktop notification are the desktop’s', async ({ world }) => {
  await world.profile.addInitScript(() => {
    window.told = [];
    class Recorded extends EventTarget {
      static permission = 'granted';
      static requestPermission = () => Promise.resolve('granted');
      onclick: (() => void) | undefined;
      constructor(title: string) {
        super();
        window.told.push(title);
        Object.assign(window, { notification: this });
      }
      close() {
        window.told.push('closed');
      }
    }
    Object.assign(window, { Notification: Recorded });
    // In a test no window has focus.
    document.hasFocus = () => false;
  });
  const { page, frame } = await world.openDesk('agent=bianca&name=Bianca%20Okafor');
  const ana = await world.openShell('ana');
  await expect(frame.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
  await page.evaluate(() => window.texts.update({ preferences: { desktopNotifications: true } }));
  await ana.transferTo('Bianca Okafor');

  await expect(frame.getByRole('article')).toContainText('SMS transfer from Ana Ruiz');
  await expect(page).toHaveTitle('(1) Incoming · Northwind Desk');
  await expect(page.getByLabel('Attention')).toHaveText('1 incoming, 0 unread');
  await expect.poll(() => page.evaluate(() => window.told)).toEqual(['SMS transfer from Ana Ruiz']);
  // A click on the notification leads to the card.
  await page.evaluate(() =>
    Object.assign({ notification: { onclick: () => undefined } }, window).notification.onclick(),
  );
  await expect(frame.getByRole('article')).toBeFocused();
  await readAndClick(frame.getByRole('button', { name: 'Accept' }));
  await expect(frame.getByRole('textbox', toSam)).toBeFocused();
  // One message is new: that she has accepted.
  await expect(page).toHaveTitle(/^\(1\) (?:1 waiting · )?Northwind Desk$/);
  await expect.poll(() => page.evaluate(() => window.told.at(-1))).toBe('closed');
});

test('in front of the mocked contact centre no token is asked for', async ({ world }) => {
  // Storage is shared within a site only, and the mock lives there.
  const desk = world.desk.replace('127.0.0.1', 'localhost');
  const mocked = await listen(createDesktopFiles({ flavour: 'mocked', hosts: [desk] }), 'localhost');
  const page = await world.profile.newPage();
  await page.goto(`${desk}/?baton=${mocked.origin}&module=sms-window`);
  await expect(page.frameLocator('iframe').getByRole('textbox', toSam)).toBeVisible();
  await page.close();
  await mocked.close();
});

test.describe('the token', () => {
  test('is asked for on demand, again after a 401, and is nowhere else', async ({ world }) => {
    const biancas = new Set<string | undefined>();
    world.intercept(({ headers }) => Boolean(biancas.add(headers.authorization)));
    await world.openShell('bianca');
    const tokens = new Set<string>();
    let toRefuse = 1;
    world.intercept((request, response) => {
      const { authorization } = request.headers;
      if (authorization === undefined || biancas.has(authorization)) return true;
      tokens.add(authorization.replace('Bearer ', ''));
      if (toRefuse === 0 || !request.url?.startsWith('/v1/commands')) return true;
      toRefuse -= 1;
      response
        .writeHead(401, { 'content-type': 'application/problem+json' })
        .end(JSON.stringify({ code: 'unauthenticated' }));
      return false;
    });
    const seen: string[] = [];
    world.profile.on('request', (request) => seen.push(`address ${decodeURIComponent(request.url())}`));
    world.profile.on('console', (message) => seen.push(`console ${message.text()}`));
    await world.profile.addInitScript(recordMessages);
    const { page, frame } = await world.openDesk();
    await expect(frame.getByRole('textbox', toSam)).toBeVisible();
    expect(toRefuse).toBe(0);
    expect(tokens.size).toBe(2);

    // Once more while the desktop hears everything that it can.
    await page.evaluate(() => {
      window.told = [];
      window.texts.update({
        onFact: (fact) => void window.told.push(`fact ${JSON.stringify(fact)}`),
        adapters: { telemetry: { emit: (event) => void window.told.push(`telemetry ${JSON.stringify(event)}`) } },
      });
    });
    toRefuse = 1;
    await frame.getByRole('button', { name: 'Transfer', exact: true }).click();
    await frame.getByRole('searchbox', { name: 'Find a target' }).fill('Bianca');
    await expect(frame.getByText('Best matches')).toBeVisible();
    await frame.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
    await frame.getByRole('menuitem', { name: /^SMS transfer/i }).click();
    await expect(frame.getByRole('group', { name: 'Waiting for Bianca Okafor to accept' })).toBeVisible();
    // The page shows the transfer before its request has been answered.
    await expect.poll(() => tokens.size).toBe(3);
    expect(toRefuse).toBe(0);
    const told = () => page.evaluate(() => window.told);
    await expect.poll(told).toContainEqual(expect.stringMatching(/^telemetry .*baton\.transfer\.requested/));
    await expect.poll(told).toContainEqual(expect.stringMatching(/^fact .*transfer\.started/));

    const desktopSaid = await page.evaluate(() => window.messages);
    const frameSaid = await innerFrame(page).evaluate(() => window.messages);
    // By contract the token is in an answer, and in a question when it has been refused.
    const questions = frameSaid.filter((said) => said?.type === 'token');
    const answers = desktopSaid.filter(
      (said) => said?.type === 'answer' && questions.some((question) => question?.id === said.id),
    );
    for (const token of tokens) expect(JSON.stringify(answers)).toContain(token);

    const others = [...frameSaid, ...desktopSaid].filter(
      (said) => !questions.includes(said) && !answers.includes(said),
    );
    expect(others.map((said) => said?.type)).toEqual(
      expect.arrayContaining(['connect', 'connected', 'fact', 'telemetry', 'update']),
    );
    seen.push(
      ...others.map((said) => `message ${JSON.stringify(said)}`),
      ...(await told()),
      `storage ${JSON.stringify(await world.profile.storageState())}`,
      ...(await Promise.all([page.mainFrame(), innerFrame(page)].map((one) => one.evaluate(whatItHolds)))),
    );
    expect(seen.filter((line) => [...tokens].some((token) => line.includes(token)))).toEqual([]);
  });

  test('that cannot be had is told to the desktop, and the session counts as lost', async ({ world }) => {
    const { page } = await world.openDesk();
    const heard = warnings(page);
    await page.evaluate(() =>
      window.texts.update({
        agent: { id: 'bianca', name: 'Bianca Okafor' },
        getToken: () => Promise.reject(new Error('no session here')),
      }),
    );
    await expect.poll(() => heard).toContain('message A message of the frame could not be handled.');
  });
});

test('changes of theme, tokens, density and language show at once', async ({ world }) => {
  const { page, frame } = await world.openDesk('module=sms-window');
  const transfer = frame.getByRole('button', { name: 'Transfer', exact: true });
  await expect(transfer).toBeVisible();
  const root = frame.locator('.frame');
  await expect(root).toHaveAttribute('data-baton-theme', 'light');
  await page.getByLabel('Theme').selectOption('dark');
  await expect(root).toHaveAttribute('data-baton-theme', 'dark');
  await page.evaluate(() =>
    window.texts.update({ density: 'compact', tokens: { '--baton-bg-surface': 'rgb(1, 2, 3)' } }),
  );
  await expect(root).toHaveAttribute('data-baton-density', 'compact');
  await expect(root).toHaveCSS('background-color', 'rgb(1, 2, 3)');
  await page.evaluate(() => window.texts.update({ tokens: {} }));
  await expect(root).not.toHaveCSS('background-color', 'rgb(1, 2, 3)');

  await frame.getByRole('textbox', toSam).fill('half a sentence');
  await page.getByLabel('Language').selectOption('ar');
  await expect(frame.getByRole('button', { name: 'تحويل', exact: true })).toBeVisible();
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(root).toHaveAttribute('data-baton-theme', 'dark');
  await page.evaluate(() => window.texts.update({ locale: 'en-GB', messages: { 'sms.transfer': 'Hand over' } }));
  await expect(frame.getByRole('button', { name: 'Hand over', exact: true })).toBeVisible();
  await expect(root).toHaveAttribute('dir', 'ltr');
  await expect(frame.getByRole('textbox', toSam)).toHaveValue('half a sentence');
});

test('the frame is as high as its content, within bounds, and comes to rest', async ({ world }) => {
  await world.profile.addInitScript(() => {
    window.heights = [];
    new MutationObserver(() => {
      const height = document.querySelector('iframe')?.getBoundingClientRect().height;
      if (height !== undefined && height !== window.heights.at(-1)) window.heights.push(height);
    }).observe(document, { subtree: true, attributeFilter: ['style'], childList: true });
  });
  const { page, frame } = await world.openDesk('module=sms-window');
  const iframe = page.locator('iframe');
  const height = async () => Math.round((await iframe.boundingBox())?.height ?? 0);
  const composer = frame.getByRole('textbox', toSam);
  await expect(composer).toBeVisible();
  const content = await height();
  expect(content).toBeGreaterThanOrEqual(320);
  expect(content).toBeLessThanOrEqual(900);

  // More content: up to the window, then the transcript scrolls.
  for (let line = 0; line < 12; line += 1) {
    await composer.fill(`Line ${line}\nand a second one`);
    await composer.press('Enter');
  }
  await expect(frame.getByText('Line 11')).toBeVisible();
  await expect.poll(height).toBe(900);
  await expect(composer).toBeInViewport();
  expect(await innerFrame(page).evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);

  await page.setViewportSize({ width: 1440, height: 700 });
  await expect.poll(height).toBe(700);
  await page.evaluate(() => window.texts.update({ autoHeight: { max: 500 } }));
  await expect.poll(height).toBe(500);
  await expect(composer).toBeInViewport();

  // At rest nothing moves: a hundred frames without a new height.
  const count = await page.evaluate(() => window.heights.length);
  await page.evaluate(async () => {
    for (let frames = 0; frames < 100; frames += 1) await new Promise(requestAnimationFrame);
  });
  expect(await page.evaluate(() => window.heights.length)).toBe(count);

  await page.evaluate(() => {
    window.texts.update({ autoHeight: false });
    document.querySelector<HTMLElement>('#baton')?.style.setProperty('height', '420px');
  });
  await expect.poll(height).toBe(420);
  await expect(composer).toBeInViewport();
});

test('focus goes in and out with Tab, and in by a call', async ({ world }) => {
  const { page, frame } = await world.openDesk('module=sms-window');
  const composer = frame.getByRole('textbox', toSam);
  await expect(composer).toBeVisible();
  await page.getByRole('textbox', { name: 'Notes' }).click();
  const after = page.getByRole('button', { name: 'File the case' });
  let stops = 0;
  while (!(await after.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press('Tab');
    stops += 1;
    expect(stops, 'Tab leaves the frame').toBeLessThan(30);
  }
  expect(stops).toBeGreaterThan(3);
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('iframe')).toBeFocused();

  await page.getByRole('textbox', { name: 'Notes' }).click();
  await page.getByRole('button', { name: 'To the conversation' }).click();
  await expect(composer).toBeFocused();
});

test('Baton’s shortcuts work in the desktop around it, as they are in force', async ({ world }) => {
  const { page, frame } = await world.openDesk();
  const notes = page.getByRole('textbox', { name: 'Notes' });
  const search = frame.getByRole('searchbox', { name: 'Find a target' });
  await expect(frame.getByRole('textbox', toSam)).toBeVisible();
  await notes.click();
  await page.keyboard.press('Alt+Shift+F');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();

  await page.evaluate(() => window.texts.update({ shortcuts: { 'team.open': 'Control+Alt+K' } }));
  await expect(frame.getByRole('textbox', toSam)).toBeVisible();
  await notes.click();
  await page.keyboard.press('Alt+Shift+F');
  await page.keyboard.press('Control+Alt+K');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();

  // The agent's own switch turns them off here too.
  await page.evaluate(() => window.texts.update({ preferences: { shortcuts: false } }));
  await notes.click();
  await page.keyboard.press('Control+Alt+K');
  await page.keyboard.type('typed');
  await expect(notes).toHaveValue('typed');
  await expect(search).toBeHidden();
});

test('the desktop asks on the bus, hears facts, and gives up', async ({ world }) => {
  const { page, frame } = await world.openDesk();
  await expect(frame.getByRole('textbox', toSam)).toBeVisible();
  expect(
    await page.evaluate(() => window.texts.request('notice.post', { severity: 'information', title: 'Case filed' })),
  ).toEqual({ noticeId: expect.any(String) });
  await expect(page.getByLabel('Attention')).toHaveText('0 incoming, 1 unread');
  await expect(page).toHaveTitle(/^\(1\) (?:1 waiting · )?Northwind Desk$/);

  const given = await page.evaluate(async () => {
    const asker = new AbortController();
    const picked = window.texts
      .request('target.pick', { interactionId: 'i-1', kinds: ['agent'] }, { signal: asker.signal })
      .catch((error: { code: string }) => error.code);
    const open = new Promise<void>(
      (resolve) => void window.texts.on('panel.changed', ({ open: isOpen }) => isOpen && resolve()),
    );
    await open;
    asker.abort();
    return picked;
  });
  expect(given).toBe('cancelled');
  await expect(frame.getByRole('searchbox', { name: 'Find a target' })).toBeHidden();

  const wrong = await page.evaluate(() =>
    window.texts
      .request(
        'transfer.start',
        Object.assign({ interactionId: '', target: { kind: 'agent', id: 'x', name: 'y' } } as const),
      )
      .catch((error: { code: string; message: string }) => error.message),
  );
  expect(wrong).toMatch(/What "transfer\.start" asks does not fit its schema/);
  // Who listens late is told what holds.
  expect(
    await page.evaluate(
      () => new Promise((resolve) => void window.texts.on('agent.state', ({ agent }) => resolve(agent.name))),
    ),
  ).toBe('Ana Ruiz');
});

test('a link of the customer opens in the desktop’s own window', async ({ world }) => {
  const { page, frame } = await world.openDesk();
  await expect(frame.getByRole('textbox', toSam)).toBeVisible();
  // A name without a dot is no address.
  const address = `${world.baton}/two-desktops`.replace('localhost', '127.0.0.1');
  await frame.getByRole('textbox', toSam).fill(`See ${address}`);
  await frame.getByRole('textbox', toSam).press('Enter');
  const opened = page.waitForEvent('popup');
  await frame.getByRole('log').getByRole('link').click();
  expect((await opened).url()).toBe(address);
});

test('sounds play as soon as the desktop around has been clicked', async ({ world }) => {
  await world.profile.addInitScript(() => {
    window.told = [];
    const Own = window.AudioContext;
    window.AudioContext = class extends Own {
      constructor() {
        super();
        window.told.push(this.state);
        this.onstatechange = () => window.told.push(this.state);
      }
    };
  });
  const { page, frame } = await world.openDesk('agent=bianca&name=Bianca%20Okafor');
  await expect(frame.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
  await page.getByRole('heading', { name: 'Account' }).click();
  const ana = await world.openShell('ana');
  await ana.transferTo('Bianca Okafor');
  await expect.poll(() => innerFrame(page).evaluate(() => window.told.at(-1))).toBe('running');
});

test.describe('who may speak', () => {
  test('a message of another window or origin is ignored, counted and told', async ({ world }) => {
    const { page } = await world.openDesk();
    const frame = page.frameLocator('iframe >> nth=0');
    const heard = warnings(page);
    await expect(frame.getByRole('textbox', toSam)).toBeVisible();
    const evil = await listen(
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Evil</title>'),
      'localhost',
    );
    await page.evaluate((src) => {
      const other = document.createElement('iframe');
      other.src = src;
      document.body.append(other);
      return new Promise((resolve) => (other.onload = resolve));
    }, evil.origin);
    const evilFrame = page.frames().find((one) => one.url().startsWith(evil.origin));
    const attack = {
      source: 'baton',
      v: 1,
      type: 'connect',
      id: '1',
      payload: {
        options: { agent: { id: 'bianca', name: 'Bianca Okafor' } },
        page: { notificationPermission: 'denied', soundUnlocked: true, adapters: [] },
      },
    };
    await evilFrame?.evaluate((message) => {
      const { port1, port2 } = new MessageChannel();
      window.hears = [];
      port1.onmessage = ({ data }) => window.hears.push(data);
      window.parent.frames[0]?.postMessage(message, '*', [port2]);
      window.parent.frames[0]?.postMessage({ ...message, type: 'close', payload: {} }, '*');
    }, attack);
    await expect
      .poll(() => heard)
      .toEqual([
        'message A window that is not the parent sent a message of the bridge. (1 ignored so far)',
        'message A window that is not the parent sent a message of the bridge. (2 ignored so far)',
      ]);
    expect(await evilFrame?.evaluate(() => window.hears)).toEqual([]);
    // The parent's own window is not to be reached that way either: its port is all it hears.
    await evilFrame?.evaluate(
      (message) =>
        window.parent.postMessage(
          { ...message, type: 'title', payload: { incoming: 9, unread: 9, text: 'Evil' } },
          '*',
        ),
      attack,
    );
    await expect(frame.getByRole('textbox', toSam)).toBeVisible();
    await expect(page).toHaveTitle('1 waiting · Northwind Desk');
    await evil.close();
  });

  test.describe('a desktop that is not on the list', () => {
    test.use({ expectedProblems: /frame-ancestors|postMessage|ERR_BLOCKED_BY_RESPONSE/ });

    test('is refused by the browser, and told so after a while', async ({ world, browserName }) => {
      expect(browserName).toBe('chromium');
      const page = await world.profile.newPage();
      const heard = warnings(page);
      await page.clock.install();
      // The same folder at another origin.
      const other = world.desk.replace('127.0.0.1', 'localhost');
      await page.goto(`${other}/?baton=${world.baton}`);
      await page.waitForFunction(() => 'texts' in window);
      await page.evaluate(
        () => void window.texts.ready().catch(({ code }: { code: string }) => (window.told = [code])),
      );
      await page.clock.runFor(10_000);
      await expect(page.getByRole('alert')).toHaveText(/Text messages could not be loaded here\. Try again/);
      expect(await page.evaluate(() => window.told)).toEqual(['noAnswer']);
      expect(heard).toContain(
        `noAnswer No answer from ${world.baton}: is it up, "src" right, ${other} on its lists (#baton-deployment, frame-ancestors)?`,
      );
      await expect(page.locator('iframe')).toHaveCount(0);
    });

    test('is refused by the page itself where the header lets it in', async ({ world }) => {
      const page = await world.profile.newPage();
      const heard = warnings(page);
      await page.route('**/frame/**', async (route) => {
        const response = await route.fetch();
        const headers = response.headers();
        await route.fulfill({
          response,
          headers: {
            ...headers,
            'content-security-policy':
              headers['content-security-policy']?.replace(/frame-ancestors [^;]*/, 'frame-ancestors *') ?? '',
          },
        });
      });
      const other = world.desk.replace('127.0.0.1', 'localhost');
      await page.goto(`${other}/?baton=${world.baton}`);
      await expect(page.getByRole('alert')).toBeVisible();
      expect(heard).toEqual([
        `parentNotAllowed ${other} is not on the list of Baton's page at ${world.baton}. Add it to "parents" in the page's "#baton-deployment" and to its header frame-ancestors.`,
      ]);
    });
  });

  test('what does not fit is refused with cause and cure', async ({ world }) => {
    const { page } = await world.openDesk();
    /** Greets the frame by hand and resolves with its first answer. */
    const greet = (src: string, message: object) =>
      page.evaluate(
        ([address, greeting]) => {
          const frame = document.createElement('iframe');
          frame.src = address;
          const { port1, port2 } = new MessageChannel();
          frame.onload = () => frame.contentWindow?.postMessage(greeting, new URL(address).origin, [port2]);
          document.body.append(frame);
          return new Promise<{ type: string; payload: { code: string; message: string } }>((resolve) => {
            port1.onmessage = ({ data }) => {
              frame.remove();
              resolve(data);
            };
          });
        },
        [src, message] as const,
      );
    const greeting = {
      source: 'baton',
      v: 1,
      type: 'connect',
      id: '0',
      payload: {
        options: { agent: { id: 'ana', name: 'Ana' } },
        page: { notificationPermission: 'default', soundUnlocked: false, adapters: [] },
      },
    };
    const src = `${world.baton}/frame/?module=sms-window`;
    expect(await greet(src, { ...greeting, v: 2 })).toMatchObject({
      type: 'refused',
      payload: { code: 'version', message: expect.stringContaining("version 2 of the bridge, Baton's page version 1") },
    });
    expect(
      await greet(src, { ...greeting, payload: { ...greeting.payload, options: { agent: 'Ana' } } }),
    ).toMatchObject({ type: 'refused', payload: { code: 'options', message: expect.stringContaining('agent') } });
    expect(await greet(`${world.baton}/frame/?module=crm`, greeting)).toMatchObject({
      type: 'refused',
      payload: { code: 'module', message: expect.stringContaining('"crm"') },
    });
  });

  test('a malformed message of the desktop is ignored and counted; the frame goes on', async ({ world }) => {
    await world.profile.addInitScript(() => {
      const post = MessagePort.prototype.postMessage;
      Object.assign(window, { sayRaw: undefined });
      MessagePort.prototype.postMessage = function say(this: MessagePort, message: unknown, ...rest: never[]) {
        Object.assign(window, { sayRaw: (raw: unknown) => Reflect.apply(post, this, [raw]) });
        Reflect.apply(post, this, [message, ...rest]);
      };
    });
    const { page, frame } = await world.openDesk();
    const heard = warnings(page);
    await expect(frame.getByRole('textbox', toSam)).toBeVisible();
    await page.evaluate(() => {
      window.texts.update({});
      const { sayRaw } = Object.assign({ sayRaw: (raw: unknown) => void raw }, window);
      for (const raw of [
        'text',
        { source: 'baton', v: 1, type: 'update', id: '1', payload: { theme: 'pink' } },
        { source: 'baton', v: 1, type: 'explode', id: '1', payload: {} },
        null,
      ])
        sayRaw(raw);
    });
    await expect.poll(() => heard.map((line) => /\((\d+) ignored so far\)/.exec(line)?.[1])).toEqual(['1', '2', '4']);
    await page.getByLabel('Theme').selectOption('contrast-dark');
    await expect(frame.locator('.frame')).toHaveAttribute('data-baton-theme', 'contrast-dark');
  });
});

test.describe('a frame that never answers', () => {
  test.use({ expectedProblems: /postMessage/ });

  test('leaves a text and a way to try again, and comes when it can', async ({ world }) => {
    const page = await world.profile.newPage();
    await page.clock.install();
    await page.route('**/frame/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Something else</title>' }),
    );
    await page.goto(`${world.desk}/?baton=${world.baton}&module=sms-window`);
    await expect(page.locator('iframe')).toBeVisible();
    await page.clock.runFor(5_000);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.clock.runFor(5_000);
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);

    await page.unroute('**/frame/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.clock.runFor(1000);
    await expect(page.frameLocator('iframe').getByRole('textbox', toSam)).toBeVisible();
    await page.clock.runFor(20_000);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('a page that nobody greets says where it belongs', async ({ world }) => {
    const page = await world.profile.newPage();
    await page.goto(`${world.baton}/frame?module=sms-window`);
    await expect(page.getByRole('heading', { name: 'This page works inside an agent desktop' })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/frame/');
    expect(await axeViolations(page)).toEqual([]);
  });
});

test('a frame that reloads is greeted anew', async ({ world }) => {
  const { page, frame } = await world.openDesk();
  await expect(frame.getByRole('textbox', toSam)).toBeVisible();
  await page.evaluate(() => window.texts.update({ theme: 'dark' }));
  await innerFrame(page).evaluate(() => window.location.reload());
  await expect(frame.getByRole('textbox', toSam)).toBeVisible();
  await expect(frame.locator('.frame')).toHaveAttribute('data-baton-theme', 'dark');
  expect(await page.evaluate(() => window.texts.ready())).toBeUndefined();
});

test('unmounting leaves nothing', async ({ world }) => {
  const page = await world.profile.newPage();
  await page.addInitScript(() => {
    window.told = [];
    for (const [name, target] of Object.entries({ document, window })) {
      const add = target.addEventListener;
      target.addEventListener = (
        type: string,
        listener: EventListenerOrEventListenerObject,
        options?: AddEventListenerOptions | boolean,
      ) => {
        const entry = `${name} ${type}`;
        // The test runner listens on the window for itself.
        if (!/__playwright|mouse|touch|pointer|window .*click|contextmenu/.test(entry)) window.told.push(entry);
        if (typeof options === 'object')
          options.signal?.addEventListener('abort', () => window.told.splice(window.told.indexOf(entry), 1));
        Reflect.apply(add, target, [type, listener, options]);
      };
    }
  });
  await page.goto(`${world.desk}/?baton=${world.baton}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('textbox', toSam)).toBeVisible();
  await page.evaluate(() => window.texts.request('notice.post', { severity: 'information', title: 'Case filed' }));
  await expect(page).toHaveTitle(/^\(1\) (?:1 waiting · )?Northwind Desk$/);
  expect(await page.evaluate(() => window.told.toSorted())).toEqual([
    'document click',
    'document keydown',
    'window resize',
  ]);

  await page.getByRole('button', { name: 'Close text messages' }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page).toHaveTitle('Northwind Desk');
  expect(await page.evaluate(() => window.told)).toEqual([]);
  expect(await page.locator('#baton').innerHTML()).toBe('');
  expect(
    await page.evaluate(() => window.texts.request('team.open', {}).catch(({ code }: { code: string }) => code)),
  ).toBe('cancelled');
  expect(await page.evaluate(() => window.texts.ready().catch(({ code }: { code: string }) => code))).toBeUndefined();
});

test('actions of the page are chosen in the frame, and carried out in the page', async ({ world }) => {
  const { page, frame } = await world.openDesk();
  await expect(frame.getByRole('textbox', toSam)).toBeVisible();
  await page.evaluate(() => {
    window.told = [];
    window.texts.update({
      actions: {
        target: [{ id: 'crm.call', label: 'Call', perform: ({ target }) => window.told.push(`Call ${target?.name}`) }],
        conversation: [{ id: 'crm.case', label: { en: 'Open the case' }, perform: () => window.told.push('Case') }],
      },
    });
  });
  await frame.getByRole('button', { name: 'Open the case' }).click();
  await expect.poll(() => page.evaluate(() => window.told)).toEqual(['Case']);

  await frame.getByRole('button', { name: 'Transfer', exact: true }).click();
  await frame.getByRole('searchbox', { name: 'Find a target' }).fill('Bianca');
  await expect(frame.getByText('Best matches')).toBeVisible();
  await frame.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
  await frame.getByRole('menuitem', { name: 'Call' }).click();
  await expect.poll(() => page.evaluate(() => window.told)).toEqual(['Case', 'Call Bianca Okafor']);
  await expect(frame.getByRole('button', { name: 'Transfer', exact: true })).toBeFocused();
});

/** What is in sight once a module of the frame stands, by the address. */
const parts: readonly [string, string, (frame: FrameLocator) => Locator][] = [
  ['the whole desktop', '', (frame) => frame.getByRole('textbox', toSam)],
  ['the SMS window alone', 'module=sms-window', (frame) => frame.getByRole('textbox', toSam)],
  [
    'Team Communicator alone',
    'module=team-communicator',
    (frame) => frame.getByRole('searchbox', { name: 'Find a target' }),
  ],
  [
    'notifications alone',
    'module=notifications',
    (frame) => frame.getByRole('region', { name: 'Incoming interactions' }),
  ],
  [
    'My Messages alone',
    'module=notifications/messages',
    (frame) => frame.getByRole('button', { name: /^My Messages/ }),
  ],
];
for (const [name, query, sight] of parts) {
  test(`${name} is clean for axe in the frame`, async ({ world }) => {
    const { page, frame } = await world.openDesk(query);
    await expect(sight(frame).first()).toBeVisible();
    // The first heading is that of the desktop around.
    const violations = await axeViolations(innerFrame(page));
    expect(violations.filter((violation) => !violation.startsWith('page-has-heading-one'))).toEqual([]);
  });
}

test('the library weighs less than 4 KiB, as a script and as a module, and a script tag makes one global', async ({
  world,
}) => {
  for (const file of ['embed-baton.js', 'embed-baton.mjs'])
    expect(gzipSync(readFileSync(`dist/embed/${file}`), { level: 9 }).length, file).toBeLessThan(4 * 1024);
  const page = await world.profile.newPage();
  await page.goto(`${world.desk}/desk.css`);
  const before = await page.evaluate(() => Object.keys(window));
  await page.addScriptTag({ url: `${world.baton}/embed/embed-baton.js` });
  expect(await page.evaluate((known) => Object.keys(window).filter((name) => !known.includes(name)), before)).toEqual([
    'embedBaton',
  ]);
});

/** What a network and a machine are like. */
export const profiles = [
  { name: 'loopback' },
  { name: '300 ms, 50 Mbit/s', latency: 300, megabits: 50 },
  { name: '40 ms, 10 Mbit/s, CPU / 4', latency: 40, megabits: 10, slowdown: 4 },
];

/**
 * Starts a desktop in a fresh browser profile and watches what it fetches.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {import('../serve/desktop-servers.js').DesktopServers} servers
 * @param {{latency?: number, megabits?: number, slowdown?: number}} [profile]
 * @returns {Promise<{usable: Fetched, warm: Fetched, depth: number, ready: number}>}
 *   usable: until SMS window and Notifications can be used; warm: until Team Communicator has
 *   opened; depth: how many files had to be there one after the other before the last script of
 *   the first screen could be asked for, the page being the first; ready: milliseconds until usable
 */
export async function observeStart(browser, servers, { latency, megabits, slowdown } = {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const asked = new Map();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request, initiator, documentURL }) => {
    if (!asked.has(request.url)) asked.set(request.url, initiator.url ?? firstFrame(initiator.stack) ?? documentURL);
  });
  if (latency !== undefined) {
    const throughput = (megabits * 1e6) / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  if (slowdown !== undefined) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

  await page.addInitScript(noteWhenReady);
  await page.goto(`${servers.origin}/?agent=ana`);
  const ready = await page
    .waitForFunction(() => window.batonReady, undefined, { timeout: 60_000 })
    .then((handle) => handle.jsonValue());
  // Where the first screen takes seconds, what comes later no longer waits for it; it is not part of it all the same.
  const later = servers.modules['team-communicator'];
  const usable = fetched([...asked.keys()].filter((url) => later === undefined || !url.startsWith(later)));
  const depth = Math.max(...usable.files.map((url) => depthOf(url, asked)));

  // Team Communicator is there when it can open; what it opens with is no longer counted.
  await page.waitForFunction(
    () => document.querySelector('[data-baton-module="team-communicator"]') !== null,
    undefined,
    { timeout: 60_000 },
  );
  const beforeOpening = asked.size;
  await page.getByRole('button', { name: 'Transfer', exact: true }).click();
  await page.getByRole('searchbox').waitFor();
  // What My Messages opens comes by itself a while after the start, and Details do, whatever is opened.
  const isOfStart = (url) => !/\/(?:messages|settings|details)\./.test(url);
  const scriptsOnOpening = [...asked.keys()].slice(beforeOpening).filter((url) => isScript(url) && isOfStart(url));
  if (scriptsOnOpening.length > 0)
    throw new Error(`Opening Team Communicator had to fetch ${scriptsOnOpening.join(', ')}`);
  const warm = fetched([...asked.keys()].filter(isOfStart));
  await context.close();
  return { usable, warm, depth, ready };
}

/**
 * @typedef {object} Fetched
 * @property {number} requests all but those of the routing backend
 * @property {string[]} files addresses of the scripts
 */

/** In the page: notes when the first screen can be used. Looks once a frame, as a person would. */
function noteWhenReady() {
  const inModule = (name, selector) =>
    [...document.querySelectorAll(`[data-baton-module="${name}"]`)].some((place) =>
      place.shadowRoot?.querySelector(selector),
    );
  const look = () => {
    if (inModule('sms-window', 'textarea') && inModule('notifications', 'button[aria-expanded]'))
      window.batonReady = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function fetched(urls) {
  return {
    requests: urls.filter((url) => url.startsWith('http') && !new URL(url).pathname.startsWith('/v1/')).length,
    files: urls.filter(isScript),
  };
}

function isScript(url) {
  return url.startsWith('http') && new URL(url).pathname.endsWith('.js');
}

function depthOf(url, asked) {
  const parent = asked.get(url);
  return parent === undefined || parent === url || !asked.has(parent) ? 1 : depthOf(parent, asked) + 1;
}

function firstFrame(stack) {
  return (
    stack?.callFrames.find(({ url }) => url !== '')?.url ??
    (stack?.parent === undefined ? undefined : firstFrame(stack.parent))
  );
}

/**
 * Waits until a page of the mocked desktop stands as it is to be seen: its situation is open (`data-situation`, which
 * builds of before do not have), every module is there, and nothing moves any more.
 *
 * @param {import('@playwright/test').Page} page
 * @param {object} [options]
 * @param {number} [options.seconds] how long it waits
 * @param {boolean} [options.loadsForEver] whether a part of it never comes, see `loadsForEver`
 * @throws an Error that says what is still missing
 */
export async function untilStands(page, { seconds = 30, loadsForEver = false } = {}) {
  const options = { limitMs: seconds * 1000, loadsForEver };
  const missing = await page.evaluate(waitInPage, options).catch((error) => {
    if (!/context was destroyed/.test(error.message)) throw error;
    // A state may lead to another page, such as the one to sign in.
    return page.evaluate(waitInPage, options);
  });
  if (missing !== undefined) throw new Error(`${page.url()} does not stand: ${missing}.`);
}

/**
 * Whether a situation with this network shows a part that never comes.
 *
 * @param {{failures?: readonly {how: string}[]}} network
 */
export const loadsForEver = ({ failures }) => failures?.some(({ how }) => how === 'hang') ?? false;

/** @returns {Promise<string | undefined>} what is still missing when the time is over */
async function waitInPage({ limitMs, loadsForEver }) {
  // Cards that slide in, and lists that are filled in two steps, have come to rest by then.
  const restMs = 150;
  // Where a part loads for ever, the others have come by then.
  const loadingMs = 1500;
  const start = performance.now();
  let seen = '';
  let since = start;

  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    const elements = elementsIn(document);
    const missing = missingIn(elements);
    const places = elements.map(placeOf).join(';');
    if (missing !== undefined || places !== seen) since = now;
    seen = places;
    if (missing === 'failed') return 'its situation could not be opened, and the page says why';
    if (now - since >= (loadsForEver && isLoading(elements) ? loadingMs : restMs)) return undefined;
    if (now - start >= limitMs) return missing ?? 'something moves';
  }

  function missingIn(elements) {
    const situation = document.documentElement.dataset.situation ?? 'open';
    if (situation === 'failed') return 'failed';
    if (situation !== 'open') return `data-situation is "${situation}"`;
    if ((document.getElementById('baton')?.childElementCount ?? 0) === 0) return 'there is no desktop';
    if (document.fonts.status !== 'loaded') return 'a font is on its way';
    return !loadsForEver && isLoading(elements) ? 'a part of it still loads' : undefined;
  }

  function isLoading(elements) {
    const regions = [
      ...document.querySelectorAll('[data-region="top"], [data-region="incoming"], [data-region="sms"]'),
    ];
    const isEmpty = (region) => !elementsIn(region).some(({ shadowRoot }) => shadowRoot?.childElementCount > 0);
    return regions.some(isEmpty) || elements.some((element) => element.getAttribute('aria-busy') === 'true');
  }

  function elementsIn(within) {
    return [...within.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot === null ? [element] : [element, ...elementsIn(element.shadowRoot)],
    );
  }

  function placeOf(element) {
    for (const animation of element.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
      else animation.cancel();
    }
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${x},${y},${width},${height}`;
  }
}

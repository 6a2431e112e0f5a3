import type { Locator } from '@playwright/test';

/** How long a person looks at something before they press it. Longer than an Interaction Preview ignores the pointer (IP-07). */
const readingMs = 600;

/** Clicks as a person does who has read what they click. */
export async function readAndClick(target: Locator): Promise<void> {
  await read(target);
  await target.click();
}

/** Waits as a person does who reads: until something has stood still for a moment. */
export async function read(target: Locator): Promise<void> {
  await target.evaluate(
    (element, ms) =>
      new Promise<void>((resolve) => {
        let place = '';
        let since = 0;
        const look = (now: number) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const found = [x, y, width, height].join();
          if (found !== place) since = now;
          place = found;
          if (now - since >= ms || !element.isConnected) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    readingMs,
  );
}

/** Clicks where something stands, also when it says that it cannot be used. */
export async function clickDisabled(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${String(target)} takes no room.`);
  await target.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

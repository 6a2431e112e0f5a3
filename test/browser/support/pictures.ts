import type { Page } from '@playwright/test';

/** How far two pictures of the same size are apart where they differ most: 0 to 255, of one colour of one pixel. */
export function distance(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(pictures.map(pixels));
      if (a === undefined || b === undefined || a.length !== b.length) return 255;
      return a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? 0))), 0);

      async function pixels(base64: string): Promise<Uint8ClampedArray> {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes]));
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        if (canvas === null) throw new Error('There is no canvas to look at pictures with.');
        canvas.drawImage(picture, 0, 0);
        return canvas.getImageData(0, 0, picture.width, picture.height).data;
      }
    },
    [one, other].map((picture) => picture.toString('base64')),
  );
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './take.js';

/**
 * How a picture is beside that of the other commit.
 *
 * @typedef {{is: 'same' | 'new'} | {is: 'different', pixels: number, drawn: string}} Difference
 *   pixels: how many differ; drawn: name of the picture that shows which
 */

/**
 * Compares pictures of two folders. The browser decodes and draws them, so that no library has to.
 *
 * @param {readonly string[]} files names of pictures
 * @param {{now: string, before: string, drawn: string}} folders drawn: where pictures of differences go
 * @returns {Promise<Map<string, Difference>>} none for a picture that was not taken now
 */
export async function comparePictures(files, { now, before, drawn }) {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const found = new Map();
  for (const file of files.filter((one) => existsSync(join(now, one)))) {
    if (!existsSync(join(before, file))) found.set(file, { is: 'new' });
    else found.set(file, await compare(file));
  }
  await browser.close();
  return found;

  async function compare(file) {
    const [one, other] = [now, before].map((folder) => readFileSync(join(folder, file)));
    if (one.equals(other)) return { is: 'same' };
    const { pixels, picture } = await page.evaluate(differenceInPage, [
      one.toString('base64'),
      other.toString('base64'),
    ]);
    if (pixels === 0) return { is: 'same' };
    writeFileSync(join(drawn, file), Buffer.from(picture, 'base64'));
    return { is: 'different', pixels, drawn: file };
  }
}

/**
 * Counts the pixels that differ, and draws them in red on what both show in grey. A difference of a colour that
 * nobody sees counts as none.
 */
async function differenceInPage(pictures) {
  const unseen = 12;
  const [one, other] = await Promise.all(pictures.map(decode));
  const width = Math.max(one.width, other.width);
  const height = Math.max(one.height, other.height);
  const [a, b] = [one, other].map((picture) => pixelsOf(picture));
  const drawn = new ImageData(width, height);
  let count = 0;
  for (let at = 0; at < a.length; at += 4) {
    const differs = [0, 1, 2, 3].some((channel) => Math.abs(a[at + channel] - b[at + channel]) > unseen);
    if (differs) count += 1;
    const grey = 255 - (255 - (a[at] + a[at + 1] + a[at + 2]) / 3) * 0.25;
    drawn.data.set(differs ? [214, 0, 54, 255] : [grey, grey, grey, 255], at);
  }
  return { pixels: count, picture: count === 0 ? undefined : await encode(drawn) };

  function decode(base64) {
    return createImageBitmap(new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]));
  }

  function pixelsOf(picture) {
    const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    canvas.drawImage(picture, 0, 0);
    return canvas.getImageData(0, 0, width, height).data;
  }

  async function encode(data) {
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d').putImageData(data, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }
}

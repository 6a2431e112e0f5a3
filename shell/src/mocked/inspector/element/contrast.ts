import { viewOf } from '@baton/ui/dom';
import { ancestorsOf } from '../page/tree';

/** Red, green, blue and alpha, from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export interface Contrast {
  ratio: number;
  /** What WCAG 1.4.3 asks for: 3 for large text, 4.5 for other. */
  asked: number;
  text: string;
  ground: string;
}

const white: Colour = [1, 1, 1, 1];

/**
 * The contrast of an element's own text with what is painted behind it, as far as its ancestors paint it.
 *
 * @returns nothing for an element without text of its own, on a picture, or with colours of another colour space
 */
export function contrastOf(element: Element): Contrast | undefined {
  if (!hasText(element)) return undefined;
  const painted = [...ancestorsOf(element)].toReversed().map((ancestor) => viewOf(ancestor).getComputedStyle(ancestor));
  const style = painted.at(-1);
  if (style === undefined) return undefined;
  const colours = paint(painted, style.color, white);
  if (colours === undefined) return undefined;
  const { text, ground } = colours;
  return { ratio: ratioOf(text, ground), asked: isLarge(style) ? 3 : 4.5, text: hexOf(text), ground: hexOf(ground) };
}

/** Paints what is around the text, from the outside in: an element with an opacity mixes all that is in it with what is behind. */
function paint(
  [style, ...inner]: readonly CSSStyleDeclaration[],
  color: string,
  behind: Colour,
): { text: Colour; ground: Colour } | undefined {
  const text = parseColour(color);
  if (style === undefined) return text && { text: over(text, behind), ground: behind };
  const own = parseColour(style.backgroundColor || 'rgba(0, 0, 0, 0)');
  if (own === undefined || /url|gradient/.test(style.backgroundImage)) return undefined;
  const painted = paint(inner, color, over(own, behind));
  const opacity = style.opacity === '' ? 1 : Number(style.opacity);
  const mix = ([red, green, blue]: Colour) => over([red, green, blue, opacity], behind);
  return painted && { text: mix(painted.text), ground: mix(painted.ground) };
}

function over([red, green, blue, alpha]: Colour, [behindRed, behindGreen, behindBlue]: Colour): Colour {
  const mix = (front: number, back: number) => front * alpha + back * (1 - alpha);
  return [mix(red, behindRed), mix(green, behindGreen), mix(blue, behindBlue), 1];
}

/** A computed colour. */
function parseColour(computed: string): Colour | undefined {
  const scale = computed.startsWith('rgb') ? 255 : 1;
  if (!/^(?:rgba?\(|color\(srgb )/.test(computed)) return undefined;
  const [red, green, blue, alpha = 1] = (computed.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return [red / scale, green / scale, blue / scale, alpha];
}

function ratioOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance by WCAG 2. */
function luminanceOf([red, green, blue]: Colour): number {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** 18 pt, or 14 pt and bold. */
function isLarge({ fontSize, fontWeight }: CSSStyleDeclaration): boolean {
  const size = Number.parseFloat(fontSize);
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
}

function hasText(element: Element): boolean {
  const typed: unknown = element.matches('input, textarea') ? Reflect.get(element, 'value') : undefined;
  const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
  return (typeof typed === 'string' && typed !== '') || texts.some(({ nodeValue }) => nodeValue?.trim());
}

function hexOf(colour: readonly number[]): string {
  const parts = colour.slice(0, 3).map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

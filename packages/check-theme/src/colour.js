/** @typedef {[number, number, number]} Triple of numbers from 0 to 1: red, green, blue */

/** @param {Triple} rgb @returns {string} "#rrggbb" */
export function toHex(rgb) {
  return `#${rgb
    .map((part) =>
      Math.round(clamp(part) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** @param {string} hex "#rrggbb" @returns {Triple} */
function fromHex(hex) {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
}

/** The contrast of two colours as WCAG 2 counts it, from 1 to 21. @param {string} a "#rrggbb" @param {string} b @returns {number} */
export function contrast(a, b) {
  return contrastOf(luminance(a), luminance(b));
}

/** The same of two luminances. @param {number} a @param {number} b @returns {number} */
export function contrastOf(a, b) {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** How bright a colour is, from 0 to 1, as WCAG 2 counts it. @param {string} hex @returns {number} */
export function luminance(hex) {
  const [red, green, blue] = fromHex(hex).map(toLinear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} hex @returns {{lightness: number, chroma: number, hue: number}} OKLCH, the hue in degrees */
export function toOklch(hex) {
  const [red, green, blue] = fromHex(hex).map(toLinear);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: (Math.atan2(b, a) * 180) / Math.PI,
  };
}

/** The sRGB colour with the same lightness and hue, and the highest chroma up to `chroma` that screens can show. @returns {string} "#rrggbb" */
export function fromOklch({ lightness, chroma, hue }) {
  let [low, high] = [0, chroma];
  if (isOnScreens(linearOf(lightness, chroma, hue))) low = chroma;
  else
    while (high - low > 0.0005) {
      const middle = (low + high) / 2;
      if (isOnScreens(linearOf(lightness, middle, hue))) low = middle;
      else high = middle;
    }
  return toHex(linearOf(lightness, low, hue).map((part) => toGamma(clamp(part))));
}

function linearOf(lightness, chroma, hue) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function isOnScreens(linear) {
  return linear.every((part) => part >= -0.001 && part <= 1.001);
}

function toLinear(part) {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function toGamma(part) {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
}

function clamp(part) {
  return Math.min(1, Math.max(0, part));
}

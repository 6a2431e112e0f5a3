/** What a page is to show of a person's settings, whatever the device says. */
export interface Preview {
  /** Size of the browser's text, in per cent of the usual one. */
  textPercent: number;
  /** Whether the person asks for less motion. */
  isMotionReduced: boolean;
  /** Whether the person's system chooses all colours. */
  isForced: boolean;
}

const isTrue = '(min-width: 0px)';
const isFalse = '(max-width: -1px)';

/** A media condition that asks the window what this one asks the person: `(forced-colors: active)`, `(width < 30em)`. */
export function asPreviewed(condition: string, { textPercent, isMotionReduced, isForced }: Preview): string {
  let asked = condition;
  if (isMotionReduced) {
    asked = asked
      .replaceAll(/\(\s*prefers-reduced-motion\s*(?::\s*reduce\s*)?\)/gi, isTrue)
      .replaceAll(/\(\s*prefers-reduced-motion\s*:\s*no-preference\s*\)/gi, isFalse);
  }
  if (isForced) {
    asked = asked
      .replaceAll(/\(\s*forced-colors\s*(?::\s*active\s*)?\)/gi, isTrue)
      .replaceAll(/\(\s*forced-colors\s*:\s*none\s*\)/gi, isFalse);
  }
  // In a media condition both units are the size of the browser's text, whatever the page sets.
  return textPercent === 100
    ? asked
    : asked.replaceAll(/(\d*\.?\d+)(r?em)\b/gi, (_, size: string, unit: string) => {
        return `${(Number(size) * textPercent) / 100}${unit}`;
      });
}

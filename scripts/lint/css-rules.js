const PHYSICAL = new RegExp(
  [
    String.raw`(?:^|[\s;{])(?:(?:margin|padding)-(?:left|right|top|bottom)`,
    'border-(?:left|right|top|bottom)(?:-(?:color|style|width))?',
    'border-(?:top|bottom)-(?:left|right)-radius',
    '(?:min-|max-)?(?:width|height)',
    String.raw`left|right|top|bottom)\s*:`,
    String.raw`(?:text-align|float|clear)\s*:\s*(?:left|right)\b`,
  ].join('|'),
  'g',
);
const REM = /(?<![\w-])\d*\.?\d+rem\b/g;

/**
 * Checks one style sheet: logical properties only (the desktop mirrors for right-to-left
 * languages), and no `rem` (it would follow the font size of the host page).
 *
 * @param {string} path for the message
 * @param {string} css
 * @returns {string[]} one line per finding: `file:line: reason`
 */
export function checkCss(path, css) {
  const text = css
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/"[^"\n]*"|'[^'\n]*'/g, blank)
    .replace(/@(?:media|container|supports|property|font-face)[^{]*/g, blank);
  const find = (pattern, reason) =>
    [...text.matchAll(pattern)].map(
      (match) =>
        `${path}:${lineAt(text, match.index + match[0].search(/\S/))}: ${match[0].replace(/^[\s;{]+/, '').trim()} ${reason}`,
    );
  return [
    ...find(PHYSICAL, 'is physical: use the logical property or value'),
    ...find(REM, 'follows the host page: use calc(Npx * var(--baton-scale))'),
  ];
}

/** Same length, same lines: positions stay true. */
function blank(text) {
  return text.replace(/[^\n]/g, ' ');
}

function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}

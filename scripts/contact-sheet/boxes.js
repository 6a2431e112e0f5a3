/** What another machine's way of drawing letters may move, in px: words get wider, lines do not get higher. */
const tolerances = [8, 1, 8, 1];

/**
 * Where the parts of a page stand, across shadow roots: one line each, `part x,y width×height` in whole px, indented
 * below the part around it and measured from that one's corner, so that what moves is told once. Text within a line is
 * left out. Made to run in the page.
 *
 * @returns {string[]}
 */
export function boxesInPage() {
  return linesIn(document.body, { x: 0, y: 0 }, '');

  function linesIn(element, corner, indent) {
    return childrenOf(element).flatMap((child) => {
      const name = nameOf(child);
      const box = child.getBoundingClientRect();
      const display = getComputedStyle(child).display;
      if (display === 'none') return [];
      if (name === undefined || box.width * box.height === 0 || display === 'inline')
        return linesIn(child, corner, indent);
      const [x, y, width, height] = [box.x - corner.x, box.y - corner.y, box.width, box.height].map(Math.round);
      return [`${indent}${name} ${x},${y} ${width}×${height}`, ...linesIn(child, box, `${indent}  `)];
    });
  }

  function childrenOf(element) {
    return [...(element.shadowRoot ?? element).children];
  }

  function nameOf(element) {
    return element.dataset?.region ?? element.getAttribute('part') ?? undefined;
  }
}

/**
 * The lines as they are now, with the numbers of before where a part has hardly moved: another machine sets text a
 * little differently.
 *
 * @param {readonly string[]} before
 * @param {readonly string[]} now
 * @returns {string[]}
 */
export function withoutJitter(before, now) {
  let next = 0;
  return now.map((line) => {
    const [name, numbers] = readLine(line);
    const at = before.findIndex((other, index) => index >= next && readLine(other)[0] === name);
    if (at === -1) return line;
    next = at + 1;
    const known = readLine(before[at])[1];
    return numbers.every((number, index) => Math.abs(number - known[index]) <= tolerances[index]) ? before[at] : line;
  });
}

/** @returns {[name: string, numbers: number[]]} the name with its indent */
function readLine(line) {
  const [, name, numbers = ''] = /^(\s*.*?)(?: (-?\d+,-?\d+ \d+×\d+))?$/.exec(line);
  return [name, numbers.split(/[, ×]/).map(Number)];
}

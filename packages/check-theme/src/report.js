/**
 * The failures as text, one line each.
 *
 * @param {import('./check.js').Failure[]} failures
 * @returns {string}
 */
export function report(failures) {
  return failures
    .map(({ theme, front, back, ratio, minimum, suggestion }) => {
      const pair = `${theme}: ${front.name} ${front.colour} on ${back.name} ${back.colour} has a contrast of ${floor(ratio)}, needs ${minimum}.`;
      return `${pair} ${suggestion === undefined ? 'No lightness of one colour alone is enough: change both.' : cure(suggestion)}`;
    })
    .join('\n');
}

const remarks = { everything: '', ours: ', once your other colours pass', 'this pair': ', which then fails elsewhere' };

function cure({ token, colour, passes }) {
  return `Nearest that passes: ${token} ${colour}${remarks[passes]}.`;
}

/** Rounds down, so that 4.499 is not shown as 4.5. */
function floor(ratio) {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}

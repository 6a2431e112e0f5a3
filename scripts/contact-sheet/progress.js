/**
 * How far the pictures are, in one line.
 *
 * @param {{done: number, total: number, ms: number}} progress ms: how long it has taken so far
 * @returns {string} such as `12 of 272 · 1.9 a second · 2 min 17 s left`
 */
export function progressLine({ done, total, ms }) {
  const count = `${done} of ${total}`;
  if (done === 0 || ms <= 0) return count;
  const rate = done / (ms / 1000);
  const left = done === total ? `${duration(ms / 1000)} in all` : `${duration((total - done) / rate)} left`;
  return `${count} · ${rate.toFixed(1)} a second · ${left}`;
}

/** Tells it on the terminal: in one line that changes, or now and then where the output is kept. */
export function tellProgress(total) {
  const start = performance.now();
  const inPlace = process.stdout.isTTY;
  let done = 0;
  let told = start;
  return () => {
    done += 1;
    const now = performance.now();
    const line = `  ${progressLine({ done, total, ms: now - start })}`;
    if (inPlace) process.stdout.write(`\r\u001B[2K${line}${done === total ? '\n' : ''}`);
    else if (done === total || now - told > 10_000) {
      console.log(line);
      told = now;
    }
  };
}

function duration(seconds) {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

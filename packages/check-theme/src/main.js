#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pairs, themes } from './theme.js';
import { checkTheme, readTokens, toCss } from './index.js';
import { report } from './report.js';

const usage = `baton-check-theme tokens.json [--json | --css]

Checks the contrast of every pair of colours that Baton puts on each other, with your own colours
from a Design Tokens file (theme.light.accent-solid, …) in place of ours.

  --json   the result as JSON
  --css    your colours as custom properties; what fails goes to the standard error

Exit code: 0 when all pass, 1 when a pair does not, 2 when the file cannot be used.`;

process.exitCode = run(process.argv.slice(2));

function run(args) {
  let options;
  try {
    options = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, css: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    return refuse([error.message, usage]);
  }
  const { values, positionals } = options;
  const [file] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (file === undefined || positionals.length > 1 || (values.json && values.css)) return refuse([usage]);

  let tokens;
  try {
    tokens = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(
      [`${file} ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}: ${error.message}`],
      values.json,
    );
  }
  const { overrides, problems } = readTokens(tokens);
  if (problems.length > 0)
    return refuse(
      problems.map((problem) => `${file}: ${problem}`),
      values.json,
    );

  const failures = checkTheme(overrides);
  const checked = pairs.length * Object.keys(themes).length;
  if (values.json) {
    console.log(JSON.stringify({ checked, failures, problems: [] }, null, 2));
  } else {
    const say = values.css ? console.error : console.log;
    if (values.css) process.stdout.write(toCss(overrides));
    if (failures.length > 0) say(report(failures));
    say(
      failures.length === 0
        ? `All ${checked} pairs of colours can be told apart.`
        : `\n${failures.length} of ${checked} pairs are too alike.`,
    );
  }
  return failures.length === 0 ? 0 : 1;
}

/** Prints why nothing could be checked. */
function refuse(problems, json = false) {
  if (json) console.log(JSON.stringify({ checked: 0, failures: [], problems }, null, 2));
  else console.error(problems.join('\n'));
  return 2;
}

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';
import { reports } from './pack.js';

/** What was agreed on: every change of it is a change of what we promise, and shows in a review. */
const agreed = join(root, 'docs/api');

/** Takes what the packages promise now as what is agreed on. */
export function agreeOnReports() {
  rmSync(agreed, { recursive: true, force: true });
  mkdirSync(agreed, { recursive: true });
  for (const [file, text] of readReports()) writeFileSync(join(agreed, file), text);
}

/** @returns {string[]} the reports that differ from what was agreed on; one that is missing on either side differs */
export function changedReports() {
  const now = readReports();
  const names = new Set([...now.keys(), ...filesIn(agreed)]);
  return [...names].filter((name) => now.get(name) !== read(join(agreed, name)));
}

function readReports() {
  return new Map(filesIn(reports).map((file) => [file, shortened(readFileSync(join(reports, file), 'utf8'))]));
}

/**
 * The type of a schema says over hundreds of lines what the type inferred from it and
 * docs/openapi.json say in a few: only that there is one is part of the report. A blank line ends a declaration.
 */
function shortened(report) {
  return report
    .replaceAll(/^((?:export |declare )?const \w+): (?:v\.|\{\n)(?:(?!\n\n)[\s\S])*?^[}\]>][^\n]*;$/gm, (whole, name) =>
      whole.length > 300 ? `${name}: /* a schema */;` : whole,
    )
    .replaceAll(/^((?:export |declare )?const \w+): v\.[^\n]{200,};$/gm, '$1: /* a schema */;');
}

function filesIn(folder) {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.api.md'));
  } catch {
    return [];
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

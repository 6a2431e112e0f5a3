import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';
import { changesOf } from './changelog.js';

/**
 * What the changesets amount to. All packages have one version, so that a host team has one number.
 *
 * @returns {Promise<{from: string, version: string | undefined, count: number, changes: string}>}
 *   `version` is missing where nothing has changed
 */
export async function planRelease() {
  const { default: plan } = await import('@changesets/get-release-plan');
  const { changesets, releases } = await plan(root);
  const { version: from } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { from, version: releases[0]?.newVersion, count: changesets.length, changes: changesOf(changesets) };
}

import './common/require-node.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { PACKAGES, TOOLS } from './pack/packages.js';
import { changedFiles, git } from './release/git.js';
import { planRelease } from './release/plan.js';
import { writeVersions } from './release/versions.js';
import { run } from './common/run.js';

await main(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((option) => option !== '--dry-run');
  if (unknown !== undefined) throw new Error(`npm run release knows --dry-run, not "${unknown}".`);
  await ensureInstalled();
  const plan = await planRelease();
  const refusal = await whyNot(plan);
  if (asked.includes('--dry-run')) return describe(plan, refusal);
  if (refusal !== undefined) throw new Error(`Nothing was released. ${refusal}`);
  return release(plan);
});

/** Why there can be no release now. */
async function whyNot({ version }) {
  if (version === undefined)
    return 'There is no changeset, so nothing has changed for hosts. Describe a change with npx changeset.';
  const changed = await changedFiles();
  if (changed.length > 0)
    return `There is work that is not committed; commit or stash it:\n${changed.map((file) => `  ${file}`).join('\n')}`;
  if ((await git('tag', '--list', `v${version}`)) !== '')
    return `The tag v${version} is there already. If it is a mistake, delete it: git tag --delete v${version}`;
  return undefined;
}

/** What is tagged is what was checked: versions are written first, and taken back where a check fails. */
async function release({ version, changes }) {
  let written;
  try {
    await writeVersions({ version, date: today(), changes });
    written = await changedFiles();
    await npm('test');
    await npm('run', 'pack');
  } catch (error) {
    // Only what was written here: other files may have been edited while the checks ran.
    await git('checkout', 'HEAD', '--', ...(written ?? (await changedFiles())));
    throw new Error(`Nothing was released, and versions and changesets are as they were. ${error.message}`, {
      cause: error,
    });
  }
  await git('commit', '--quiet', '--message', `release: ${version}`, '--', ...written);
  await git('tag', '--annotate', `v${version}`, '--message', `Baton ${version}`);
  console.log(`\nReleased ${version}, here and nowhere else:`);
  for (const tarball of tarballs(version)) console.log(`  ✓ ${tarball}`);
  console.log('Others have it when you push branch and tag: git push --follow-tags');
}

function describe({ from, version, count, changes }, refusal) {
  if (version !== undefined) {
    console.log(`npm run release would make ${version} of ${from}, from ${count} changesets:

  versions   ${version} in every package, in package-lock.json and as contractVersion
  changelog  what is below, into CHANGELOG.md; the changesets go
  checks     npm test; if one fails, all of this is taken back
  tarballs   ${tarballs(version).join('\n             ')}
  commit     release: ${version}
  tag        v${version}

## ${version} (${today()})

${changes}`);
  }
  console.log(refusal === undefined ? 'Nothing stands in its way.' : `It would refuse now. ${refusal}`);
}

async function npm(...args) {
  const { code } = await run('npm', args);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed; what it said stands above.`);
}

function tarballs(version) {
  return [...PACKAGES, ...TOOLS].map((room) => `dist/packages/baton-${room}-${version}.tgz`);
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

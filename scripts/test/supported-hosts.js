import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const frameworks = ['vue', '@angular/core', 'next', 'single-spa'];
const federation = ['@module-federation/runtime', '@module-federation/enhanced'];
const bundlers = ['vite', 'webpack', 'esbuild', '@angular/build'];

/**
 * What a run of the hosts has shown: each with the versions that are installed in it.
 *
 * @param {object} report Playwright's, as JSON
 * @param {string} folder of the hosts
 * @returns {string} as Markdown
 */
export function supportedHosts(report, folder) {
  const hosts = triedBy(report, 'hosts.spec.ts').map(({ name, browser = '–', passed }) => {
    const [host, page] = name.split('/');
    return [
      `[${name}](../../test/embedding/${host})`,
      titleOf(join(folder, host)),
      reactOf(join(folder, host), page),
      versionsOf(join(folder, host), [...frameworks, ...federation, ...bundlers]),
      browser,
      passed,
    ];
  });
  const browsers = triedBy(report, 'browsers.spec.ts').map(
    ({ name, what, browser = `${name}, not started`, passed }) => [browser, what, passed],
  );

  return `<!-- Written by npm run test:hosts. -->
# Supported hosts

What \`npm run test:hosts\` has shown on ${dayOf(report.stats.startTime)}, with Node ${process.versions.node} on ${process.platform}. Versions are those that were installed, and those that the browsers said.

## Hosts

Each is installed as npm installs it, from the packed tarballs. In each the modules stand, a conversation is handed over with the pointer, and the host takes the modules down.

${table(['host', 'what it is', 'its React', 'made with', 'browser', 'passed'], hosts)}

## Browsers

The composed desktop in stock browsers, sender and receiver, with real pointer and key events ([browsers.spec.ts](../../test/embedding/browsers.spec.ts)). What is tried in Chromium stands in [browsers](../behaviour/browsers.md).

${table(['browser', 'what was tried', 'passed'], browsers)}
`;
}

/** The tests of one file, whose titles are `name: what`. */
function triedBy({ suites }, file) {
  const specs = suites.filter(({ title }) => title === file).flatMap((suite) => suite.specs);
  return specs.map(({ title, tests: [test] }) => {
    const [name] = title.split(': ', 1);
    return {
      name,
      what: title.slice(name.length + 2),
      browser: test.annotations.find(({ type }) => type === 'browser')?.description,
      passed: test.status === 'expected' ? 'yes' : '**no**',
    };
  });
}

function titleOf(host) {
  return /^# (.+)$/m.exec(readFileSync(join(host, 'README.md'), 'utf8'))[1];
}

/** A page for another React than the host's has it under its own name. */
function reactOf(host, page) {
  const own = page?.replace(/\.html$/, '');
  return versionOf(host, own) ?? versionOf(host, 'react') ?? 'none';
}

function versionsOf(host, names) {
  const found = names.flatMap((name) =>
    versionOf(host, name) === undefined ? [] : [`${name} ${versionOf(host, name)}`],
  );
  return found.length === 0 ? 'no bundler' : found.join(', ');
}

/** The version that is installed of what a host asks for itself. */
function versionOf(host, name) {
  const { dependencies, devDependencies } = read(join(host, 'package.json'));
  if (name === undefined || { ...dependencies, ...devDependencies }[name] === undefined) return undefined;
  const installed = join(host, 'node_modules', name, 'package.json');
  return existsSync(installed) ? read(installed).version : 'not installed';
}

function table(head, rows) {
  if (rows.length === 0) return 'None was tried.';
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function dayOf(time) {
  return new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

import base from '../browser/playwright.config';

/** The hosts that are installed and built first: npm run test:hosts. */
export default {
  ...base,
  testDir: '.',
  testMatch: ['hosts.spec.ts', 'browsers.spec.ts', 'pages.spec.ts'],
  outputDir: '../../test-results/hosts',
  reporter: [['list'], ['json', { outputFile: '../../.cache/results/hosts.json' }]],
};

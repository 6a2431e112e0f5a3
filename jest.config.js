import { CATALOGUE } from './scripts/webpack/icu.js';

/** Dependencies that ship ES modules only and are therefore compiled for jest like our own sources. */
const ESM_ONLY = ['@formatjs', '@open-draft', 'intl-messageformat', 'nanoevents', 'rettime', 'until-async'];

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

const ignored = ['/node_modules/', '/dist/', '<rootDir>/test/browser/'];

const shared = {
  rootDir: import.meta.dirname,
  testPathIgnorePatterns: ignored,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  moduleNameMapper: { '\\.css$': '<rootDir>/test/jest/css-stub.js' },
  transform: {
    [CATALOGUE.source]: '<rootDir>/test/jest/icu-transform.js',
    '\\.(m?js|tsx?)$': swc,
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${ESM_ONLY.join('|')})/)`],
};

export default {
  // Property tests with thousands of runs, on two cores that other suites may share. No test waits for time to pass.
  testTimeout: 60_000,
  cacheDirectory: '.cache/jest',
  projects: [
    {
      ...shared,
      displayName: 'logic',
      testEnvironment: 'node',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [...ignored, '<rootDir>/test/storm/'],
    },
    {
      ...shared,
      displayName: 'interleavings',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/storm/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'components',
      testEnvironment: '<rootDir>/test/jest/environment.js',
      testMatch: ['**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/test/jest/components.setup.ts'],
    },
  ],
};

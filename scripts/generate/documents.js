import { join } from 'node:path';
import { root } from '../common/project.js';
import { program } from './program.js';

/** The OpenAPI document, the schema of the iframe bridge, the reference, states and scenarios: the tests that check them write them. */
export const generate = () =>
  program(
    join(root, 'node_modules/.bin/jest'),
    [
      'mocks/openapi.test.ts',
      'packages/contracts/src/bridge/json-schema.test.ts',
      'test/docs/reference.test.ts',
      'test/docs/situations.test.ts',
    ],
    { UPDATE: '1' },
  );

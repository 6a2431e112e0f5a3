import { join } from 'node:path';
import { root } from '../project.js';
import { program } from './program.js';

/** The OpenAPI document, the schema of the iframe bridge, the reference: the tests that check them write them. */
export const generate = () =>
  program(
    join(root, 'node_modules/.bin/jest'),
    ['mocks/openapi.test.ts', 'packages/contracts/src/bridge/json-schema.test.ts', 'test/docs/reference.test.ts'],
    { UPDATE: '1' },
  );

import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../common/project.js';
import { loadsForEver } from './standing.js';

/**
 * What the contact sheet needs to know of a state or scenario.
 *
 * @typedef {object} Situation
 * @property {string} id
 * @property {string} title
 * @property {string} description
 * @property {string} agent whose desktop shows it
 * @property {boolean} loadsForEver whether a part of it never comes
 */

/**
 * The states and scenarios of a tree of the project, read from its sources.
 *
 * @param {string} [tree] default: this one
 * @returns {Promise<{states: Situation[], scenarios: Situation[]}>}
 * @throws when they do not compile
 */
export async function readSituations(tree = root) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { states } from './states'; export { scenarios } from './scenarios';`,
      resolveDir: join(tree, 'mocks'),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'silent',
  });
  const { states, scenarios } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  return { states: states.map(toldOf), scenarios: scenarios.map(toldOf) };
}

const toldOf = ({ id, title, description, agent, network }) => ({
  id,
  title,
  description,
  agent,
  loadsForEver: loadsForEver(network),
});

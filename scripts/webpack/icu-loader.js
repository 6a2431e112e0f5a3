import { compileCatalogue } from './icu.js';

/**
 * webpack loader for message catalogues: ICU JSON in, JSON with parsed messages out.
 *
 * @this {import('webpack').LoaderContext<object>}
 * @param {string} source
 */
export default function icuLoader(source) {
  return compileCatalogue(source, this.resourcePath);
}

import { parse } from '@formatjs/icu-messageformat-parser';

/** Where message catalogues lie; everything else that ends in `.json` is plain JSON. */
export const CATALOGUE = /[\\/](?:packages|shell)[\\/](?:.*[\\/])?(?:texts|messages)[\\/][^\\/]+\.json$/;

/**
 * Compiles a message catalogue, so that no ICU parser is needed in the browser.
 *
 * @param {string} source JSON text: a flat object of message id → ICU message
 * @param {string} file path of the catalogue, for the error message
 * @returns {string} JSON text: the same object with each message as its parsed tree
 * @throws when the text is not a flat object of strings, or a message is not valid ICU
 */
export function compileCatalogue(source, file) {
  const trees = Object.entries(JSON.parse(source)).map(([id, message]) => {
    if (typeof message !== 'string') {
      throw new Error(`${file}: message "${id}" is not a string`);
    }
    try {
      return [id, parse(message, { captureLocation: false })];
    } catch (error) {
      throw new Error(`${file}: message "${id}" is not valid ICU: ${error.message}`, { cause: error });
    }
  });
  return JSON.stringify(Object.fromEntries(trees));
}

import { readFileSync } from 'node:fs';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import { findFiles } from '../common/files.js';
import { root } from '../common/project.js';

/** Languages for testing, made from English: they show what would go wrong in a real one. */
export const PSEUDO_LOCALES = ['en-XA', 'en-XB'];

const ACCENTED = Object.fromEntries(
  [
    ...'aåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzžAÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽ'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, letter, accented]) => [letter, accented]),
);

/**
 * How each changes the words between the values of a message.
 *
 * `en-XA` puts accents on all letters, so that plain ones betray a text from elsewhere, and says
 * vowels twice, which makes English about 40 % longer. `en-XB` turns the words around with
 * Unicode's override: what still reads from left to right is from elsewhere.
 */
const CHANGES = {
  'en-XA': (text) => text.replaceAll(/[a-z]/gi, (letter) => ACCENTED[letter].repeat(/[aeiou]/i.test(letter) ? 2 : 1)),
  'en-XB': (text) => `\u202e${text}\u202c`,
};

/**
 * @param {string} message ICU source text
 * @param {string} locale one of PSEUDO_LOCALES
 * @returns {string} ICU source text with the same values, plurals and choices; `en-XA` in brackets, whose absence shows where it was cut
 */
export function pseudoMessage(message, locale) {
  const changed = printAST(change(parse(message), CHANGES[locale]));
  return locale === 'en-XA' ? `[${changed}]` : changed;
}

/**
 * @param {string} locale one of PSEUDO_LOCALES
 * @returns {Record<string, string>} every message of the desktop by id
 */
export function pseudoMessages(locale) {
  const catalogues = findFiles(root, ['packages', 'shell'], /[\\/]en-GB\.json$/).map((file) =>
    JSON.parse(readFileSync(file, 'utf8')),
  );
  return Object.fromEntries(
    Object.entries(Object.assign({}, ...catalogues)).map(([id, message]) => [id, pseudoMessage(message, locale)]),
  );
}

/** webpack plugin: puts `pseudo/<locale>.json` beside a build that offers them. */
export class PseudoLocales {
  apply(compiler) {
    const { sources, Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('PseudoLocales', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'PseudoLocales', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          for (const locale of PSEUDO_LOCALES) {
            compilation.emitAsset(
              `pseudo/${locale}.json`,
              new sources.RawSource(JSON.stringify(pseudoMessages(locale))),
            );
          }
        },
      );
    });
  }
}

function change(tree, words) {
  return tree.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: words(element.value) };
    if (element.type === TYPE.tag) return { ...element, children: change(element.children, words) };
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
    const options = Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: change(option.value, words) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  });
}

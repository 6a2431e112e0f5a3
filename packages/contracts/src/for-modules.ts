/**
 * What modules use of the vocabulary when they run; the rest of it are types. A page that offers it to them has no need
 * to keep every schema for it. test/lint/kit.test.ts holds the list to the imports.
 */
export {
  contractVersion,
  densities,
  isBlank,
  maxTextLength,
  satisfiesContract,
  targetKey,
  targetKinds,
  themeNames,
  timeToAnswerFactors,
} from '.';

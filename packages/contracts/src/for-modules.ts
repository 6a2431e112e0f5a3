/**
 * The values of this package that modules use at run time; everything else they use are types. A page that shares these
 * with modules does not have to bundle every schema. test/lint/kit.test.ts compares the list with the imports.
 */
export {
  contractVersion,
  declineReasons,
  densities,
  isBlank,
  isKnown,
  isKnownNotice,
  isKnownTarget,
  knownOr,
  maxDeclineReasonLength,
  maxInteractionNoteLength,
  maxTextLength,
  satisfiesContract,
  soundNames,
  targetKey,
  targetKinds,
  themeNames,
  timeToAnswerFactors,
} from '.';

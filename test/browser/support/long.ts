/**
 * Tag of tests that `npm run test:browser` runs and `npm test` leaves out to stay under half an hour: they repeat another
 * test in another setting, or take long and test what seldom changes.
 */
export const long = '@long';

/** The tag of a test that repeats another one in another setting. */
export const longIf = (isRepeated: boolean) => (isRepeated ? [long] : []);

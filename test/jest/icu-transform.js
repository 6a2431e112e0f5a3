import { createHash } from 'node:crypto';
import { compileCatalogue } from '../../scripts/webpack/icu.js';

/** Gives tests the same compiled message catalogues as the webpack build. */
export default {
  process(source, file) {
    return { code: compileCatalogue(source, file) };
  },
  getCacheKey(source, file) {
    return createHash('sha256').update(`icu-1\0${file}\0${source}`).digest('hex');
  },
};

import * as v from 'valibot';

/** A telephone number by ITU-T E.164: "+", country code and number, at most 15 digits. */
export const PhoneNumber = v.pipe(v.string(), v.regex(/^\+[1-9]\d{1,14}$/));

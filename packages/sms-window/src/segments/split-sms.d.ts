/** The part of split-sms that the differential test uses; the package has no types of its own. */
declare module 'split-sms' {
  const splitSms: {
    split(text: string): { characterSet: 'GSM' | 'Unicode'; parts: readonly object[]; bytes: number };
  };
  export default splitSms;
}

/**
 * What a text of the customer says about further texts to them: `true` asks for none, `false` for texts again,
 * `undefined` is about something else. Carriers act on these words when they are the whole text, in any case (the
 * defaults of Twilio's Advanced Opt-Out).
 */
export function asksForNoTexts(text: string): boolean | undefined {
  const word = text.trim().toUpperCase();
  if (['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'].includes(word)) return true;
  if (['START', 'YES', 'UNSTOP'].includes(word)) return false;
  return undefined;
}

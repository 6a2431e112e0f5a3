/*
 * The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038 §6.2.1.
 * Lower-case ç is not in it: position 9 is capital Ç.
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension = '\f^{}\\[~]|€';

/** Septets per UTF-16 code unit; 0 for what the alphabet does not have. */
const septets = new Uint8Array(0x20ad);
for (const character of basic) septets[character.charCodeAt(0)] = 1;
for (const character of extension) septets[character.charCodeAt(0)] = 2;

/** How many septets a UTF-16 code unit takes: 1, 2 with the escape, or 0 when GSM-7 does not have it. */
export function septetsOf(codeUnit: number): number {
  return septets[codeUnit] ?? 0;
}

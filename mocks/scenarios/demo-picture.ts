import type { Attachment } from '@baton/contracts';

const lines = ['Demo receipt', 'Order 48213', '', 'Parcel       34.50', 'Parcel       34.50', '', 'Total        69.00'];

const picture = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 480" width="720" height="960">',
  '<rect width="360" height="480" fill="#7a8794"/>',
  '<path d="M70 50h220v380l-22-14-22 14-22-14-22 14-22-14-22 14-22-14-22 14-22-14-22 14z" fill="#fdfcf7"/>',
  '<g font-family="monospace" font-size="15" fill="#333">',
  ...lines.map((line, index) => `<text x="90" y="${100 + index * 44}" xml:space="preserve">${line}</text>`),
  '</g>',
  '</svg>',
].join('');

/** A picture as a customer's phone sends one; drawn here, so that nothing has to be fetched. */
export const demoPicture: Attachment = {
  id: 'demo-receipt',
  mediaType: 'image/svg+xml',
  name: 'receipt.svg',
  url: `data:image/svg+xml,${encodeURIComponent(picture)}`,
};

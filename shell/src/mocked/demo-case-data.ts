import type { CaseFields } from '@baton/contracts';

const order = { key: 'order', label: 'Order' };
const contract = { key: 'contract', label: 'Contract', words: { PLUS: 'Plus', BASIC: 'Basic' } };

/** What the demo's host shows of the case data, in English whatever the language of the page. */
export const demoCaseData: CaseFields = {
  details: [
    { ...order, link: 'https://example.com/orders/{value}' },
    { key: 'ordered', label: 'Ordered', format: 'date' },
    { key: 'amount', label: 'Amount', format: { currency: 'GBP' } },
    contract,
  ],
  preview: [order, contract],
};

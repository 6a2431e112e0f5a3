import { demoCentre } from '../../scenarios/demo-data';
import { defineState } from '../state';

const { pools, ...centre } = demoCentre();
const dispositions = {
  required: true,
  choices: [
    { id: 'refunded', label: 'Refunded' },
    { id: 'explained', label: 'Explained, no refund' },
    { id: 'passed-on', label: 'Passed on to another team' },
  ],
};

export const dispositionNeeded = defineState({
  id: 'disposition-needed',
  title: 'A disposition is needed',
  description: 'Ana is about to end the conversation. Its queue asks for a disposition, and she has chosen none yet.',
  seed: { ...centre, pools: pools.map((pool) => (pool.id === 'billing' ? { ...pool, dispositions } : pool)) },
  shows: { screen: 'dialog' },
  steps: [{ press: 'sms-window end' }],
});

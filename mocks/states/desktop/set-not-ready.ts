import { offerMs } from '../../contact-centre/limits';
import { demoCentre } from '../../scenarios/demo-data';
import { anaTransfers, defineState } from '../state';

export const setNotReady = defineState({
  id: 'set-not-ready',
  title: 'Set to Not Ready by the contact centre',
  description: 'Bianca has missed an invitation; the contact centre has set her Not Ready, and she can go back.',
  agent: 'bianca',
  shows: { screen: 'readiness' },
  seed: { ...demoCentre(), quirks: { setsNotReadyWhenMissed: true } },
  played: [[1000, anaTransfers()]],
  opensAfterMs: 1000 + offerMs + 65_000,
});

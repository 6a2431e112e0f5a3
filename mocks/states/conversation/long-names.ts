import { edgeNamesScenario } from '../../scenarios/edge-names';
import { defineState } from '../state';
import { openConversation } from '../step';

export const longNames = defineState({
  id: 'long-names',
  title: 'Long and unusual names',
  description: 'Customers and colleagues whose names are in many scripts, sixty letters long, or not names.',
  shows: { screen: 'texts' },
  seed: edgeNamesScenario.seed,
  steps: [
    openConversation(7),
    { press: 'sms-window transfer' },
    { write: 'team-communicator search-input', text: 'o' },
    { see: 'team-communicator row match' },
  ],
});

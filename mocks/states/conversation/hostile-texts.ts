import { hostileTextsScenario } from '../../scenarios/hostile-texts';
import { defineState } from '../state';
import { openConversation } from '../step';

export const hostileTexts = defineState({
  id: 'hostile-texts',
  title: 'Hostile texts',
  description: 'Eve Quill writes HTML, words without end and links with tricks.',
  shows: { screen: 'texts' },
  seed: hostileTextsScenario.seed,
  steps: [openConversation()],
});

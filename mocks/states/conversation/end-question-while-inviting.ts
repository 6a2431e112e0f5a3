import { anaTransfers, defineState } from '../state';

export const endQuestionWhileInviting = defineState({
  id: 'end-question-while-inviting',
  title: 'End while an invitation is out?',
  description: 'Ana is about to end the conversation; the invitation to Bianca would be withdrawn.',
  shows: { screen: 'dialog' },
  played: [[1000, anaTransfers()]],
  steps: [{ press: 'sms-window end' }],
});

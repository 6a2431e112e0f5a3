import { screen } from '@testing-library/dom';
import { showFailure } from './placeholder';

function cardWith(messages?: Readonly<Record<string, string>>): HTMLElement {
  showFailure(document.body, messages, () => undefined);
  return screen.getByRole('alert');
}

afterEach(() => document.body.replaceChildren());

test('a frame that cannot be had is told of in English, which is said to be English', () => {
  const card = cardWith({ 'sms.compose.send': 'Senden' });
  expect(card).toHaveTextContent('Text messages could not be loaded here. Try again');
  expect(card.lang).toBe('en');
});

test("a host's own words are in the language of its page", () => {
  const card = cardWith({ 'iframe.failed': 'Hier ist nichts zu sehen. ', 'iframe.retry': 'Noch einmal' });
  expect(card).toHaveTextContent('Hier ist nichts zu sehen. Noch einmal');
  expect(card).not.toHaveAttribute('lang');
});

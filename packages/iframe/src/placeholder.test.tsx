import { screen } from '@testing-library/dom';
import { showFailure } from './placeholder';

function cardWith(messages?: Readonly<Record<string, string>>): HTMLElement {
  showFailure(document.body, messages, () => undefined);
  return screen.getByRole('alert');
}

afterEach(() => document.body.replaceChildren());

test('the message about a frame that cannot be loaded is in English and has that lang', () => {
  const card = cardWith({ 'sms.compose.send': 'Senden' });
  expect(card).toHaveTextContent('Text messages could not be loaded here. Try again');
  expect(card.lang).toBe('en');
});

test("a host's own words are in the language of its page", () => {
  const card = cardWith({ 'iframe.failed': 'Hier ist nichts zu sehen. ', 'iframe.retry': 'Noch einmal' });
  expect(card).toHaveTextContent('Hier ist nichts zu sehen. Noch einmal');
  expect(card).not.toHaveAttribute('lang');
});

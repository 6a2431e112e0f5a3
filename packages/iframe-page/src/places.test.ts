import { placesOf } from './places';

const names = (query: string) => {
  const asked = placesOf(new URL(`https://baton.example/frame/${query}`));
  return asked.ok ? asked.places.map(({ name }) => name) : asked.problem;
};

test('without a module the whole desktop', () => {
  expect(names('')).toEqual(['notifications/messages', 'notifications', 'sms-window', 'team-communicator']);
});

test('the named modules, each once, in the order of the page', () => {
  expect(names('?module=sms-window&module=notifications&module=sms-window')).toEqual(['notifications', 'sms-window']);
});

test('what is asked in vain is named, with what there is', () => {
  expect(names('?module=crm&module=sms-window')).toBe(
    'The frame\'s address asks for "crm". There are notifications/messages, notifications, notifications/settings, sms-window, team-communicator.',
  );
});

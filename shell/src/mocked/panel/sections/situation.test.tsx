import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSection } from '../testing/render-section';
import { Situation } from './situation';

test('a situation is found by its words and opened with the keyboard; how the page looks stays', async () => {
  const { opened } = await renderSection(<Situation />, {
    settings: { theme: 'dark', play: [], until: 4000, seed: 7 },
  });
  const search = screen.getByRole('combobox', { name: 'Scenario or state' });
  await userEvent.type(search, 'state target declined');
  expect(screen.getAllByRole('option')[0]).toHaveTextContent('The target has declined');
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  expect(opened).toEqual([{ base: { state: 'declined' }, page: { agent: 'ana' }, theme: 'dark', seed: 7 }]);
});

test('the situation in force is marked, and another one is opened with the pointer', async () => {
  const { opened } = await renderSection(<Situation />);
  expect(screen.getByRole('option', { selected: true })).toHaveTextContent('The target does not answer');
  await userEvent.click(screen.getByRole('option', { name: /^A transfer comes in/ }));
  expect(opened).toEqual([expect.objectContaining({ base: { scenario: 'incoming-transfer' } })]);
});

test('says that nothing was found; Escape begins anew', async () => {
  await renderSection(<Situation />);
  const search = screen.getByRole('combobox', { name: 'Scenario or state' });
  await userEvent.type(search, 'xyzzy');
  expect(screen.queryByRole('option')).toBeNull();
  expect(screen.getByText('Nothing is called “xyzzy”.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.getAllByRole('option').length).toBeGreaterThan(20);
});

test('the seed opens an address', async () => {
  const { opened } = await renderSection(<Situation />);
  const seed = screen.getByRole('spinbutton', { name: 'Seed of chance' });
  await userEvent.clear(seed);
  await userEvent.type(seed, '7{Enter}');
  expect(opened).toEqual([expect.objectContaining({ seed: 7 })]);
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSection } from '../testing/render-section';
import { Look } from './look';

const field = (name: string) => screen.getByRole('combobox', { name });

test.each([
  ['Language', 'Arabic', { locale: 'ar' }],
  ['Theme', 'Contrast, dark', { theme: 'contrast-dark' }],
  ['Density', 'Compact', { density: 'compact' }],
  ['Text size', '200 %', { text: 200 }],
  ['Width', '320 px', { width: 320 }],
])('%s opens an address', async (name, choice, change) => {
  const { opened } = await renderSection(<Look />);
  await userEvent.selectOptions(field(name), choice);
  expect(opened).toEqual([expect.objectContaining({ ...change, page: { agent: 'ana' } })]);
});

test.each([
  ['Less motion', { motion: 'reduced' }],
  ['Forced colours', { forced: 'active' }],
])('%s opens an address', async (name, change) => {
  const { opened } = await renderSection(<Look />);
  await userEvent.click(screen.getByRole('checkbox', { name }));
  expect(opened).toEqual([expect.objectContaining(change)]);
});

test('shows what the address says, also what is none of the choices', async () => {
  await renderSection(<Look />, { settings: { locale: 'de-AT', theme: 'dark', width: 500, motion: 'reduced' } });
  expect(field('Language')).toHaveDisplayValue('de-AT');
  expect(field('Theme')).toHaveDisplayValue('Dark');
  expect(field('Width')).toHaveDisplayValue('500');
  expect(screen.getByRole('checkbox', { name: 'Less motion' })).toBeChecked();
});

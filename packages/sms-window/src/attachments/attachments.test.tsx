import { fireEvent, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Attachment } from '@baton/contracts';
import { aMessage, axeViolations } from '@baton/module-kit/testing';
import { hostWithConversation, interaction, open } from '../testing/open-window';
import { pictureCode } from './attachments';

const picture: Attachment = {
  id: 'picture-1',
  mediaType: 'image/jpeg',
  name: 'receipt.jpg',
  url: 'https://media.example/1',
};

const openWith = (text: string, ...attachments: Attachment[]) =>
  open(
    hostWithConversation({
      conversations: { [interaction.id]: { messages: [aMessage({ text, attachments })], earlier: false } },
    }),
  );

test('a picture is small in its message, and opens in full size', async () => {
  const screen = await openWith('This is what I got', picture);
  const log = within(screen.getByRole('log'));
  expect(log.getByText('This is what I got')).toBeVisible();
  const small = await log.findByRole('button', { name: 'Open picture: receipt.jpg' });

  await userEvent.click(small);
  const dialog = within(screen.getByRole('dialog', { name: 'receipt.jpg' }));
  expect(dialog.getByRole('img', { name: 'receipt.jpg' })).toHaveAttribute('src', picture.url);
  expect(await axeViolations(screen.container)).toEqual([]);

  await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a picture without a text or a name is a message all the same', async () => {
  const { name: _name, ...unnamed } = picture;
  const screen = await openWith('', unnamed);
  expect(await screen.findByRole('button', { name: 'Open picture: Picture' })).toBeVisible();
});

test('a picture that does not load says so', async () => {
  const screen = await openWith('', picture);
  const button = await screen.findByRole('button', { name: /^Open picture/ });
  const image = button.querySelector('img');
  if (!image) throw new Error('There is no picture.');
  fireEvent.error(image);
  expect(screen.getByText('The picture could not be loaded')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Open picture/ })).toBeNull();
});

test('a picture whose code does not come says so', async () => {
  jest.spyOn(pictureCode, 'load').mockRejectedValueOnce(new Error('The network is down.'));
  jest.spyOn(pictureCode, 'loaded').mockReturnValue(undefined);
  const screen = await openWith('', picture);
  expect(await screen.findByText('The picture could not be loaded')).toBeVisible();
});

test('what cannot be shown is named', async () => {
  const { url: _url, ...unavailable } = picture;
  const screen = await openWith(
    '',
    { id: 'a', mediaType: 'application/pdf', name: 'contract.pdf', url: 'https://media.example/2' },
    { id: 'b', mediaType: 'text/vcard' },
    unavailable,
  );
  for (const name of ['contract.pdf', 'Attachment', 'receipt.jpg'])
    expect(screen.getByText(new RegExp(`${name}.* cannot be shown here`))).toBeVisible();
});

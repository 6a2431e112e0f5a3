import { expect, test, worlds } from './support/world';

/** The two lessons: handing a text-message conversation over, and receiving it. */
for (const kind of worlds) {
  test.describe(kind, () => {
    test.use({ kind });

    test('an agent hands a conversation over, the other accepts, replies and ends it', async ({ world }) => {
      const ana = await world.open('ana');
      const bianca = await world.open('bianca');
      await expect(ana.window()).toBeVisible();
      await ana.say('One moment, my colleague knows more.');

      await ana.transferTo('Bianca Okafor');
      await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
      await expect(ana.banner('Waiting for Bianca Okafor to accept')).toContainText('You still own this conversation.');
      await expect(ana.composer).toBeFocused();

      await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
      await expect(bianca.preview).toContainText('Sam Carter');
      await bianca.answer('Accept');

      await expect(ana.window()).toBeHidden();
      await expect(bianca.window()).toBeVisible();
      await expect(bianca.composer).toBeFocused();
      await expect(bianca.transcript).toContainText('One moment, my colleague knows more.');

      await bianca.say('Hello, I have taken over.');
      await bianca.page.getByRole('button', { name: 'End', exact: true }).click();
      await bianca.page.getByRole('button', { name: 'End conversation' }).click();
      await expect(bianca.window()).toBeHidden();
    });
  });
}

test('the mocked contact centre serves browsers whose pages cannot hand streams on, such as Safari', async ({
  world,
}) => {
  const page = await world.visit('/');
  await page.context().addInitScript(() => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function post(
      message: unknown,
      how?: Transferable[] | StructuredSerializeOptions,
    ) {
      const handedOn = Array.isArray(how) ? how : (how?.transfer ?? []);
      if (handedOn.some((one) => one instanceof ReadableStream))
        throw new DOMException('A stream cannot be handed on', 'DataCloneError');
      postMessage.call(this, message, { transfer: handedOn });
    };
  });
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');
  await bianca.answer('Accept');
  await expect(bianca.window()).toBeVisible();
  await expect(ana.window()).toBeHidden();
});

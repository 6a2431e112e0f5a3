import { onDemand, useOnDemand } from '@baton/module-kit';
import type { Attachment } from '@baton/contracts';
import { part } from '../parts';
import { useTexts } from '../texts';

export const pictureCode = onDemand(() => import(/* webpackChunkName: "picture" */ './picture'));

/** What came with a customer's message: pictures are shown, anything else is named. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  return attachments.map((attachment) =>
    attachment.mediaType.startsWith('image/') && attachment.url !== undefined ? (
      <PictureBox key={attachment.id} name={attachment.name} url={attachment.url} />
    ) : (
      <NotShown key={attachment.id} name={attachment.name} />
    ),
  );
}

/** Has its size before the picture is here: nothing moves when it comes. */
function PictureBox({ name, url }: { name: string | undefined; url: string }) {
  const picture = useOnDemand(pictureCode);
  const { t } = useTexts();
  return (
    <div className="sms-picture" part={part('picture')}>
      {picture.state === 'ready' ? (
        <picture.code.Picture name={name} url={url} />
      ) : (
        <p>{t(picture.state === 'failed' ? 'sms.picture.failed' : 'sms.picture')}</p>
      )}
    </div>
  );
}

function NotShown({ name }: { name: string | undefined }) {
  const { t } = useTexts();
  return <p className="sms-attachment">{t('sms.attachment.notShown', { name: name || t('sms.attachment') })}</p>;
}

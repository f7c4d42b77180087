import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { CopiedText } from '../../../platform/web/copying/copied-text.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { rendition } from '../../../platform/i18n/localized.js';
import type { AnswerLink } from '../answer-link.entity.js';

/** The address of a link, this once. */
export function CopiedLinkPage({ link, url }: { link: AnswerLink; url: string }) {
  const { t, language, moment } = usePage();
  const { id, title, mechanismId } = link.addressee.round;
  const links = `/rounds/${id}/addressees/${link.addresseeId}/links`;
  return (
    <Layout
      title={t('answering.copyLink')}
      crumbs={[
        placeCrumb(mechanismId),
        { label: rendition(title, language).text, href: `/rounds/${id}` },
        { label: t('answering.links'), href: links },
      ]}
    >
      <p>{t('answering.copyNow')}</p>
      <CopiedText text={url} />
      <p class="quiet">{t('answering.copySecret', { until: moment(link.expiresAt) })}</p>
    </Layout>
  );
}

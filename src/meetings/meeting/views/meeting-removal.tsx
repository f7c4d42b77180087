import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Decision } from '../../decisions/decision.entity.js';
import type { Meeting } from '../meeting.entity.js';
import type { MeetingRemoval } from '../meetings.service.js';
import { useDecisionName } from '../../decisions/views/decisions.js';

/** Says what would go with a meeting before anything goes. */
export function MeetingRemovalPage({ removal }: { removal: MeetingRemoval }) {
  const { t, language } = usePage();
  const { meeting, agenda, documents, decisions, adopted } = removal;
  const name = rendition(meeting.title, language).text;
  const href = `/meetings/${meeting.id}`;
  return (
    <Layout
      title={t('meeting.removeTitle', { name })}
      crumbs={[placeCrumb(meeting.mechanismId), { label: name, href }]}
    >
      <p>{t('meeting.removeText')}</p>
      {agenda + documents + decisions > 0 && (
        <>
          <p>{t('meeting.removeWith')}</p>
          <ul>
            {agenda > 0 && <li>{t('meeting.removeAgenda', { count: agenda })}</li>}
            {decisions > 0 && <li>{t('meeting.removeOwnDecisions', { count: decisions })}</li>}
            {documents > 0 && <li>{t('meeting.removeDocuments', { count: documents })}</li>}
          </ul>
        </>
      )}
      {(decisions > 0 || adopted > 0) && <p>{t('meeting.removePlansStay')}</p>}
      <div class="buttons">
        <PostButton
          action={`${href}/removal`}
          label={t('meeting.removeSubmit')}
          fields={{ confirmed: 'on' }}
          danger
        />
        <a href={href}>{t('form.cancel')}</a>
      </div>
    </Layout>
  );
}

export function DecisionRemovalPage({ decision, meeting }: { decision: Decision; meeting: Meeting }) {
  const { t, language } = usePage();
  const name = useDecisionName()(decision);
  const href = `/meetings/${meeting.id}#decision-${decision.id}`;
  return (
    <Layout
      title={t('decision.removeTitle', { name })}
      crumbs={[
        placeCrumb(meeting.mechanismId),
        { label: rendition(meeting.title, language).text, href: `/meetings/${meeting.id}` },
      ]}
    >
      <p>{t('decision.removeText')}</p>
      {decision.items.length > 0 && <p>{t('decision.removeItems', { count: decision.items.length })}</p>}
      <div class="buttons">
        <PostButton
          action={`/decisions/${decision.id}/removal`}
          label={t('decision.removeSubmit')}
          fields={{ confirmed: 'on' }}
          danger
        />
        <a href={href}>{t('form.cancel')}</a>
      </div>
    </Layout>
  );
}

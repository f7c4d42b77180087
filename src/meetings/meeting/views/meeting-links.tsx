import { Form } from '../../../platform/web/form.js';
import { Select } from '../../../platform/web/fields.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import type { Plan } from '../../../plans/plan/plan.entity.js';
import type { AdoptedPlan, Meeting, MeetingDocument } from '../meeting.entity.js';

interface DocumentsProps {
  meeting: Meeting;
  documents: readonly MeetingDocument[];
  editable: boolean;
}

export function Documents({ meeting, documents, editable }: DocumentsProps) {
  const { t } = usePage();
  if (documents.length === 0 && !editable) return null;
  return (
    <section id="documents">
      <h2>{t('document.documents')}</h2>
      {documents.length === 0 ? (
        <p class="quiet">{t('document.none')}</p>
      ) : (
        <ul>
          {documents.map((document) => (
            <li key={document.id}>
              <a href={document.url} rel="noopener noreferrer" dir="auto">
                {document.title}
              </a>{' '}
              {document.output && <span class="quiet">{t(`meetingOutput.${document.output}`)}</span>}{' '}
              {editable && (
                <PostButton
                  action={`/meeting-documents/${document.id}/removal`}
                  label={t('document.remove')}
                  quiet
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <div class="buttons">
          <a class="button second" href={`/meetings/${meeting.id}/documents/new`}>
            {t('document.new')}
          </a>
        </div>
      )}
    </section>
  );
}

interface AdoptedPlansProps {
  meeting: Meeting;
  adopted: readonly AdoptedPlan[];
  /** Those that can be linked. */
  plans: readonly Plan[];
  editable: boolean;
}

export function AdoptedPlans({ meeting, adopted, plans, editable }: AdoptedPlansProps) {
  const { t, language } = usePage();
  if (adopted.length === 0 && plans.length === 0) return null;
  const address = `/meetings/${meeting.id}/adopted-plans`;
  return (
    <section id="plans">
      <h2>{t('meeting.adoptedPlans')}</h2>
      {adopted.length > 0 && (
        <ul>
          {adopted.map(({ planId, plan }) => (
            <li key={planId}>
              <a href={`/plans/${planId}`}>
                <LocalizedText value={plan.title} />
              </a>{' '}
              {editable && (
                <PostButton action={`${address}/${planId}/removal`} label={t('meeting.unlinkPlan')} quiet />
              )}
            </li>
          ))}
        </ul>
      )}
      {editable && plans.length > 0 && (
        <Form action={address} submit={t('meeting.linkPlan')} second>
          <Select
            name="planId"
            label={t('plan.plan')}
            hint={t('meeting.linkPlanHint')}
            options={plans.map(({ id, title }) => ({ value: id, label: rendition(title, language).text }))}
            required
          />
        </Form>
      )}
    </section>
  );
}

import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { TextArea } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Submission } from '../../submissions/submission.entity.js';
import type { SealedFinding } from '../findings/findings.service.js';
import { FindingLine } from './finding-line.js';

interface FindingAsideProps {
  submission: Submission;
  /** Null when it is no more. */
  finding: SealedFinding | null;
  state: FormState;
}

export function FindingAsidePage({ submission, finding, state }: FindingAsideProps) {
  const { t } = usePage();
  const base = `/submissions/${submission.id}`;
  return (
    <Layout
      title={t('finding.setAside')}
      crumbs={[
        placeCrumb(submission.mechanismId),
        { label: submission.title, href: base },
        { label: t('finding.title'), href: `${base}/findings` },
      ]}
    >
      <Conflict state={state} />
      {finding ? (
        <>
          <p>
            {t(`finding.kind.${finding.kind}`)}: <FindingLine {...{ submission, finding }} />
          </p>
          <p>{t('finding.setAsideIntro')}</p>
          <Form
            action={`${base}/findings/${finding.seal}/aside`}
            state={state}
            submit={t('finding.setAside')}
            cancel={`${base}/findings`}
          >
            <TextArea name="reason" label={t('finding.reason')} rows={3} required />
          </Form>
        </>
      ) : (
        <p>
          <a href={`${base}/findings`}>{t('finding.title')}</a>
        </p>
      )}
    </Layout>
  );
}

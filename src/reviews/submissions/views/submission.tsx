import { languageName } from '../../../platform/i18n/language-names.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';
import { languagesOf } from '../../compilation/ask.js';
import type { DocumentOverview } from '../document-overview.js';
import type { Submission } from '../submission.entity.js';
import type { SeenSubmission } from '../submission-query.service.js';
import type { ReaderPlace } from '../../circulation/circulation.service.js';
import { Circulation } from '../../circulation/views/circulation.js';
import { CompilationState } from '../../compilation/views/compilation.js';
import { CycleName } from '../../cycles/views/cycle-name.js';
import { FindingsLink } from '../../editor/views/findings-link.js';
import type { SubmissionFile } from '../../files/submission-file.entity.js';
import { Sections } from './sections.js';
import { Downloads } from './downloads.js';
import { Meter } from './word-meter.js';
import type { Unreleased } from '../release-asking/release-asking.service.js';
import { NotReleased } from './not-released.js';
import { NextSteps } from './next-steps.js';
import { SubmittedVersions } from './submitted-versions.js';

export interface SubmissionPageProps {
  reading: SeenSubmission;
  /** Null to who reads only what was submitted. */
  overview: DocumentOverview | null;
  mechanism: Mechanism;
  editor: boolean;
  /** To its secretariat, while the text takes material in. */
  unreleased: Unreleased | null;
  /** Those it was circulated to, as far as the reader may know. */
  readers: ReaderPlace[];
  /** What is made of it. */
  files: SubmissionFile[];
}

export function SubmissionPage(props: SubmissionPageProps) {
  const { reading, overview, mechanism, editor, unreleased, readers, files } = props;
  const { t, language } = usePage();
  const { submission, freezes, sight } = reading;
  return (
    <Layout
      title={submission.title}
      titleLanguage={submission.language}
      crumbs={[
        { label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` },
        { label: t('submission.submissions'), href: '/submissions' },
      ]}
      actions={
        editor &&
        submission.state === 'drafting' && (
          <a class="button second" href={`/submissions/${submission.id}/settings`}>
            {t('settings.title')}
          </a>
        )
      }
    >
      <Facts
        facts={[
          {
            label: t('submission.cycle'),
            value: submission.cycleId && <CycleName id={submission.cycleId} />,
          },
          {
            label: t('submission.language'),
            value: languagesOf(submission)
              .map((one) => languageName(one, language))
              .join(' · '),
          },
          {
            label: t('submission.state'),
            value: t(`submissionState.${sight === 'frozen' ? 'submitted' : submission.state}`),
          },
          { label: t('submission.entries'), value: editor ? submission.compiled?.counts.all : undefined },
        ]}
      />
      {sight === 'all' && <p class="quiet">{t(`submissionState.${submission.state}.text`)}</p>}
      {editor && <CompilationState submission={submission} />}
      {unreleased && <NotReleased id={submission.id} unreleased={unreleased} zone={mechanism.zone} />}
      <Circulation {...{ submission, readers, editor }} />
      {editor && <NextSteps submission={submission} />}
      <SubmittedVersions {...{ submission, freezes, files }} />
      {overview && (submission.compiled || editor) && <Text {...{ submission, overview, editor }} />}
    </Layout>
  );
}

function Text({
  submission,
  overview,
  editor,
}: Pick<SubmissionPageProps, 'editor'> & {
  submission: Submission;
  overview: DocumentOverview;
}) {
  const { t } = usePage();
  const { id, form, state } = submission;
  const { words, characters } = overview;
  return (
    <>
      {submission.compiled && (
        <>
          <h2>{t('submission.downloads')}</h2>
          <Downloads id={id} languages={languagesOf(submission)} />
          <p>
            <Meter {...{ words, characters, limits: form.limits }} />
          </p>
        </>
      )}
      <h2>{t('submission.chapters')}</h2>
      {editor && (
        <ul class="tags">
          <li>
            <FindingsLink id={id} />
          </li>
          {state === 'drafting' && (
            <li>
              <a href={`/submissions/${id}/word`}>{t('wordFile.title')}</a>
            </li>
          )}
        </ul>
      )}
      <Sections {...{ submission, overview, editor, editable: editor && state === 'drafting' }} />
    </>
  );
}

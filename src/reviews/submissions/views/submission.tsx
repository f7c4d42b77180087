import { languageName } from '../../../platform/i18n/language-names.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { directionOf } from '../../../platform/i18n/i18n.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';
import type { SubmissionText } from '../../compilation/compiled.js';
import type { Submission } from '../submission.entity.js';
import type { SeenSubmission } from '../submission-query.service.js';
import { chaptersOf } from '../../document/to-document.js';
import { BoardView } from './blocks.js';
import type { ReaderPlace } from '../../circulation/circulation.service.js';
import { Circulation } from '../../circulation/views/circulation.js';
import { CompilationState } from '../../compilation/views/compilation.js';
import { CycleName } from '../../cycles/views/cycle-name.js';
import { Sections } from './sections.js';
import { Downloads } from './downloads.js';
import { WordMeter } from './word-meter.js';
import type { Unreleased } from '../release-asking.service.js';
import { NotReleased } from './not-released.js';
import { NextSteps } from './next-steps.js';
import { SubmittedVersions } from './submitted-versions.js';

export interface SubmissionPageProps {
  reading: SeenSubmission;
  mechanism: Mechanism;
  editor: boolean;
  /** To its secretariat, while the text takes material in. */
  unreleased: Unreleased | null;
  /** Those it was circulated to, as far as the reader may know. */
  readers: ReaderPlace[];
}

export function SubmissionPage({ reading, mechanism, editor, unreleased, readers }: SubmissionPageProps) {
  const { t, language } = usePage();
  const { submission, text, freezes, sight } = reading;
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
          { label: t('submission.cycle'), value: <CycleName id={submission.cycleId} /> },
          {
            label: t('submission.language'),
            value: languageName(submission.language, language),
          },
          {
            label: t('submission.state'),
            value: t(`submissionState.${sight === 'frozen' ? 'submitted' : submission.state}`),
          },
          { label: t('submission.entries'), value: text?.compiled.counts.all },
        ]}
      />
      {sight === 'all' && <p class="quiet">{t(`submissionState.${submission.state}.text`)}</p>}
      {editor && <CompilationState submission={submission} />}
      {unreleased && <NotReleased id={submission.id} unreleased={unreleased} zone={mechanism.zone} />}
      <Circulation {...{ submission, readers, editor }} />
      {editor && <NextSteps submission={submission} />}
      <SubmittedVersions id={submission.id} freezes={freezes} />
      {text && (
        <Text submission={submission} text={text} editable={editor && submission.state === 'drafting'} />
      )}
    </Layout>
  );
}

function Text({
  submission,
  text,
  editable,
}: {
  submission: Submission;
  text: SubmissionText;
  editable: boolean;
}) {
  const { t } = usePage();
  const chapters = chaptersOf(text);
  const boards = chapters.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'board'));
  return (
    <>
      <h2>{t('submission.downloads')}</h2>
      <Downloads id={submission.id} />
      <WordMeter text={text} />
      {boards.map((board, index) => (
        <section key={index} lang={submission.language} dir={directionOf(submission.language)}>
          <h2>{board.caption}</h2>
          <BoardView board={board} />
        </section>
      ))}
      <h2>{t('submission.chapters')}</h2>
      <Sections submission={submission} text={text} chapters={chapters} editable={editable} />
    </>
  );
}

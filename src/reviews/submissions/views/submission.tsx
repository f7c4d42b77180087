import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { wordCount } from '../../../platform/documents/word-count.js';
import { directionOf, LANGUAGE_NAMES } from '../../../platform/i18n/i18n.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts, Table } from '../../../platform/web/table.js';
import type { SubmissionText } from '../../compilation/compiled.js';
import { FORMATS } from '../../document/render-document.js';
import type { Submission } from '../submission.entity.js';
import type { FreezeSummary, SeenSubmission } from '../submission-query.service.js';
import { type SubmissionMove, submissionWorkflow } from '../submission.workflow.js';
import { chaptersOf, toDocument } from '../../document/to-document.js';
import { wordLimits } from '../../document/word-limits.js';
import { BoardView } from './blocks.js';
import { CompilationState, isBusy } from '../../compilation/views/compilation.js';
import { CycleName } from './list.js';
import { Sections } from './sections.js';

export interface SubmissionPageProps {
  reading: SeenSubmission;
  mechanism: Mechanism;
  editor: boolean;
}

export function SubmissionPage({ reading, mechanism, editor }: SubmissionPageProps) {
  const { t } = usePage();
  const { submission, text, freezes, sight } = reading;
  return (
    <Layout
      title={submission.title}
      titleLanguage={submission.language}
      crumbs={[
        { label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` },
        { label: t('submission.submissions'), href: '/submissions' },
      ]}
    >
      <Facts
        facts={[
          { label: t('submission.cycle'), value: <CycleName id={submission.cycleId} /> },
          {
            label: t('submission.language'),
            value: <span lang={submission.language}>{LANGUAGE_NAMES[submission.language]}</span>,
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
      {editor && <NextSteps submission={submission} />}
      <Frozen id={submission.id} freezes={freezes} />
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

function Downloads({ id, freeze }: { id: string; freeze?: number }) {
  const { t } = usePage();
  const query = freeze === undefined ? '' : `?freeze=${freeze}`;
  return (
    <ul class="tags" aria-label={t('submission.downloads')}>
      {FORMATS.map((format) => (
        <li key={format}>
          <a href={`/submissions/${id}/document.${format}${query}`}>{t(`submission.format.${format}`)}</a>
        </li>
      ))}
    </ul>
  );
}

/** The words of the document, against the limits of the United Nations. A limit is no mark: it is said, not coloured. */
function WordMeter({ text }: { text: SubmissionText }) {
  const { t, language } = usePage();
  const count = wordCount(toDocument(text));
  const format = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language);
  const number = (value: number) => format.format(value);
  const { secretariat, other } = wordLimits;
  return (
    <p>
      <label>
        {t('submission.words', { count, words: number(count) })}{' '}
        <progress max={other} value={Math.min(count, other)} />
      </label>
      <br />
      <small class="quiet">
        {t('submission.wordLimits', { secretariat: number(secretariat), other: number(other) })}
      </small>
    </p>
  );
}

const addresses: Record<SubmissionMove, string> = {
  circulate: 'circulation',
  clear: 'clearance',
  freeze: 'freeze',
  recall: 'recall',
  revise: 'revision',
};

/** What may be done next, from the workflow's table; with the version shown, so that what one sees is what moves on. */
function NextSteps({ submission }: { submission: Submission }) {
  const { t } = usePage();
  const { id, state, version } = submission;
  if (isBusy(submission) || !submission.compiled) return null;
  return (
    <section>
      <h2>{t('submission.next')}</h2>
      <ul class="cards">
        {submissionWorkflow.allowedMoves(state).map((move) => (
          <li key={move} class="card">
            <p>{t(`submissionMove.${move}.text`)}</p>
            <PostButton
              action={`/submissions/${id}/${addresses[move]}`}
              label={t(`submissionMove.${move}`)}
              fields={{ version }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Frozen({ id, freezes }: { id: string; freezes: FreezeSummary[] }) {
  const { t, moment } = usePage();
  if (freezes.length === 0) return null;
  return (
    <section>
      <h2>{t('submission.frozen')}</h2>
      <p class="quiet">{t('submission.frozenText')}</p>
      <Table
        caption={t('submission.frozen')}
        rows={freezes}
        empty=""
        columns={[
          { label: t('submission.number'), heading: true, cell: (one) => one.number },
          { label: t('submission.frozenAt'), cell: (one) => moment(one.frozenAt) },
          { label: t('submission.hash'), cell: (one) => <code>{one.hash.slice(0, 16)}</code> },
          { label: t('submission.downloads'), cell: (one) => <Downloads id={id} freeze={one.number} /> },
        ]}
      />
    </section>
  );
}

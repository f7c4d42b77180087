import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Submission } from '../../submissions/submission.entity.js';
import type { ReaderPlace } from '../circulation.service.js';
import { readerName } from '../reader-voice.js';

/** Submissions that wait for the reader, each with its day. */
export function ToRead({ submissions, inside }: { submissions: Submission[]; inside?: boolean }) {
  const { t, day } = usePage();
  const Heading = inside ? 'h3' : 'h2';
  return (
    <section>
      <Heading>{t('circulation.toRead')}</Heading>
      <ul class="to-do">
        {submissions.map(({ id, title, language, answerBy }) => (
          <li key={id}>
            <div>
              <a href={`/submissions/${id}`} lang={language}>
                <bdi>{title}</bdi>
              </a>
              <div class="quiet">
                {answerBy ? t('circulation.by', { day: day(answerBy) }) : t('circulation.noDay')}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CirculationProps {
  submission: Submission;
  readers: ReaderPlace[];
  editor: boolean;
}

/** To a reader: by when, and how to answer. To the secretariat: who answered, in the order of the alphabet. */
export function Circulation({ submission, readers, editor }: CirculationProps) {
  const { t, day } = usePage();
  if (readers.length === 0) return null;
  const { answerBy } = submission;
  return (
    <section>
      <h2>{t('circulation.title')}</h2>
      <p>{answerBy ? t('circulation.by', { day: day(answerBy) }) : t('circulation.noDay')}</p>
      <p class="quiet">{t('circulation.apart')}</p>
      {editor ? (
        <Replies readers={readers} />
      ) : (
        readers.map((reader) => <OwnReply key={reader.voice} submission={submission} reader={reader} />)
      )}
    </section>
  );
}

function OwnReply({ submission, reader }: { submission: Submission; reader: ReaderPlace }) {
  const { t, moment } = usePage();
  const { repliedAt, talk } = reader;
  const open = submission.state === 'circulated';
  return (
    <>
      {repliedAt && <p>{t('circulation.yourReply', { at: moment(repliedAt) })}</p>}
      <div class="actions">
        <a class={repliedAt || !open ? 'button second' : 'button'} href={talk}>
          {t(repliedAt ? 'circulation.open' : 'circulation.write')}
        </a>
        {open && !repliedAt && (
          <PostButton
            action={`/submissions/${submission.id}/no-comments`}
            label={t('circulation.noComments')}
            quiet
          />
        )}
      </div>
    </>
  );
}

function Replies({ readers }: { readers: ReaderPlace[] }) {
  const { t, language, moment } = usePage();
  const named = readers
    .map((reader) => ({ ...reader, name: readerName(reader.voice, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <Table
      caption={t('circulation.replies')}
      rows={named}
      empty=""
      columns={[
        { label: t('circulation.reader'), heading: true, cell: ({ name }) => name },
        {
          label: t('circulation.reply'),
          cell: ({ repliedAt, reached }) =>
            repliedAt ? moment(repliedAt) : t(reached ? 'circulation.noReply' : 'circulation.nobody'),
        },
        { label: t('list.actions'), cell: ({ talk }) => <a href={talk}>{t('circulation.open')}</a> },
      ]}
    />
  );
}

import type { AuditEvent } from '../../../platform/database/history.js';
import { EventsSection } from '../../../audit/views/history.js';
import { InEnglish, Doubts } from '../../../framework/views/catalogue-text.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';
import { Timeline } from '../../../platform/web/timeline.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { SeenTask } from '../../milestone-tasks/milestone-tasks.service.js';
import { TasksOfMilestone } from '../../milestone-tasks/views/milestone-tasks.js';
import { capital, cycleName, periodWords } from '../cycle-words.js';
import type { ReviewCycle } from '../review-cycles.js';
import { ForumFormat } from './forum-format.js';
import { MilestoneDetail, MilestoneName } from './milestone-detail.js';
import { Said } from './said.js';
import { Doubtful } from './unconfirmed.js';

interface CyclePageProps {
  cycle: ReviewCycle;
  feeds: ReviewCycle | undefined;
  /** Whether the reader may change it, and what was changed. */
  manages: boolean;
  events: AuditEvent[] | null;
  /** Those the reader serves in, and what they noted to do. */
  secretariats: readonly Mechanism[];
  tasks: readonly SeenTask[];
}

export function CyclePage({ cycle, feeds, manages, events, secretariats, tasks }: CyclePageProps) {
  const { t, language, day } = usePage();
  const href = `/review-cycles/${cycle.id}`;
  return (
    <Layout
      title={capital(cycleName(cycle, language))}
      crumbs={[{ label: t('cycle.title'), href: '/review-cycles' }]}
      actions={
        manages && (
          <>
            <a class="button" href={`${href}/edit`}>
              {t('cycle.edit')}
            </a>
            <a class="button second" href={`${href}/milestones/new`}>
              {t('milestone.new')}
            </a>
            {cycle.own && <PostButton action={`${href}/removal`} label={t('cycle.remove')} danger />}
          </>
        )
      }
    >
      <Facts
        facts={[
          { label: t('cycle.when'), value: <When cycle={cycle} /> },
          {
            label: t('cycle.feeds'),
            value: feeds && <a href={`/review-cycles/${feeds.id}`}>{capital(cycleName(feeds, language))}</a>,
          },
          {
            label: t('cycle.coFacilitators'),
            value:
              cycle.coFacilitators.length > 0 ? (
                <InEnglish>{cycle.coFacilitators.join(', ')}</InEnglish>
              ) : null,
          },
          {
            label: t('cycle.outcome'),
            value: cycle.outcomes
              .map(({ symbol, endorsedOn }) => `${symbol} (${day(endorsedOn)})`)
              .join(', '),
          },
          { label: t('cycle.source'), value: <Said entered={cycle.entered}>{cycle.source}</Said> },
        ]}
      />
      {cycle.entered ? <EnteredDoubts doubts={cycle.doubts} /> : <Doubts doubts={cycle.doubts} />}
      <h2>{t('cycle.milestones')}</h2>
      <Timeline
        entries={cycle.milestones.map((milestone) => ({
          key: milestone.key,
          when: milestone.when ? periodWords(milestone.when, language) : t('cycle.dayUnknown'),
          what: <MilestoneName milestone={milestone} />,
          detail: (
            <>
              <MilestoneDetail {...{ cycle, milestone, manages }} />
              <TasksOfMilestone {...{ cycle, milestone, tasks, mechanisms: secretariats }} />
            </>
          ),
        }))}
        empty={t('list.empty')}
      />
      {cycle.kind === 'imrf' && <ForumFormat />}
      {events && <EventsSection events={events} />}
    </Layout>
  );
}

/** As an administrator wrote them. */
function EnteredDoubts({ doubts }: { doubts: readonly string[] }) {
  const { t } = usePage();
  if (doubts.length === 0) return null;
  return (
    <p>
      {t('cycle.doubts')} <bdi>{doubts.join(' ')}</bdi>
    </p>
  );
}

function When({ cycle }: { cycle: ReviewCycle }) {
  const { language } = usePage();
  return (
    <>
      {periodWords(cycle.period, language)} <Doubtful what={cycle} />
    </>
  );
}

import { InEnglish, Doubts } from '../../../framework/views/catalogue-text.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';
import { Timeline } from '../../../platform/web/timeline.js';
import { capital, cycleName, periodWords } from '../cycle-words.js';
import type { ReviewCycle } from '../review-cycles.js';
import { ForumFormat } from './forum-format.js';
import { MilestoneDetail } from './milestone-detail.js';
import { Doubtful } from './unconfirmed.js';

export function CyclePage({ cycle, feeds }: { cycle: ReviewCycle; feeds: ReviewCycle | undefined }) {
  const { t, language, day } = usePage();
  return (
    <Layout
      title={capital(cycleName(cycle, language))}
      crumbs={[{ label: t('cycle.title'), href: '/review-cycles' }]}
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
          { label: t('cycle.source'), value: <InEnglish>{cycle.source}</InEnglish> },
        ]}
      />
      <Doubts doubts={cycle.doubts} />
      <h2>{t('cycle.milestones')}</h2>
      <Timeline
        entries={cycle.milestones.map((milestone, index) => ({
          key: String(index),
          when: milestone.when ? periodWords(milestone.when, language) : t('cycle.dayUnknown'),
          what: <InEnglish>{milestone.text}</InEnglish>,
          detail: <MilestoneDetail milestone={milestone} end={cycle.period.end} />,
        }))}
        empty={t('list.empty')}
      />
      {cycle.kind === 'imrf' && <ForumFormat />}
    </Layout>
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

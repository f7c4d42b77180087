import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Timeline } from '../../../platform/web/timeline.js';
import { capital, cycleName, periodWords } from '../cycle-words.js';
import type { ReviewCycle } from '../review-cycles.js';
import { Doubtful } from './unconfirmed.js';

/** All cycles on one line of time: what is coming first, then what was. */
export function CyclesPage({
  coming,
  past,
  manages,
}: {
  coming: readonly ReviewCycle[];
  past: readonly ReviewCycle[];
  /** Whether the reader may add one. */
  manages: boolean;
}) {
  const { t } = usePage();
  return (
    <Layout
      title={t('cycle.title')}
      actions={
        manages && (
          <a class="button" href="/review-cycles/new">
            {t('cycle.new')}
          </a>
        )
      }
    >
      <p class="lead">{t('cycle.intro')}</p>
      <h2>{t('cycle.coming')}</h2>
      <Cycles cycles={coming} />
      <h2>{t('cycle.past')}</h2>
      <Cycles cycles={past} />
    </Layout>
  );
}

function Cycles({ cycles }: { cycles: readonly ReviewCycle[] }) {
  const { t, language } = usePage();
  const entries = cycles.map((cycle) => ({
    key: cycle.id,
    when: periodWords(cycle.period, language),
    what: <a href={`/review-cycles/${cycle.id}`}>{capital(cycleName(cycle, language))}</a>,
    detail: (
      <>
        <Doubtful what={cycle} /> {t('cycle.milestoneCount', { count: cycle.milestones.length })}
      </>
    ),
  }));
  return <Timeline entries={entries} empty={t('list.empty')} />;
}

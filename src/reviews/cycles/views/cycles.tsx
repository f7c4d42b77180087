import { Doubts, InEnglish } from '../../../framework/views/catalogue-text.js';
import type { Day } from '../../../platform/i18n/day.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';
import { Timeline } from '../../../platform/web/timeline.js';
import { cycleName, periodWords } from '../cycle-words.js';
import { forumFormat } from '../review-cycles.data.js';
import type { Milestone, ReviewCycle } from '../review-cycles.js';

/** All cycles on one line of time: what is coming first, then what was. */
export function CyclesPage({
  coming,
  past,
}: {
  coming: readonly ReviewCycle[];
  past: readonly ReviewCycle[];
}) {
  const { t } = usePage();
  return (
    <Layout title={t('cycle.title')}>
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

function MilestoneDetail({ milestone, end }: { milestone: Milestone; end: Day }) {
  const { t } = usePage();
  const { place, commission, with: partners, chairs, rule, expected, source, doubts, when } = milestone;
  const facts = [place, commission, partners?.join(', '), chairs?.join(', ')].filter(
    (fact) => fact !== undefined,
  );
  return (
    <>
      <Doubtful what={{ expected, period: { end: when?.end ?? end } }} />{' '}
      {rule && `${t('cycle.rule', { count: rule.daysBeforeForum })} `}
      {facts.length > 0 && <InEnglish>{facts.join(' · ')}</InEnglish>}
      <div>
        {t('framework.source')} <InEnglish>{source}</InEnglish>
      </div>
      {doubts.length > 0 && (
        <div>
          {t('cycle.doubts')} <InEnglish>{doubts.join(' ')}</InEnglish>
        </div>
      )}
    </>
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

/** What no source shows as held: it is expected, or, once its time is over, not confirmed. */
function Doubtful({ what }: { what: { expected: boolean; period: { end: Day } } }) {
  const { t, now } = usePage();
  if (!what.expected) return null;
  const over = what.period.end < now.toISOString().slice(0, 10);
  return <span class="tag">{t(over ? 'cycle.unconfirmed' : 'cycle.expected')}</span>;
}

function ForumFormat() {
  const { t } = usePage();
  return (
    <>
      <h2>{t('cycle.format')}</h2>
      <p>
        {t('cycle.format.text', {
          days: forumFormat.lengthDays,
          years: forumFormat.frequencyYears,
          symbol: forumFormat.symbol,
        })}
      </p>
      <ol>
        {forumFormat.sequence.map((step) => (
          <li key={step}>
            <InEnglish>{step}</InEnglish>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Names stand inside sentences elsewhere; at the head of a page they begin with a capital. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

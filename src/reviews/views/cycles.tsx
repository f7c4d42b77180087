import { Doubts, InEnglish } from '../../framework/views/catalogue-text.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Facts } from '../../platform/web/table.js';
import { Timeline } from '../../platform/web/timeline.js';
import { cycleName, periodWords } from '../cycle-words.js';
import { forumFormat } from '../review-cycles.data.js';
import type { Milestone, ReviewCycle } from '../review-cycles.js';

/** All cycles on one line of time: what is coming first, then what was. */
export function CyclesPage({ coming, past }: { coming: readonly ReviewCycle[]; past: readonly ReviewCycle[] }) {
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
        {cycle.expected && <span class="tag">{t('cycle.expected')}</span>}{' '}
        {t('cycle.milestoneCount', { count: cycle.milestones.length })}
      </>
    ),
  }));
  return <Timeline entries={entries} empty={t('list.empty')} />;
}

export function CyclePage({ cycle, feeds }: { cycle: ReviewCycle; feeds: ReviewCycle | undefined }) {
  const { t, language, day } = usePage();
  return (
    <Layout title={capital(cycleName(cycle, language))} crumbs={[{ label: t('cycle.title'), href: '/review-cycles' }]}>
      <Facts
        facts={[
          { label: t('cycle.when'), value: <When text={periodWords(cycle.period, language)} expected={cycle.expected} /> },
          {
            label: t('cycle.feeds'),
            value: feeds && <a href={`/review-cycles/${feeds.id}`}>{capital(cycleName(feeds, language))}</a>,
          },
          { label: t('cycle.coFacilitators'), value: cycle.coFacilitators.length > 0 && <InEnglish>{cycle.coFacilitators.join(', ')}</InEnglish> },
          {
            label: t('cycle.outcome'),
            value: cycle.outcomes.map(({ symbol, endorsedOn }) => `${symbol} (${day(endorsedOn)})`).join(', '),
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
          detail: <MilestoneDetail milestone={milestone} />,
        }))}
        empty={t('list.empty')}
      />
      {cycle.kind === 'imrf' && <ForumFormat />}
    </Layout>
  );
}

function MilestoneDetail({ milestone }: { milestone: Milestone }) {
  const { t } = usePage();
  const { place, commission, with: partners, chairs, rule, expected, source, doubts } = milestone;
  const facts = [
    place,
    commission,
    partners && partners.join(', '),
    chairs && chairs.join(', '),
  ].filter((fact) => fact !== undefined);
  return (
    <>
      {expected && <span class="tag">{t('cycle.expected')}</span>}{' '}
      {rule && `${t('cycle.rule', { count: rule.daysBeforeForum })} `}
      {facts.length > 0 && <InEnglish>{facts.join(' · ')}</InEnglish>}
      <div>
        {t('framework.source')} <InEnglish>{source}</InEnglish>
      </div>
      <Doubts doubts={doubts} />
    </>
  );
}

function When({ text, expected }: { text: string; expected: boolean }) {
  const { t } = usePage();
  return (
    <>
      {text} {expected && <span class="tag">{t('cycle.expected')}</span>}
    </>
  );
}

function ForumFormat() {
  const { t } = usePage();
  return (
    <>
      <h2>{t('cycle.format')}</h2>
      <p>{t('cycle.format.text', { days: forumFormat.lengthDays, years: forumFormat.frequencyYears, symbol: forumFormat.symbol })}</p>
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

import { InEnglish } from '../../../framework/views/catalogue-text.js';
import { directionOf } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { capital, milestoneName } from '../cycle-words.js';
import type { Milestone, ReviewCycle } from '../review-cycles.js';
import { Doubtful } from './unconfirmed.js';

/** In the reader's language, as an administrator calls it or by its kind. Links to it lead here. */
export function MilestoneName({ milestone }: { milestone: Milestone }) {
  const { language: reader } = usePage();
  const { text, language } = rendition(milestoneName(milestone), reader);
  return (
    <span id={milestone.key} lang={language} dir={directionOf(language)}>
      {capital(text)}
    </span>
  );
}

interface MilestoneDetailProps {
  cycle: ReviewCycle;
  milestone: Milestone;
  manages: boolean;
}

export function MilestoneDetail({ cycle, milestone, manages }: MilestoneDetailProps) {
  const { t, language } = usePage();
  const { place, commission, with: partners, chairs, rule, expected, source, doubts, when } = milestone;
  const facts = [place, commission, partners?.join(', '), chairs?.join(', ')].filter(
    (fact) => fact !== undefined,
  );
  return (
    <>
      {language !== 'en' && !milestone.name && (
        <div>
          <InEnglish>{milestone.text}</InEnglish>
        </div>
      )}
      <Doubtful what={{ expected, period: { end: when?.end ?? cycle.period.end } }} />{' '}
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
      {manages && <ManageMilestone {...{ cycle, milestone }} />}
    </>
  );
}

function ManageMilestone({ cycle, milestone }: Omit<MilestoneDetailProps, 'manages'>) {
  const { t } = usePage();
  const href = `/review-cycles/${cycle.id}/milestones/${milestone.key}`;
  const isForum = cycle.kind === 'imrf' && milestone.code === 'forum';
  return (
    <div>
      <a href={`${href}/edit`}>{t('milestone.edit')}</a>{' '}
      {milestone.own && !isForum && (
        <PostButton action={`${href}/removal`} label={t('milestone.remove')} danger />
      )}
    </div>
  );
}

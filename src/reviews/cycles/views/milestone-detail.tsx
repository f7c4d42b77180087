import { InEnglish } from '../../../framework/views/catalogue-text.js';
import type { Day } from '../../../platform/i18n/day.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Milestone } from '../review-cycles.js';
import { Doubtful } from './unconfirmed.js';

export function MilestoneDetail({ milestone, end }: { milestone: Milestone; end: Day }) {
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

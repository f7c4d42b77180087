import { InEnglish } from '../../../framework/views/catalogue-text.js';
import { directionOf, translator } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { capital, milestoneName } from '../cycle-words.js';
import type { Milestone, ReviewCycle } from '../review-cycles.js';
import { Said } from './said.js';
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

/** Whether its source says more than what kind it is. */
const saysMore = ({ name, code, text }: Milestone) =>
  !name && text.toLowerCase() !== translator('en')(`milestoneKind.${code}`).toLowerCase();

interface MilestoneDetailProps {
  cycle: ReviewCycle;
  milestone: Milestone;
  manages: boolean;
}

export function MilestoneDetail({ cycle, milestone, manages }: MilestoneDetailProps) {
  const { t, language } = usePage();
  const { place, with: partners, chairs, rule, expected, source, doubts, when } = milestone;
  const { entered } = milestone;
  const facts = [place, partners?.join(', '), chairs?.join(', ')].filter((fact) => fact !== undefined);
  return (
    <>
      {language !== 'en' && saysMore(milestone) && (
        <div>
          <InEnglish>{milestone.text}</InEnglish>
        </div>
      )}
      <Doubtful what={{ expected, period: { end: when?.end ?? cycle.period.end } }} />{' '}
      {rule && `${t('cycle.rule', { count: rule.daysBeforeForum })} `}
      {facts.length > 0 && <Said entered={entered}>{facts.join(' · ')}</Said>}
      <div>
        {t('framework.source')} <Said entered={entered}>{source}</Said>
      </div>
      {doubts.length > 0 && (
        <div>
          {t('cycle.doubts')} <Said entered={entered}>{doubts.join(' ')}</Said>
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

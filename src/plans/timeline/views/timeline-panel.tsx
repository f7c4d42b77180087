import { rendition } from '../../../platform/i18n/localized.js';
import { Fold } from '../../../platform/web/design/fold.js';
import { usePage } from '../../../platform/web/page-context.js';
import { TimeLines } from '../../../platform/web/pictures/time-lines.js';
import type { Plan } from '../../plan/plan.entity.js';
import { nearest, type PlanTimeline } from '../plan-timeline.js';
import { useGroups } from './timeline.js';

/** On an overview: as many lines as are taken in at a glance. */
export const MOST_ON_OVERVIEW = 8;

interface TimelinePanelProps {
  plan: Plan;
  timeline: PlanTimeline;
  today: string;
}

/** The plan in force on a line of time: its parts, or the few items that have a date. Each leads to what it is. */
export function TimelinePanel({ plan, timeline, today }: TimelinePanelProps) {
  const { t, language } = usePage();
  const here = `/plans/${plan.id}`;
  const groups = useGroups(timeline, here);
  const lines = groups.flatMap((group) => group.lines);
  const shown = new Set(nearest(lines, today, MOST_ON_OVERVIEW));
  const left = lines.length - shown.size;
  return (
    <section>
      <Fold heading label={t('timeline.title')}>
        <p class="quiet">
          <a href={here}>
            <bdi>{rendition(plan.title, language).text}</bdi>
          </a>
        </p>
        <TimeLines
          groups={groups
            .map((group) => ({
              ...group,
              note: undefined,
              lines: group.lines.filter((line) => shown.has(line)),
            }))
            .filter(({ lines: some }) => some.length > 0)}
          today={today}
          subject={t(timeline.folded ? 'timeline.parts' : 'plan.items')}
          when={t('item.when')}
          plain
        />
        <p>
          <a href={`${here}/timeline`}>{t('timeline.open')}</a>{' '}
          {left > 0 && <span class="quiet">{t('timeline.more', { count: left })}</span>}
        </p>
      </Fold>
    </section>
  );
}

import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { EmptyState } from '../../../platform/web/design/empty-state.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { KindOfMarks } from '../../../platform/web/pictures/day-marks.js';
import { type TimeGroup, type TimeLine, TimeLines } from '../../../platform/web/pictures/time-lines.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { WhenText } from '../../items/views/labels.js';
import type { Plan } from '../../plan/plan.entity.js';
import { type DatedItem, type PlanTimeline, spanOfGroup, type TimelineGroup } from '../plan-timeline.js';

/** A title may be a page long. */
const TITLE = 120;
/** Of each kind of what else has a day; the rest is in the calendar. */
const AROUND = 12;

interface TimelinePageProps {
  mechanism: Mechanism;
  plan: Plan;
  timeline: PlanTimeline;
  /** What else has a day in that time. */
  around: readonly KindOfMarks[];
  today: string;
  under: string | undefined;
}

export function TimelinePage({ mechanism, plan, timeline, around, today, under }: TimelinePageProps) {
  const { t, language } = usePage();
  const here = `/plans/${plan.id}`;
  const groups = [...useAround(around), ...useGroups(timeline, here)];
  const dated = timeline.groups.some((group) => group.dated.length > 0);
  return (
    <Layout
      title={t('timeline.title')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: rendition(plan.title, language).text, href: here },
      ]}
      actions={under && <a href={`${here}/timeline`}>{t('timeline.whole')}</a>}
    >
      <p class="quiet">{t(timeline.folded ? 'timeline.folded' : 'timeline.text')}</p>
      {dated ? (
        <TimeLines groups={groups} today={today} subject={t('plan.items')} when={t('item.when')} />
      ) : (
        <EmptyState
          heading="h2"
          title={t('timeline.none')}
          action={{ label: t('timeline.toPlan'), href: here }}
        >
          {t('timeline.noneText')}
        </EmptyState>
      )}
    </Layout>
  );
}

function useAround(around: readonly KindOfMarks[]): TimeGroup[] {
  const { t, day } = usePage();
  return around.map(({ name, label, marks }) => ({
    key: name,
    title: t(label),
    note: marks.length > AROUND && t('timeline.more', { count: marks.length - AROUND }),
    lines: marks.slice(0, AROUND).map(({ from, until, text, href }) => ({
      key: href + from,
      from,
      until,
      point: true,
      name: (
        <a href={href} dir="auto">
          {typeof text === 'string' ? text : <LocalizedText value={text} most={TITLE} />}
        </a>
      ),
      when: from === until ? day(from) : t('when.range', { from: day(from), until: day(until) }),
    })),
  }));
}

export function useGroups({ groups, folded }: PlanTimeline, here: string): TimeGroup[] {
  const { t, day } = usePage();
  const undated = (count: number) => count > 0 && t('timeline.undated', { count });
  const shown = groups.filter(({ dated }) => dated.length > 0);
  if (!folded)
    return shown.map((group) => ({
      key: group.head.id,
      title: <ItemName item={group.head} />,
      note: undated(group.undated),
      lines: group.dated.map(lineOf),
    }));
  const whole = (group: TimelineGroup): TimeLine => {
    const { from, until } = spanOfGroup(group)!;
    return {
      key: group.head.id,
      from,
      until,
      name: (
        <a href={`${here}/timeline?under=${group.head.id}`}>
          <CodeAndTitle item={group.head} />
        </a>
      ),
      when: (
        <>
          {t('when.range', { from: day(from), until: day(until) })} ·{' '}
          {t('plan.countedItems', { count: group.dated.length })}
        </>
      ),
    };
  };
  return [{ key: 'plan', title: t('timeline.parts'), lines: shown.map(whole) }];
}

const lineOf = (item: DatedItem): TimeLine => ({
  key: item.id,
  from: item.whenStart!,
  until: item.whenEnd ?? item.whenStart!,
  name: <ItemName item={item} />,
  when: <WhenText item={item} />,
});

const ItemName = ({ item }: { item: DatedItem }) => (
  <a href={`/items/${item.id}`}>
    <CodeAndTitle item={item} />
  </a>
);

/** Together, so that a code stays before its title whichever way the page runs. */
const CodeAndTitle = ({ item: { code, title } }: { item: DatedItem }) => (
  <bdi>
    {code} <LocalizedText value={title} most={TITLE} />
  </bdi>
);

import { rendition } from '../../platform/i18n/localized.js';
import { addDays } from '../../platform/i18n/day.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Facts, KeptCycle, KeptMilestone } from './kept-cycle.entity.js';
import {
  type MilestoneCode,
  type Period,
  type ShippedCycle,
  shippedCycles,
  type ShippedMilestone,
} from './review-cycles.data.js';
import type { Milestone, ReviewCycle } from './review-cycle.types.js';

/** The cycles as they stand: the shipped ones with what was changed in them, and those that were added; in order of time. */
export function mergeCycles(
  kept: readonly KeptCycle[],
  shipped: readonly ShippedCycle[] = shippedCycles,
): readonly ReviewCycle[] {
  const byId = new Map(kept.map((one) => [one.id, one]));
  const added = kept.filter(({ id }) => !shipped.some((one) => one.id === id));
  return [
    ...shipped.map((one) => merged(one, byId.get(one.id))),
    ...added.map((one) => merged(null, one)),
  ].sort((a, b) => a.period.start.localeCompare(b.period.start) || a.id.localeCompare(b.id));
}

function merged(shipped: ShippedCycle | null, kept?: KeptCycle): ReviewCycle {
  const fields = kept?.fields ?? {};
  const cycle = {
    ...(shipped ?? NEW),
    id: shipped?.id ?? kept!.id,
    kind: shipped?.kind ?? fields.kind ?? 'other',
    number: shipped ? shipped.number : (fields.number ?? null),
    feeds: shipped ? shipped.feeds : (fields.feeds ?? null),
    name: fields.name === undefined ? (shipped?.name ?? null) : fields.name,
    ...(fields.facts && cycleFacts(fields.facts)),
    own: !shipped,
    entered: fields.facts !== undefined,
    version: kept?.version ?? 1,
  };
  const { start, end } = cycle.period;
  return {
    ...cycle,
    years: { first: Number(start.slice(0, 4)), last: Number(end.slice(0, 4)) },
    milestones: milestonesOf(
      shipped?.milestones ?? [],
      kept?.milestones ?? {},
      forumOf(cycle.kind, fields.facts),
    ),
  };
}

const NEW: Pick<ShippedCycle, 'outcomes' | 'coFacilitators' | 'period' | 'expected' | 'source' | 'doubts'> = {
  ...{ outcomes: [], coFacilitators: [], expected: true, source: '', doubts: [] },
  period: { precision: 'year', start: '2018-01-01', end: '2018-12-31' },
};

const cycleFacts = ({ when: period, expected, source, doubts }: Facts) => ({
  period,
  expected,
  source,
  doubts,
});

/** The days of a Forum are those of its cycle: changed in one place, they hold in both. */
const forumOf = (kind: string, facts?: Facts) => (kind === 'imrf' ? (facts ?? null) : null);

function milestonesOf(
  shipped: readonly ShippedMilestone[],
  kept: Record<string, KeptMilestone>,
  forum: Facts | null,
): Milestone[] {
  const added = Object.keys(kept).filter((key) => !shipped.some((one) => one.key === key));
  const all = [
    ...shipped.map((one) => milestone(one, kept[one.key], forum)),
    ...added.map((key) => milestone({ ...NEW_MILESTONE, key }, kept[key], forum, true)),
  ];
  // What has no day yet stays where it stood.
  const place = ({ when }: Milestone, index: number) =>
    when?.start ?? all.slice(0, index).findLast((one) => one.when)?.when?.start ?? '';
  const places = new Map(all.map((one, index) => [one, place(one, index)]));
  return all.sort((a, b) => places.get(a)!.localeCompare(places.get(b)!));
}

const NEW_MILESTONE = {
  code: 'other',
  text: '',
  when: null,
  source: '',
  expected: true,
  doubts: [],
} as const;

function milestone(
  shipped: ShippedMilestone,
  { name = null, place, facts, code, commission }: KeptMilestone = {},
  forum: Facts | null,
  own = false,
): Milestone {
  const base = own ? { ...shipped, code: code ?? 'other', ...(commission && { commission }) } : shipped;
  const set = base.code === 'forum' && forum ? forum : facts;
  return {
    ...base,
    text: name ? (name.texts.en ?? rendition(name, 'en').text) : base.text || kindInEnglish(base.code),
    ...(place !== undefined && { place: place ?? undefined }),
    ...(set ?? (forum ? byRule(shipped, forum.when) : {})),
    name,
    own,
    entered: set !== undefined,
  };
}

const kindInEnglish = (code: MilestoneCode) => translator('en')(`milestoneKind.${code}`);

/** A day that follows from the Forum's moves with it. */
function byRule({ rule }: ShippedMilestone, forum: Period): Partial<Facts<Period | null>> {
  if (!rule) return {};
  if (forum.precision !== 'day') return { when: null, expected: true };
  const day = addDays(forum.start, -rule.daysBeforeForum);
  return { when: { precision: 'day', start: day, end: day }, expected: true, doubts: [] };
}

import type { CommissionCode } from '../../mechanisms/registry/registry.data.js';
import type { Localized } from '../../platform/i18n/localized.js';

/**
 * Calendar days (`YYYY-MM-DD`), known as exactly as `precision` says: a month runs from its first to its last day, and
 * 2028-29 is from 2028-01-01 to 2029-12-31 at precision `year`. Never print a day that the precision does not give.
 */
export interface Period {
  readonly precision: 'day' | 'month' | 'year';
  readonly start: string;
  readonly end: string;
}

/** `other`: a summit or a forum beside the Compact's own review, with a name of its own. */
export const REVIEW_KINDS = ['imrf', 'regional', 'other'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const MILESTONE_CODES = [
  'sg-report',
  'briefing',
  'plenary',
  'hearing',
  'forum',
  'outcome',
  'regional-conference',
  'preparatory-event',
  'stakeholder-discussion',
  'mechanisms-event',
  'summit',
  'other',
] as const;
export type MilestoneCode = (typeof MILESTONE_CODES)[number];

/** A day fixed by A/RES/73/326 against the day on which the Forum opens. */
export interface MilestoneRule {
  readonly daysBeforeForum: number;
}

export interface ShippedMilestone {
  /** Names it within its cycle, for good: what an administrator or a secretariat noted hangs on it. */
  readonly key: string;
  readonly code: MilestoneCode;
  /** English. */
  readonly text: string;
  /** `null` where only the rule is known, as the Forum's opening day is not. */
  readonly when: Period | null;
  readonly rule?: MilestoneRule;
  readonly place?: string;
  readonly commission?: CommissionCode;
  readonly with?: readonly string[];
  readonly chairs?: readonly string[];
  readonly source: string;
  /** True when no stored document shows it as held: it follows from a rule, from the cycle or from an announcement. */
  readonly expected: boolean;
  readonly doubts: readonly string[];
}

export interface ShippedCycle {
  readonly id: string;
  readonly kind: ReviewKind;
  /** The round, or the edition of the Forum: 1, 2, 3; null for another kind. */
  readonly number: number | null;
  /** Of another kind. */
  readonly name?: Localized;
  readonly years: { readonly first: number; readonly last: number };
  readonly period: Period;
  readonly expected: boolean;
  /** The Forum that a regional round informs (A/RES/73/195, paragraph 50). */
  readonly feeds: string | null;
  readonly outcomes: readonly { readonly symbol: string; readonly endorsedOn: string }[];
  readonly coFacilitators: readonly string[];
  readonly milestones: readonly ShippedMilestone[];
  readonly source: string;
  readonly doubts: readonly string[];
}

/** How a Forum runs: A/RES/73/326. */
export const forumFormat = {
  symbol: 'A/RES/73/326',
  adopted: '2019-07-19',
  frequencyYears: 4,
  lengthDays: 4,
  sequence: [
    'four interactive multi-stakeholder round tables on day 1 and the morning of day 2',
    'policy debate in the afternoon of day 2, opening with technical summaries of the round tables',
    'plenary on days 3 and 4',
  ],
  hearingDaysBefore: 1,
  reportWeeksBefore: 12,
  progressDeclarationMayContain: [
    'overall evaluation of progress on the 23 objectives at all levels',
    'key challenges, opportunities, emerging issues and scope for further cooperation',
    'recommendations on implementation',
  ],
} as const;

/**
 * Regional review rounds and editions of the International Migration Review Forum, in order. The cycle: A/RES/73/195,
 * paragraphs 49 (Forums, every four years from 2022) and 50 (regional reviews, every four years from 2020).
 */
export const shippedCycles: readonly ShippedCycle[] = [
  {
    id: 'regional-1',
    kind: 'regional',
    number: 1,
    years: { first: 2020, last: 2021 },
    period: { precision: 'year', start: '2020-01-01', end: '2021-12-31' },
    expected: false,
    feeds: 'imrf-2022',
    outcomes: [],
    coFacilitators: [],
    milestones: [
      {
        key: 'mechanisms-event',
        code: 'mechanisms-event',
        text: 'IOM high-level webinars for chairs and secretariat heads of 19 mechanisms on formats of contribution to the regional reviews',
        when: { precision: 'day', start: '2020-09-24', end: '2020-09-24' },
        source: 'IOM pages on ISCM meetings 2019-2021',
        expected: false,
        doubts: [],
      },
      {
        key: 'mechanisms-event-escwa',
        code: 'mechanisms-event',
        text: 'IOM-ESCWA online dialogue with mechanisms on the Arab regional review',
        when: { precision: 'day', start: '2021-01-28', end: '2021-01-28' },
        place: 'online',
        commission: 'ESCWA',
        with: ['IOM'],
        source: 'IOM pages on ISCM meetings 2019-2021',
        expected: false,
        doubts: [],
      },
      {
        key: 'regional-conference-unece',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2020-11-12', end: '2020-11-13' },
        commission: 'UNECE',
        source: 'Permanent Mission of Portugal in Geneva (nuoi.missaoportugal.mne.gov.pt)',
        expected: false,
        doubts: [],
      },
      {
        key: 'preparatory-event-escwa',
        code: 'preparatory-event',
        text: 'Series of events of the regional review',
        when: { precision: 'day', start: '2020-06-25', end: '2021-02-25' },
        commission: 'ESCWA',
        with: ['League of Arab States', 'IOM'],
        source: 'UN Network on Migration: regional review pages',
        expected: false,
        doubts: [],
      },
      {
        key: 'regional-conference-escwa',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2021-02-24', end: '2021-02-25' },
        commission: 'ESCWA',
        with: ['League of Arab States', 'IOM'],
        source: 'ESCWA (archive.unescwa.org)',
        expected: false,
        doubts: [],
      },
      {
        key: 'regional-conference-escap',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2021-03-10', end: '2021-03-12' },
        place: 'Bangkok',
        commission: 'ESCAP',
        source: 'UN Network on Migration: regional review pages',
        expected: false,
        doubts: [],
      },
      {
        key: 'preparatory-event-eclac',
        code: 'preparatory-event',
        text: 'Consultation with subregional, regional and interregional processes, platforms and organizations',
        when: { precision: 'day', start: '2021-04-12', end: '2021-04-12' },
        commission: 'ECLAC',
        source: 'UN Network on Migration: regional review pages',
        expected: false,
        doubts: [],
      },
      {
        key: 'preparatory-event-eclac-2',
        code: 'preparatory-event',
        text: 'Consultation with civil society and other stakeholders',
        when: { precision: 'day', start: '2021-04-13', end: '2021-04-15' },
        commission: 'ECLAC',
        source: 'UN Network on Migration: regional review pages',
        expected: false,
        doubts: [],
      },
      {
        key: 'regional-conference-eclac',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2021-04-26', end: '2021-04-28' },
        place: 'online',
        commission: 'ECLAC',
        source: 'UN Network on Migration: regional review pages',
        expected: false,
        doubts: [],
      },
      {
        key: 'regional-conference-eca',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2021-08-31', end: '2021-09-01' },
        commission: 'ECA',
        with: ['African Union Commission'],
        source: 'ECA media advisory (uneca.org); UN Network on Migration: regional review pages',
        expected: false,
        doubts: [],
      },
    ],
    source: 'A/RES/73/195, paragraph 50; UN Network on Migration: regional review pages',
    doubts: [],
  },
  {
    id: 'imrf-2022',
    kind: 'imrf',
    number: 1,
    years: { first: 2022, last: 2022 },
    period: { precision: 'day', start: '2022-05-17', end: '2022-05-20' },
    expected: false,
    feeds: null,
    outcomes: [{ symbol: 'A/RES/76/266', endorsedOn: '2022-06-07' }],
    coFacilitators: ['Bangladesh', 'Luxembourg'],
    milestones: [
      {
        key: 'mechanisms-event',
        code: 'mechanisms-event',
        text: 'GRCP 9 on the Forum and the mechanisms: 23 mechanisms, of which 18 took the floor; closed event for chairs and secretariat heads',
        when: { precision: 'day', start: '2021-11-10', end: '2021-11-11' },
        place: 'online',
        source: 'IOM pages on ISCM meetings 2019-2021',
        expected: false,
        doubts: [],
      },
      {
        key: 'sg-report',
        code: 'sg-report',
        text: "Secretary-General's report, at least twelve weeks before the Forum",
        when: { precision: 'day', start: '2022-02-22', end: '2022-02-22' },
        rule: { daysBeforeForum: 84 },
        source: 'A/RES/73/326; mayorsmigrationcouncil.org',
        expected: true,
        doubts: ['The latest day by the rule; the day of issue was not seen in a stored document.'],
      },
      {
        key: 'briefing',
        code: 'briefing',
        text: "Briefing on the Secretary-General's report",
        when: { precision: 'day', start: '2022-02-16', end: '2022-02-16' },
        source: 'President of the General Assembly, seventy-sixth session (un.org/pga/76)',
        expected: false,
        doubts: [],
      },
      {
        key: 'hearing',
        code: 'hearing',
        text: 'Informal interactive multi-stakeholder hearing, the day before the Forum',
        when: { precision: 'day', start: '2022-05-16', end: '2022-05-16' },
        rule: { daysBeforeForum: 1 },
        source: 'UN web pages of the 2022 Forum; A/RES/73/326',
        expected: false,
        doubts: [],
      },
      {
        key: 'forum',
        code: 'forum',
        text: 'International Migration Review Forum',
        when: { precision: 'day', start: '2022-05-17', end: '2022-05-20' },
        place: 'UN Headquarters, New York',
        source: 'UN web pages of the 2022 Forum',
        expected: false,
        doubts: [],
      },
      {
        key: 'outcome',
        code: 'outcome',
        text: 'Progress Declaration endorsed by the General Assembly',
        when: { precision: 'day', start: '2022-06-07', end: '2022-06-07' },
        source: 'A/RES/76/266',
        expected: false,
        doubts: [],
      },
    ],
    source: 'A/RES/73/195, paragraph 49; A/RES/73/326; A/RES/76/266; UN web pages of the 2022 Forum',
    doubts: [],
  },
  {
    id: 'regional-2',
    kind: 'regional',
    number: 2,
    years: { first: 2024, last: 2025 },
    period: { precision: 'year', start: '2024-01-01', end: '2025-12-31' },
    expected: false,
    feeds: 'imrf-2026',
    outcomes: [],
    coFacilitators: [],
    milestones: [
      {
        key: 'stakeholder-discussion-unece',
        code: 'stakeholder-discussion',
        text: 'Moderated online discussion for stakeholders, summarized for the meeting',
        when: { precision: 'day', start: '2024-01-18', end: '2024-02-29' },
        place: 'online',
        commission: 'UNECE',
        source: 'UN Network on Migration Hub, UNECE review 2024',
        expected: false,
        doubts: [],
      },
      {
        key: 'regional-conference-unece',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2024-03-11', end: '2024-03-11' },
        place: 'Geneva',
        commission: 'UNECE',
        chairs: ['Republic of Moldova', 'Spain'],
        source: 'indico.un.org, event 1007071; UN Network on Migration: regional review pages',
        expected: false,
        doubts: [],
      },
      {
        key: 'regional-conference-escwa',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2024-07-03', end: '2024-07-04' },
        place: 'Cairo',
        commission: 'ESCWA',
        with: ['League of Arab States', 'IOM'],
        source: 'UN Network on Migration: regional review pages',
        expected: false,
        doubts: [],
      },
      {
        key: 'hearing-eca',
        code: 'hearing',
        text: 'Multi-stakeholder hearing, the day before the conference',
        when: { precision: 'day', start: '2024-10-08', end: '2024-10-08' },
        commission: 'ECA',
        source: 'UN Network on Migration, "Africa holds second review conference" (migrationnetwork.un.org)',
        expected: false,
        doubts: [],
      },
      {
        key: 'regional-conference-eca',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2024-10-09', end: '2024-10-10' },
        place: 'Addis Ababa',
        commission: 'ECA',
        with: ['African Union'],
        source: 'UN Network on Migration, "Africa holds second review conference" (migrationnetwork.un.org)',
        expected: false,
        doubts: [],
      },
      {
        key: 'sg-report',
        code: 'sg-report',
        text: "Secretary-General's report A/79/590, with voluntary indicators for the Compact",
        when: { precision: 'day', start: '2024-12-05', end: '2024-12-05' },
        source: 'University of Padova, Human Rights Centre (unipd-centrodirittiumani.it)',
        expected: false,
        doubts: ['The list of the indicators was not found in a stored document.'],
      },
      {
        key: 'plenary',
        code: 'plenary',
        text: "Plenary of the General Assembly on the Secretary-General's report and the regional reviews",
        when: { precision: 'month', start: '2024-12-01', end: '2024-12-31' },
        source: 'University of Padova, Human Rights Centre (unipd-centrodirittiumani.it)',
        expected: true,
        doubts: ['Asked for that month; no stored document shows its day.'],
      },
      {
        key: 'regional-conference-escap',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2025-02-04', end: '2025-02-06' },
        place: 'Bangkok',
        commission: 'ESCAP',
        source: 'Viet Nam News, 1691780 (vietnamnews.vn); UN Network on Migration: regional review pages',
        expected: false,
        doubts: ['The report gives the days; the year follows from its context.'],
      },
      {
        key: 'regional-conference-eclac',
        code: 'regional-conference',
        text: 'Regional review conference',
        when: { precision: 'day', start: '2025-03-18', end: '2025-03-20' },
        place: 'Santiago',
        commission: 'ECLAC',
        source:
          'Jesuit Network with Migrants, Latin America and the Caribbean (redjesuitaconmigranteslac.org)',
        expected: false,
        doubts: [],
      },
    ],
    source: 'A/RES/73/195, paragraph 50; UN Network on Migration: regional review pages',
    doubts: [],
  },
  {
    id: 'gfmd-2025',
    kind: 'other',
    number: null,
    name: {
      original: 'en',
      texts: {
        en: 'Global Forum on Migration and Development, fifteenth summit',
      },
    },
    years: { first: 2025, last: 2025 },
    period: { precision: 'day', start: '2025-09-02', end: '2025-09-04' },
    expected: false,
    feeds: null,
    outcomes: [],
    coFacilitators: [],
    milestones: [
      {
        key: 'summit',
        code: 'summit',
        text: 'Summit of the Global Forum on Migration and Development',
        when: { precision: 'day', start: '2025-09-02', end: '2025-09-04' },
        place: 'Riohacha',
        source: 'IOM, 4 September 2025 (miragenews.com, 1527487)',
        expected: false,
        doubts: [],
      },
    ],
    source: 'IOM, 4 September 2025 (miragenews.com, 1527487)',
    doubts: [],
  },
  {
    id: 'imrf-2026',
    kind: 'imrf',
    number: 2,
    years: { first: 2026, last: 2026 },
    period: { precision: 'day', start: '2026-05-05', end: '2026-05-08' },
    expected: true,
    feeds: null,
    outcomes: [],
    coFacilitators: [],
    milestones: [
      {
        key: 'sg-report',
        code: 'sg-report',
        text: "Secretary-General's report, at least twelve weeks before the Forum",
        when: { precision: 'day', start: '2026-02-10', end: '2026-02-10' },
        rule: { daysBeforeForum: 84 },
        source: 'A/RES/73/326; mayorsmigrationcouncil.org',
        expected: true,
        doubts: ['The latest day by the rule; the report was not seen in a stored document.'],
      },
      {
        key: 'hearing',
        code: 'hearing',
        text: 'Informal interactive multi-stakeholder hearing, the day before the Forum',
        when: { precision: 'day', start: '2026-05-04', end: '2026-05-04' },
        rule: { daysBeforeForum: 1 },
        source: 'A/RES/73/326; Global Cities Hub, briefing on the 2026 Forum (globalcitieshub.org)',
        expected: true,
        doubts: ['Announced before the Forum; no stored document shows it as held.'],
      },
      {
        key: 'forum',
        code: 'forum',
        text: 'International Migration Review Forum',
        when: { precision: 'day', start: '2026-05-05', end: '2026-05-08' },
        source:
          'Global Cities Hub, briefing on the 2026 Forum (globalcitieshub.org); Infobae, 4 March 2026 (infobae.com)',
        expected: true,
        doubts: ['Announced before the Forum; no stored document shows it as held.'],
      },
    ],
    source:
      'A/RES/73/195, paragraph 49; A/RES/73/326; Global Cities Hub, briefing on the 2026 Forum (globalcitieshub.org)',
    doubts: [
      'Announced before the Forum; no stored document shows it as held, nor its outcome or a Progress Declaration.',
    ],
  },
  {
    id: 'regional-3',
    kind: 'regional',
    number: 3,
    years: { first: 2028, last: 2029 },
    period: { precision: 'year', start: '2028-01-01', end: '2029-12-31' },
    expected: true,
    feeds: 'imrf-2030',
    outcomes: [],
    coFacilitators: [],
    milestones: [
      {
        key: 'sg-report',
        code: 'sg-report',
        text: "Secretary-General's report on the Compact",
        when: { precision: 'year', start: '2028-01-01', end: '2028-12-31' },
        source: 'A/RES/73/195: a report every two years',
        expected: true,
        doubts: [
          'Follows from the rhythm of the reports, one every two years; none is announced for that year.',
        ],
      },
      {
        key: 'regional-conference',
        code: 'regional-conference',
        text: 'Regional review conferences',
        when: { precision: 'year', start: '2028-01-01', end: '2029-12-31' },
        source: 'A/RES/73/195, paragraph 50',
        expected: true,
        doubts: ['Follows from the four-year cycle; no date is announced in a stored document.'],
      },
    ],
    source: 'A/RES/73/195, paragraph 50',
    doubts: ['Follows from the four-year cycle; no date is announced in a stored document.'],
  },
  {
    id: 'imrf-2030',
    kind: 'imrf',
    number: 3,
    years: { first: 2030, last: 2030 },
    period: { precision: 'year', start: '2030-01-01', end: '2030-12-31' },
    expected: true,
    feeds: null,
    outcomes: [],
    coFacilitators: [],
    milestones: [
      {
        key: 'sg-report',
        code: 'sg-report',
        text: "Secretary-General's report, at least twelve weeks before the Forum",
        when: null,
        rule: { daysBeforeForum: 84 },
        source: 'A/RES/73/326',
        expected: true,
        doubts: ['The day follows from the opening day of the Forum, which is not known.'],
      },
      {
        key: 'hearing',
        code: 'hearing',
        text: 'Informal interactive multi-stakeholder hearing, the day before the Forum',
        when: null,
        rule: { daysBeforeForum: 1 },
        source: 'A/RES/73/326',
        expected: true,
        doubts: ['The day follows from the opening day of the Forum, which is not known.'],
      },
      {
        key: 'forum',
        code: 'forum',
        text: 'International Migration Review Forum',
        when: { precision: 'year', start: '2030-01-01', end: '2030-12-31' },
        source: 'The four-year cycle of A/RES/73/195, paragraph 49',
        expected: true,
        doubts: ['Follows from the four-year cycle; no date is announced in a stored document.'],
      },
    ],
    source: 'A/RES/73/195, paragraph 49; A/RES/73/326',
    doubts: ['Follows from the four-year cycle: the third Forum, in the year the 2030 Agenda ends.'],
  },
];

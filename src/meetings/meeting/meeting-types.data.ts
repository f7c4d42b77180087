export interface MeetingTypeDefinition {
  code: string;
  /** Ids of mechanisms it was seen at; empty when it is open to all of them. */
  seenAt: readonly string[];
}

/**
 * The kinds of meetings that mechanisms hold, with those each was seen at. What they are called is in the catalogue
 * (`meetingType.<code>`). Source: the mechanisms' own pages and the review of 2019 (reference: iscm-activity,
 * meetingTypes).
 */
export const meetingTypes = [
  { code: 'ministerial', seenAt: ['colombo', 'add', 'rabat', 'prague', 'khartoum', 'bali', 'pafom'] },
  { code: 'deputy-ministers', seenAt: ['rcm'] },
  {
    code: 'som',
    seenAt: ['rabat', 'prague', 'khartoum', 'colombo', 'almaty', 'budapest', 'pafom', 'add'],
  },
  { code: 'steering-committee', seenAt: ['rabat', 'khartoum', 'midwa', 'prague'] },
  { code: 'technical-working-group', seenAt: ['colombo', 'rcm', 'bali', 'midwa'] },
  { code: 'regional-consultation-group', seenAt: ['rcm'] },
  { code: 'technical-expert', seenAt: ['almaty', 'midsa'] },
  { code: 'intersessional', seenAt: ['sacm'] },
  { code: 'extraordinary', seenAt: ['arcp'] },
  { code: 'troika', seenAt: ['rcm'] },
  { code: 'thematic-event', seenAt: ['rabat', 'almaty'] },
  { code: 'training', seenAt: ['prague', 'colombo', 'cmc'] },
  { code: 'global-iscm-meeting', seenAt: [] },
  { code: 'inter-iscm', seenAt: ['sacm', 'rcm'] },
] as const satisfies readonly MeetingTypeDefinition[];

export type MeetingType = (typeof meetingTypes)[number]['code'];

/** What a meeting may bring forth (reference: iscm-activity, meetingOutputs); in the catalogue, `meetingOutput.<code>`. */
export const meetingOutputs = [
  'ministerial-declaration',
  'political-declaration',
  'action-plan',
  'co-chairs-statement',
  'chairs-summary',
  'cooperation-strategy',
  'conclusions',
  'recommendations',
  'workplan',
  'policy-guide',
  'information-note',
  'questionnaire-results',
] as const;

export type MeetingOutput = (typeof meetingOutputs)[number];

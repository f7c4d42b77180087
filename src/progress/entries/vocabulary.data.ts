const review =
  'IOM, The role of inter-state consultation mechanisms on migration in the Global Compact (2019)';

/** What holds mechanisms back in implementing the Compact. Words: `vocabulary.mechanismChallenges`. */
export const mechanismChallenges = ['unequal-priority', 'different-speeds', 'no-clear-mandate'] as const;

/** What holds a State back. Words: `vocabulary.stateChallenges`. */
export const stateChallenges = ['funding', 'staff', 'data', 'law', 'coordination', 'security'] as const;

/** Both. Each is shown and counted under the one it is of, whoever named it. */
export const challengeCodes = [...mechanismChallenges, ...stateChallenges] as const;
export type ChallengeCode = (typeof challengeCodes)[number];

/** How far a plan item has come. Words: `vocabulary.implementationStatuses`. */
export const implementationStatuses = [
  'planned',
  'ongoing',
  'completed',
  'postponed',
  'discontinued',
] as const;
export type ImplementationStatus = (typeof implementationStatuses)[number];

/** How mechanisms build their member States' capacity, in the order of the figure. Words: `vocabulary.capacityBuildingForms`. */
export const capacityBuildingForms = [
  'dialogue',
  'data',
  'special-sessions',
  'training-workshops',
  'information-notes',
  'technical-secretariat',
  'civil-society',
] as const;
export type CapacityBuildingForm = (typeof capacityBuildingForms)[number];

/** With whom mechanisms work: eight in the order of the figure, and the last two from the text. Words: `vocabulary.partnerTypes`. */
export const partnerTypes = [
  'other-iscm',
  'intergovernmental',
  'un-regional-commission',
  'civil-society',
  'academia',
  'private-sector',
  'regional-economic',
  'migrants-diasporas',
  'media',
  'non-governmental',
] as const;
export type PartnerType = (typeof partnerTypes)[number];

/** What a reporter may ask for. Words: `vocabulary.supportKinds`. */
export const supportKinds = ['training', 'data', 'expertise', 'funding'] as const;
export type SupportKind = (typeof supportKinds)[number];

/** The words for a list of codes, in English as the source has them. `doubt` is a text a page can show. */
export interface Vocabulary<Code extends string> {
  readonly source: string;
  readonly doubt: string | null;
  readonly labels: Readonly<Record<Code, string>>;
}

export const vocabulary: {
  readonly mechanismChallenges: Vocabulary<(typeof mechanismChallenges)[number]>;
  readonly stateChallenges: Vocabulary<(typeof stateChallenges)[number]>;
  readonly implementationStatuses: Vocabulary<ImplementationStatus>;
  readonly capacityBuildingForms: Vocabulary<CapacityBuildingForm>;
  readonly partnerTypes: Vocabulary<PartnerType>;
  readonly supportKinds: Vocabulary<SupportKind>;
} = {
  mechanismChallenges: {
    source: `${review}, pages 18 and 19`,
    doubt: null,
    labels: {
      'unequal-priority': 'Member States do not give migration governance equal priority',
      'different-speeds': 'Member States move at different speeds on the Compact (not an obstacle in itself)',
      'no-clear-mandate':
        'The mechanism has no clear mandate from its Member States; unclear who leads and coordinates',
    },
  },
  stateChallenges: {
    source: 'Words of this project, for its pages',
    doubt:
      'The review asked mechanisms and not States; no stored document of the review process fixes a list for States.',
    labels: {
      funding: 'Funding',
      staff: 'Staff and skills',
      data: 'Data and statistics',
      law: 'Laws and regulations',
      coordination: 'Coordination between ministries',
      security: 'The security situation',
    },
  },
  implementationStatuses: {
    source: 'Proposal of this project',
    doubt:
      'No stored document of a mechanism fixes a list of statuses; this one is proposed by this project.',
    labels: {
      planned: 'Planned',
      ongoing: 'Ongoing',
      completed: 'Completed',
      postponed: 'Postponed',
      discontinued: 'Discontinued',
    },
  },
  capacityBuildingForms: {
    source: `${review}, figure 7, page 17`,
    doubt: null,
    labels: {
      dialogue: 'Facilitate dialogue between Member States',
      data: 'Migration data collection, data analysis and data exchange/sharing',
      'special-sessions': 'Dedicating special sessions to discuss the Global Compact',
      'training-workshops': 'Training workshops',
      'information-notes': 'Information notes',
      'technical-secretariat': 'Support through technical secretariats',
      'civil-society': 'Ensure active participation of civil society organizations',
    },
  },
  partnerTypes: {
    source: `${review}, figure 8, page 18; media from page 8, non-governmental organizations from page 17`,
    doubt: null,
    labels: {
      'other-iscm': 'Other ISCMs',
      intergovernmental: 'Intergovernmental organizations',
      'un-regional-commission': 'UN Regional Commissions',
      'civil-society': 'Civil society organizations',
      academia: 'Academia',
      'private-sector': 'Private sector',
      'regional-economic': 'Regional economic organizations',
      'migrants-diasporas': 'Migrants and diasporas',
      media: 'Media',
      'non-governmental': 'Non-governmental organizations',
    },
  },
  supportKinds: {
    source: 'Proposal of this project',
    doubt: 'No stored document fixes a list of kinds of support; this one is proposed by this project.',
    labels: {
      training: 'Training',
      data: 'Data',
      expertise: 'Expertise',
      funding: 'Funding',
    },
  },
};

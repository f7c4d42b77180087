/** A line of a real plan, as far as the stored copy shows it. */
export interface SourcePlanItem {
  readonly code: string;
  /** Paraphrased, not quoted. */
  readonly title: string;
  readonly description: string | null;
  readonly kind: string | null;
  readonly recurrence: string | null;
  readonly owner: string | null;
  /** An owner that is partly a reading of ours: never load it as the plan's own owner. */
  readonly inferredOwner: string | null;
  /** This project's own mapping to the objectives of the Compact; empty where a line maps to none. */
  readonly objectives: readonly number[];
  readonly doubts: readonly string[];
}

/** A real plan of a mechanism. `null` is what the plan, or the stored copy of it, does not say. */
export interface SourcePlan {
  /** Identifier in the registry of mechanisms. */
  readonly mechanism: string;
  readonly name: string;
  readonly kind: string;
  readonly binding: boolean;
  readonly adoptedOn: { readonly start: string; readonly end: string } | null;
  readonly adoptedAt: string | null;
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly levels: readonly string[];
  readonly columns: readonly string[] | null;
  readonly source: string;
  readonly note: string;
  readonly items: readonly SourcePlanItem[];
  readonly doubts: readonly string[];
}

/** Khartoum Process: the first six undertakings, which is all that the stored copy shows. */
export const sharmElSheikhPlan: SourcePlan = {
  mechanism: 'khartoum',
  name: 'Sharm El Sheikh Plan of Action',
  kind: 'flat list of undertakings',
  binding: false,
  adoptedOn: { start: '2015-04-23', end: '2015-04-24' },
  adoptedAt: 'Steering Committee meeting, Sharm El Sheikh, Egypt',
  period: null,
  levels: ['item'],
  columns: null,
  source:
    'Sharm El Sheikh Plan of Action, Steering Committee of the Khartoum Process, 23-24 April 2015 (first six items legible)',
  note: "Real plan. one-level plan without owners, dates or themes. Paraphrased. GCM mapping is this project's own.",
  items: [
    {
      code: '1',
      title: 'Address root causes of irregular migration in a balanced way, with sustainable development',
      description: null,
      kind: null,
      recurrence: null,
      owner: null,
      inferredOwner: null,
      objectives: [2],
      doubts: [],
    },
    {
      code: '2',
      title:
        'Act concretely against trafficking and smuggling between the Horn of Africa and Europe, sharing responsibility',
      description: null,
      kind: null,
      recurrence: null,
      owner: null,
      inferredOwner: null,
      objectives: [9, 10],
      doubts: [],
    },
    {
      code: '3',
      title: "Meet regularly and report to a senior officials' meeting for follow-up",
      description: null,
      kind: 'procedure',
      recurrence: null,
      owner: null,
      inferredOwner: null,
      objectives: [],
      doubts: [],
    },
    {
      code: '4',
      title: 'Name focal points for direct and rapid exchange and coordination',
      description: null,
      kind: 'procedure',
      recurrence: null,
      owner: null,
      inferredOwner: null,
      objectives: [23],
      doubts: [],
    },
    {
      code: '5',
      title:
        'Keep a lasting dialogue, agree priorities and projects, and mobilize funding for agreed projects',
      description: null,
      kind: null,
      recurrence: null,
      owner: null,
      inferredOwner: null,
      objectives: [23],
      doubts: [],
    },
    {
      code: '6',
      title:
        'Work practically: create flow-management projects with existing funds and coordinate bilateral and multilateral efforts',
      description: null,
      kind: null,
      recurrence: null,
      owner: null,
      inferredOwner: null,
      objectives: [23],
      doubts: ['Seen only in part.'],
    },
  ],
  doubts: ['items after 6 are cut in the stored copy; item 6 is seen only in part'],
};

/** MIDWA: the first five rows of the strategy table, which is all that the stored copy shows. */
export const midwaStrategy: SourcePlan = {
  mechanism: 'midwa',
  name: 'MIDWA Strategy',
  kind: 'strategy table',
  binding: false,
  adoptedOn: null,
  adoptedAt: null,
  period: null,
  levels: ['strategy'],
  columns: ['serial', 'strategy', 'description'],
  source: 'MIDWA strategy page (first five rows seen)',
  note: "Real plan. flat three-column table. Paraphrased. GCM mapping is this project's own.",
  items: [
    {
      code: '1',
      title: 'Set up and strengthen a fully working Regional Secretariat',
      description: 'Staff and budget to run administration and operations, on the model of other RCPs',
      kind: 'institutional',
      recurrence: null,
      owner: null,
      inferredOwner: 'ECOWAS Commission',
      objectives: [],
      doubts: ['Owner partly inferred.'],
    },
    {
      code: '2',
      title: 'Hold yearly Steering Committee meetings',
      description:
        'Chaired by ECOWAS Commission; three member-State representatives, a donor, invited observers',
      kind: 'recurring meeting',
      recurrence: 'yearly',
      owner: null,
      inferredOwner: 'chair',
      objectives: [],
      doubts: ['Owner partly inferred.'],
    },
    {
      code: '3',
      title: 'Establish national MIDWA secretariats in all members',
      description:
        'Through ECOWAS National Offices, linked to existing national migration committees or helping create them',
      kind: 'institutional, per country',
      recurrence: null,
      owner: 'each member State',
      inferredOwner: null,
      objectives: [23],
      doubts: [],
    },
    {
      code: '4',
      title: 'Train the migration data working group on new tools',
      description:
        'Workshops on software for harmonized data collection; spot shortcomings and propose fixes',
      kind: 'capacity-building',
      recurrence: null,
      owner: 'migration data working group',
      inferredOwner: null,
      objectives: [1],
      doubts: [],
    },
    {
      code: '5',
      title: 'Convene chairs and co-chairs of the thematic working groups',
      description:
        'Groups: mixed migration, border management, labour migration, migration data, return and reintegration',
      kind: 'meeting',
      recurrence: null,
      owner: null,
      inferredOwner: 'secretariat',
      objectives: [1, 5, 6, 11, 12, 21],
      doubts: ['Owner partly inferred.'],
    },
  ],
  doubts: ['further rows not in the stored copy', 'owners of rows 1, 2 and 5 partly inferred'],
};

export const sourcePlans: readonly SourcePlan[] = [sharmElSheikhPlan, midwaStrategy];

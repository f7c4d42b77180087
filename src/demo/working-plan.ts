import type { Language } from '../platform/i18n/i18n.js';
import { workingPlanTitles } from './working-plan-titles.data.js';

/** A line of a plan that nobody adopted but in this demonstration: code, title, objectives, owners, days until due, status. */
export type InventedItem = readonly [
  code: string,
  title: string,
  objectives: readonly string[],
  owners: readonly string[],
  dueIn?: number,
  status?: string,
];

export interface InventedPlan {
  title: string;
  language: Language;
  kind: string;
  levelNames: readonly string[];
  /** By code, where its titles are translated. */
  translated?: Readonly<Record<string, { fr: string; ar: string }>>;
  /** What stands below another has its code before the point. */
  items: readonly InventedItem[];
}

const PARTNER = 'partner:Partner organization';

/** The invented plan of a presidency: it gives the demonstration dates and owners, which the two real plans lack. */
export const workingPlan: InventedPlan = {
  title: 'Working plan of the presidency (invented for this demonstration)',
  language: 'en',
  kind: 'presidency',
  levelNames: ['Theme', 'Activity'],
  translated: workingPlanTitles,
  items: [
    ['A', 'Protection along the route', ['7', '8'], ['chair']],
    [
      'A.1',
      'Exchange contact lists of search and rescue centres',
      ['8(a)'],
      ['state:KEN', 'state:ETH', 'state:EGY'],
      40,
      'ongoing',
    ],
    [
      'A.2',
      'Workshop on referring vulnerable migrants',
      ['7(a)', '12'],
      ['state:ITA', PARTNER],
      75,
      'planned',
    ],
    [
      'A.3',
      'Common card with hotline numbers, in six languages',
      ['3(c)', '7'],
      ['secretariat'],
      15,
      'completed',
    ],
    ['A.4', 'Guidance on unaccompanied children', ['7(f)'], ['state:ETH', 'state:SSD'], 110, 'ongoing'],
    [
      'A.5',
      'Meeting of forensic services on missing migrants',
      ['8(b)', '8(e)'],
      ['state:TUN'],
      150,
      'planned',
    ],
    ['B', 'Regular pathways', ['5'], ['secretariat']],
    ['B.1', 'Note on recognition of skills', ['18'], ['secretariat'], 60, 'ongoing'],
    [
      'B.2',
      'Overview of bilateral labour agreements',
      ['5(a)'],
      ['secretariat', 'all-members'],
      95,
      'ongoing',
    ],
    ['B.3', 'Seminar on fair recruitment', ['6(a)'], ['state:KEN', PARTNER], 100, 'planned'],
    ['B.4', 'Exchange on student mobility', ['5(f)', '18'], ['state:DEU'], 30, 'completed'],
    ['B.5', 'Pilot of a skills partnership', ['18(e)'], ['state:DEU', 'state:ETH'], 200, 'postponed'],
    ['C', 'Trafficking and smuggling', ['9', '10'], ['state:EGY']],
    ['C.1', 'Directory of prosecutors', ['9(b)', '10(b)'], ['state:EGY', 'state:ITA'], 55, 'completed'],
    ['C.2', 'Training on digital evidence', ['9', '10(d)'], ['state:ETH', PARTNER], 85, 'ongoing'],
    ['C.3', 'Indicators to identify victims of trafficking', ['10(e)'], ['secretariat'], 70, 'ongoing'],
    ['C.4', 'Campaign with diaspora radio stations', ['3(e)', '10(j)'], ['state:KEN'], 125, 'planned'],
    ['D', 'Return, readmission and reintegration', ['21'], ['state:ITA']],
    ['D.1', 'Checklist for safe and dignified return', ['21(a)'], ['state:ITA', 'state:EGY'], 65, 'ongoing'],
    ['D.2', 'Study visit on reintegration of returnees', ['21(h)'], ['state:ETH'], 140, 'planned'],
    ['D.3', 'Contact points for identity documents', ['4(b)', '21(c)'], ['all-members'], 35, 'completed'],
    ['E', 'Data and information', ['1', '3'], ['secretariat']],
    [
      'E.1',
      'Common definitions for migration statistics',
      ['1(a)'],
      ['secretariat', 'state:TUN'],
      90,
      'ongoing',
    ],
    ['E.2', 'Course for national statistical offices', ['1(d)'], [PARTNER], 160, 'planned'],
    ['E.3', 'Yearly overview of migration profiles', ['1(j)'], ['all-members'], 20, 'discontinued'],
    ['E.4', 'Web page with information before departure', ['3(a)', '3(d)'], ['secretariat'], 105, 'ongoing'],
    ['F', 'Cooperation and follow-up', ['23'], ['chair']],
    ['F.1', 'Two senior officials’ meetings', ['23(e)'], ['chair', 'secretariat'], 130, 'ongoing'],
    ['F.2', 'Joint input to the third regional review', ['23'], ['secretariat'], 115, 'planned'],
    ['F.3', 'Exchange with neighbouring mechanisms', ['23(e)'], ['secretariat'], 50, 'completed'],
    ['G', 'Inclusion and diasporas', ['15', '19'], ['secretariat']],
    ['G.1', 'Comparison of the cost of sending money', ['20(a)'], ['state:KEN'], 115, 'ongoing'],
    ['G.2', 'Guide to services that are open to everybody', ['15(a)'], ['state:EGY'], 120, 'ongoing'],
    ['G.3', 'Round table with diaspora organizations', ['19'], ['state:DEU', 'state:TUN'], 130, 'ongoing'],
    ['G.4', 'Meetings of consular officers', ['14'], ['state:ETH'], 170, 'planned'],
  ],
};

/** A second mechanism that asks a State of the first for something alike, so that it can report once. */
export const neighbourPlan: InventedPlan = {
  title: 'Plan de travail d’un autre mécanisme (inventé pour cette démonstration)',
  language: 'fr',
  kind: 'annual',
  levelNames: ['Activité'],
  items: [
    [
      '1',
      'Former les agents de première ligne à reconnaître et orienter les migrants vulnérables',
      ['7(a)', '12'],
      ['state:ITA', 'state:SEN'],
      80,
      'ongoing',
    ],
    [
      '2',
      'Atelier sur l’orientation entre pays d’origine et de destination',
      ['7'],
      ['state:ITA', 'state:MAR'],
      120,
      'planned',
    ],
    ['3', 'Faciliter la mobilité des étudiants et des chercheurs', ['5(f)'], ['state:ESP'], 60, 'ongoing'],
    ['4', 'Réduire le coût des transferts de fonds', ['20(a)'], ['state:MAR', 'state:SEN'], 100, 'ongoing'],
    ['5', 'Échange entre autorités d’état civil', ['4(a)', '4(b)'], ['state:SEN'], 45, 'completed'],
  ],
};

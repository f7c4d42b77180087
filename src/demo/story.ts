import type { Release, Visibility } from '../progress/vocabulary.js';
import type { Role } from '../accounts/roles.js';

/** Invented people, one for each role and a few more delegations. Their names say so. */
export interface DemoPerson {
  key: string;
  name: string;
  language: string;
  zone: string;
  roles: { mechanism: string; role: Role; subject?: string }[];
}

export const people: readonly DemoPerson[] = [
  { key: 'secretariat', name: 'Selam (secretariat)', language: 'en', zone: 'Africa/Addis_Ababa', roles: [{ mechanism: 'khartoum', role: 'secretariat' }] },
  { key: 'chair', name: 'Claire (chair)', language: 'fr', zone: 'Europe/Paris', roles: [{ mechanism: 'khartoum', role: 'chair' }] },
  { key: 'kenya', name: 'Kamau (Kenya)', language: 'en', zone: 'Africa/Nairobi', roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'KEN' }] },
  { key: 'egypt', name: 'Amal (Egypt)', language: 'ar', zone: 'Africa/Cairo', roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'EGY' }] },
  { key: 'ethiopia', name: 'Eleni (Ethiopia)', language: 'en', zone: 'Africa/Addis_Ababa', roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'ETH' }] },
  { key: 'italy', name: 'Ilaria (Italy)', language: 'en', zone: 'Europe/Rome', roles: [{ mechanism: 'khartoum', role: 'focal-point', subject: 'ITA' }] },
  { key: 'partner', name: 'Petra (partner)', language: 'en', zone: 'Europe/Vienna', roles: [{ mechanism: 'khartoum', role: 'partner', subject: 'Partner organization' }] },
  { key: 'reader', name: 'Rosa (reader)', language: 'es', zone: 'Europe/Madrid', roles: [{ mechanism: 'khartoum', role: 'reader' }] },
  { key: 'secretariat-midwa', name: 'Salif (secretariat)', language: 'fr', zone: 'Africa/Abidjan', roles: [{ mechanism: 'midwa', role: 'secretariat' }] },
  { key: 'ghana', name: 'Gifty (Ghana)', language: 'en', zone: 'Africa/Accra', roles: [{ mechanism: 'midwa', role: 'focal-point', subject: 'GHA' }] },
  { key: 'senegal', name: 'Sokhna (Senegal)', language: 'fr', zone: 'Africa/Dakar', roles: [{ mechanism: 'midwa', role: 'focal-point', subject: 'SEN' }] },
];

/** The invented plan of a presidency: it gives the demonstration dates and owners, which the two real plans lack. */
export const workingPlan = {
  title: 'Working plan of the presidency (invented for this demonstration)',
  /** `dueIn`: days after the demonstration begins. */
  items: [
    { code: 'A', title: 'Protection along the route', objectives: ['7', '8'], owners: ['chair'] },
    { code: 'A.1', parent: 'A', title: 'Exchange contact lists of search and rescue centres', objectives: ['8(a)'], owners: ['state:KEN', 'state:ETH', 'state:EGY'], dueIn: 40, status: 'ongoing' },
    { code: 'A.2', parent: 'A', title: 'Workshop on referring vulnerable migrants', objectives: ['7(a)', '12'], owners: ['state:ITA', 'partner:Partner organization'], dueIn: 75, status: 'planned' },
    { code: 'B', title: 'Regular pathways', objectives: ['5'], owners: ['secretariat'] },
    { code: 'B.1', parent: 'B', title: 'Note on recognition of skills', objectives: ['18'], owners: ['secretariat'], dueIn: 60, status: 'ongoing' },
  ],
} as const;

export type DemoOutcome = 'accepted' | 'submitted' | 'returned' | 'draft' | 'withdrawn';

/** What one of them reports, and what becomes of it. `day` is the day of the demonstration it is written on. */
export interface DemoEntry {
  by: string;
  as: string;
  mechanism: string;
  plan: 'real' | 'working';
  item: string;
  day: number;
  language: string;
  narrative: string;
  results?: string;
  challengeCodes?: string[];
  challenges?: string;
  nextSteps?: string;
  supportKinds?: string[];
  support?: string;
  practice?: boolean;
  outcome: DemoOutcome;
  visibility: Visibility;
  release: Release;
}

export const entries: readonly DemoEntry[] = [
  {
    by: 'kenya', as: 'state:KEN', mechanism: 'khartoum', plan: 'working', item: 'A.1', day: 20, language: 'en',
    narrative: 'The coordination centre in Mombasa shared its contact list with the neighbouring centres and named a duty officer for every day of the week.',
    results: 'Three joint incidents were handled over the shared list in two months.',
    nextSteps: 'A yearly exercise with the neighbouring centres.',
    practice: true, outcome: 'accepted', visibility: 'mechanism', release: 'attributed',
  },
  {
    by: 'ethiopia', as: 'state:ETH', mechanism: 'khartoum', plan: 'real', item: '2', day: 32, language: 'en',
    narrative: 'A task force of police, labour and women’s affairs officials was set up to prosecute traffickers and to refer those they exploited.',
    challengeCodes: ['different-speeds'], challenges: 'Requests for legal assistance take many months to be answered.',
    supportKinds: ['training'], support: 'Training of prosecutors in the use of digital evidence.',
    outcome: 'accepted', visibility: 'delegation', release: 'unattributed',
  },
  {
    by: 'egypt', as: 'state:EGY', mechanism: 'khartoum', plan: 'real', item: '4', day: 38, language: 'ar',
    narrative: 'سمّت اللجنة الوطنية التنسيقية نقطة اتصال دائمة (National Coordinating Committee) وأبلغت الأمانة ببيانات الاتصال.',
    results: 'يجري التواصل المباشر مع نقاط الاتصال في خمس دول.',
    outcome: 'accepted', visibility: 'public', release: 'attributed',
  },
  {
    by: 'secretariat', as: 'secretariat', mechanism: 'khartoum', plan: 'real', item: '3', day: 50, language: 'en',
    narrative: 'One senior officials’ meeting and one thematic meeting were held; conclusions were circulated to all members within three weeks.',
    outcome: 'accepted', visibility: 'mechanism', release: 'attributed',
  },
  {
    by: 'partner', as: 'partner:Partner organization', mechanism: 'khartoum', plan: 'working', item: 'A.2', day: 58, language: 'en',
    narrative: 'A curriculum for front-line officials on recognizing and referring vulnerable migrants was written and tried out with twenty officials.',
    supportKinds: ['funding'], support: 'Translation into Arabic and Tigrinya is not yet funded.',
    outcome: 'accepted', visibility: 'mechanism', release: 'attributed',
  },
  {
    by: 'italy', as: 'state:ITA', mechanism: 'khartoum', plan: 'working', item: 'A.2', day: 66, language: 'en',
    narrative: 'NOT RELEASED: the date and place of the workshop are under consultation between ministries.',
    outcome: 'accepted', visibility: 'delegation', release: 'none',
  },
  {
    by: 'kenya', as: 'state:KEN', mechanism: 'khartoum', plan: 'real', item: '1', day: 70, language: 'en',
    narrative: 'NOT RELEASED: first thoughts on a national survey of drivers, not yet cleared by the statistics bureau.',
    outcome: 'returned', visibility: 'delegation', release: 'attributed',
  },
  {
    by: 'ethiopia', as: 'state:ETH', mechanism: 'khartoum', plan: 'working', item: 'A.1', day: 74, language: 'en',
    narrative: 'NOT RELEASED: contact list under preparation.',
    outcome: 'draft', visibility: 'public', release: 'attributed',
  },
  {
    by: 'egypt', as: 'state:EGY', mechanism: 'khartoum', plan: 'working', item: 'A.1', day: 76, language: 'en',
    narrative: 'NOT RELEASED: withdrawn by the delegation before the submission was compiled.',
    outcome: 'withdrawn', visibility: 'public', release: 'attributed',
  },
  {
    by: 'italy', as: 'state:ITA', mechanism: 'khartoum', plan: 'real', item: '5', day: 84, language: 'en',
    narrative: 'NOT RELEASED: submitted and still with the secretariat.',
    outcome: 'submitted', visibility: 'mechanism', release: 'attributed',
  },
  {
    by: 'ghana', as: 'state:GHA', mechanism: 'midwa', plan: 'real', item: '3', day: 45, language: 'en',
    narrative: 'The national secretariat works from the migration unit of the interior ministry and meets the national coordination committee every quarter.',
    outcome: 'accepted', visibility: 'mechanism', release: 'attributed',
  },
  {
    by: 'senegal', as: 'state:SEN', mechanism: 'midwa', plan: 'real', item: '3', day: 62, language: 'fr',
    narrative: 'Le secrétariat national a été installé auprès du bureau national de la CEDEAO ; son personnel reste à désigner.',
    supportKinds: ['expertise'], support: 'Appui à la rédaction des textes d’organisation.',
    outcome: 'accepted', visibility: 'mechanism', release: 'unattributed',
  },
];

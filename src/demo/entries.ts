import type { Release, Visibility } from '../progress/entries/vocabulary.js';

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
  /** A link that shows what is said. */
  evidence?: { title: string; url: string };
  outcome: DemoOutcome;
  visibility: Visibility;
  release: Release;
}

export const entries: readonly DemoEntry[] = [
  {
    by: 'kenya',
    as: 'state:KEN',
    mechanism: 'khartoum',
    plan: 'working',
    item: 'A.1',
    day: 20,
    language: 'en',
    narrative:
      'The coordination centre in Mombasa shared its contact list with the neighbouring centres and named a duty officer for every day of the week.',
    results: 'Three joint incidents were handled over the shared list in two months.',
    nextSteps: 'A yearly exercise with the neighbouring centres.',
    practice: true,
    outcome: 'accepted',
    visibility: 'mechanism',
    release: 'attributed',
  },
  {
    by: 'ethiopia',
    as: 'state:ETH',
    mechanism: 'khartoum',
    plan: 'real',
    item: '2',
    day: 32,
    language: 'en',
    narrative:
      'A task force of police, labour and women’s affairs officials was set up to prosecute traffickers and to refer those they exploited.',
    challengeCodes: ['different-speeds'],
    challenges: 'Requests for legal assistance take many months to be answered.',
    supportKinds: ['training'],
    support: 'Training of prosecutors in the use of digital evidence.',
    outcome: 'accepted',
    visibility: 'delegation',
    release: 'unattributed',
  },
  {
    by: 'egypt',
    as: 'state:EGY',
    mechanism: 'khartoum',
    plan: 'real',
    item: '4',
    day: 38,
    language: 'ar',
    narrative:
      'سمّت اللجنة الوطنية التنسيقية نقطة اتصال دائمة (National Coordinating Committee) وأبلغت الأمانة ببيانات الاتصال.',
    results: 'يجري التواصل المباشر مع نقاط الاتصال في خمس دول.',
    outcome: 'accepted',
    visibility: 'public',
    release: 'attributed',
  },
  {
    by: 'secretariat',
    as: 'secretariat',
    mechanism: 'khartoum',
    plan: 'real',
    item: '3',
    day: 50,
    language: 'en',
    narrative:
      'One senior officials’ meeting and one thematic meeting were held; conclusions were circulated to all members within three weeks.',
    outcome: 'accepted',
    visibility: 'mechanism',
    release: 'attributed',
  },
  {
    by: 'partner',
    as: 'partner:Partner organization',
    mechanism: 'khartoum',
    plan: 'working',
    item: 'A.2',
    day: 58,
    language: 'en',
    narrative:
      'A curriculum for front-line officials on recognizing and referring vulnerable migrants was written and tried out with twenty officials.',
    supportKinds: ['funding'],
    support: 'Translation into Arabic and Tigrinya is not yet funded.',
    evidence: { title: 'The curriculum (invented)', url: 'https://example.org/curriculum' },
    outcome: 'accepted',
    visibility: 'mechanism',
    release: 'attributed',
  },
  {
    by: 'italy',
    as: 'state:ITA',
    mechanism: 'khartoum',
    plan: 'working',
    item: 'A.2',
    day: 66,
    language: 'en',
    narrative: 'NOT RELEASED: the date and place of the workshop are under consultation between ministries.',
    outcome: 'accepted',
    visibility: 'delegation',
    release: 'none',
  },
  {
    by: 'italy',
    as: 'state:ITA',
    mechanism: 'rabat',
    plan: 'working',
    item: '1',
    day: 68,
    language: 'en',
    narrative:
      'Sixty front-line officials at three ports were trained to recognize vulnerable migrants and to refer them to the local services.',
    results: 'The referral form is now the same at all three ports.',
    outcome: 'accepted',
    visibility: 'mechanism',
    release: 'none',
  },
  {
    by: 'kenya',
    as: 'state:KEN',
    mechanism: 'khartoum',
    plan: 'real',
    item: '3',
    day: 69,
    language: 'en',
    narrative: 'NOT RELEASED: released at first, and taken back before the submission was compiled.',
    outcome: 'accepted',
    visibility: 'mechanism',
    release: 'attributed',
  },
  {
    by: 'kenya',
    as: 'state:KEN',
    mechanism: 'khartoum',
    plan: 'real',
    item: '1',
    day: 70,
    language: 'en',
    narrative:
      'NOT RELEASED: first thoughts on a national survey of drivers, not yet cleared by the statistics bureau.',
    outcome: 'returned',
    visibility: 'delegation',
    release: 'attributed',
  },
  {
    by: 'ethiopia',
    as: 'state:ETH',
    mechanism: 'khartoum',
    plan: 'working',
    item: 'A.1',
    day: 74,
    language: 'en',
    narrative: 'NOT RELEASED: contact list under preparation.',
    outcome: 'draft',
    visibility: 'public',
    release: 'attributed',
  },
  {
    by: 'egypt',
    as: 'state:EGY',
    mechanism: 'khartoum',
    plan: 'working',
    item: 'A.1',
    day: 76,
    language: 'en',
    narrative: 'NOT RELEASED: withdrawn by the delegation before the submission was compiled.',
    outcome: 'withdrawn',
    visibility: 'public',
    release: 'attributed',
  },
  {
    by: 'italy',
    as: 'state:ITA',
    mechanism: 'khartoum',
    plan: 'real',
    item: '5',
    day: 84,
    language: 'en',
    narrative: 'NOT RELEASED: submitted and still with the secretariat.',
    outcome: 'submitted',
    visibility: 'mechanism',
    release: 'attributed',
  },
  {
    by: 'ghana',
    as: 'state:GHA',
    mechanism: 'midwa',
    plan: 'real',
    item: '3',
    day: 45,
    language: 'en',
    narrative:
      'The national secretariat works from the migration unit of the interior ministry and meets the national coordination committee every quarter.',
    outcome: 'accepted',
    visibility: 'mechanism',
    release: 'attributed',
  },
  {
    by: 'senegal',
    as: 'state:SEN',
    mechanism: 'midwa',
    plan: 'real',
    item: '3',
    day: 62,
    language: 'fr',
    narrative:
      'Le secrétariat national a été installé auprès du bureau national de la CEDEAO ; son personnel reste à désigner.',
    supportKinds: ['expertise'],
    support: 'Appui à la rédaction des textes d’organisation.',
    outcome: 'accepted',
    visibility: 'mechanism',
    release: 'unattributed',
  },
];

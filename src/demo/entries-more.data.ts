import type { DemoEntry } from './entries.js';

/*
 * More of what the invented people report, so that there is something to look at; each text says that it is invented.
 */
const INVENTED = {
  en: '(Invented for this demonstration.)',
  fr: '(Inventé pour cette démonstration.)',
  es: '(Inventado para esta demostración.)',
  ar: '(مختلق لأغراض هذا العرض.)',
};

type Row = readonly [
  by: string,
  as: string,
  mechanism: string,
  plan: DemoEntry['plan'],
  item: string,
  day: number,
  language: keyof typeof INVENTED,
  status: string,
  narrative: string,
  use: readonly [DemoEntry['outcome'], DemoEntry['visibility'], DemoEntry['release']],
];

const OPEN = ['accepted', 'mechanism', 'attributed'] as const;
const PUBLIC = ['accepted', 'public', 'attributed'] as const;
const UNNAMED = ['accepted', 'mechanism', 'unattributed'] as const;
const CLOSED = ['accepted', 'delegation', 'none'] as const;
const WAITING = ['submitted', 'mechanism', 'attributed'] as const;

const K = 'khartoum';
const SECRETARIAT = ['secretariat', 'secretariat', K, 'working'] as const;
const ETHIOPIA = ['ethiopia', 'state:ETH', K, 'working'] as const;
const EGYPT = ['egypt', 'state:EGY', K, 'working'] as const;
const ITALY = ['italy', 'state:ITA', K, 'working'] as const;
const KENYA = ['kenya', 'state:KEN', K, 'working'] as const;
const TUNISIA = ['tunisia', 'state:TUN', K, 'working'] as const;
const GERMANY = ['germany', 'state:DEU', K, 'working'] as const;
const SUDAN = ['south-sudan', 'state:SSD', K, 'working'] as const;
const PARTNER = ['partner', 'partner:Partner organization', K, 'working'] as const;
const SPAIN = ['spain', 'state:ESP', 'rabat', 'working'] as const;
const MOROCCO = ['morocco', 'state:MAR', 'rabat', 'working'] as const;

const rows: readonly Row[] = [
  [
    ...SECRETARIAT,
    'A.3',
    14,
    'en',
    'completed',
    'The card was printed in six languages and sent to twelve border posts.',
    PUBLIC,
  ],
  [
    ...GERMANY,
    'B.4',
    27,
    'en',
    'completed',
    'Four universities met online and compared the papers they ask of students.',
    OPEN,
  ],
  [
    ...TUNISIA,
    'D.3',
    33,
    'fr',
    'completed',
    'Le point de contact pour les documents d’identité a été nommé.',
    OPEN,
  ],
  [...EGYPT, 'D.3', 34, 'ar', 'completed', 'عُيّنت جهة الاتصال المعنية بوثائق الهوية.', OPEN],
  [
    ...KENYA,
    'D.3',
    36,
    'en',
    'completed',
    'A contact point for identity documents was named in the registration bureau.',
    CLOSED,
  ],
  [
    ...SECRETARIAT,
    'F.3',
    41,
    'en',
    'completed',
    'Two calls were held with the secretariats of neighbouring mechanisms.',
    OPEN,
  ],
  [...EGYPT, 'C.1', 52, 'ar', 'completed', 'أُعدّ دليل المدعين العامين ووُزّع على الأعضاء.', PUBLIC],
  [...ITALY, 'C.1', 54, 'en', 'completed', 'Two prosecutors were added to the directory.', UNNAMED],
  [
    ...SECRETARIAT,
    'C.3',
    60,
    'en',
    'ongoing',
    'A first list of indicators was sent to the members for comments.',
    OPEN,
  ],
  [
    ...ITALY,
    'D.1',
    61,
    'en',
    'ongoing',
    'A draft checklist was tried out with two return counsellors.',
    OPEN,
  ],
  [
    ...TUNISIA,
    'E.1',
    64,
    'fr',
    'ongoing',
    'L’institut de statistique a comparé ses définitions avec celles de trois pays.',
    UNNAMED,
  ],
  [
    ...SECRETARIAT,
    'E.4',
    72,
    'en',
    'ongoing',
    'The texts of the web page are ready in English and French.',
    OPEN,
  ],
  [
    ...PARTNER,
    'C.2',
    78,
    'en',
    'ongoing',
    'Fifteen prosecutors took part in a first course on digital evidence.',
    OPEN,
  ],
  [
    ...ETHIOPIA,
    'C.2',
    83,
    'en',
    'ongoing',
    'The national course begins next month; its trainers were chosen.',
    WAITING,
  ],
  [
    ...SUDAN,
    'A.4',
    86,
    'en',
    'ongoing',
    'Two workshops on the care of children who travel alone were held.',
    WAITING,
  ],
  [
    ...TUNISIA,
    'A.5',
    91,
    'fr',
    'planned',
    'La réunion des services médico-légaux est prévue au printemps.',
    WAITING,
  ],
  [
    ...SPAIN,
    '3',
    49,
    'es',
    'ongoing',
    'Se abrió una ventanilla única para estudiantes e investigadores.',
    OPEN,
  ],
  [...MOROCCO, '4', 57, 'ar', 'ongoing', 'نُشرت مقارنة لتكاليف التحويلات المالية على موقع واحد.', OPEN],
  [
    ...SPAIN,
    '1',
    82,
    'es',
    'ongoing',
    'Se tradujo al español la guía para el personal de primera línea.',
    WAITING,
  ],
];

export const moreEntries: readonly DemoEntry[] = rows.map(
  ([by, as, mechanism, plan, item, day, language, status, narrative, [outcome, visibility, release]]) => ({
    ...{ by, as, mechanism, plan, item, day, language, status },
    narrative: `${narrative} ${INVENTED[language]}`,
    ...{ outcome, visibility, release },
  }),
);

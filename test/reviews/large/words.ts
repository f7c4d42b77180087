/** Text as delegations send it, in the languages they write in. Each text has a word that is nowhere else. */

export const LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = [...CONSONANTS].flatMap((one) => [...VOWELS].map((other) => one + other));

/** `zqbakuma`: of nine letters, so that none is a part of another. */
export function mark(number: number): string {
  // Neighbours look nothing like each other, and their order says nothing.
  let rest = (number * 104_729) % SYLLABLES.length ** 3;
  let word = 'zq';
  for (let place = 0; place < 3; place += 1) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}
export const MARK = /zq[a-z]{6}/g;

const SENTENCES: Record<Language, readonly string[]> = {
  en: [
    'Officials at border posts were trained in identifying people in vulnerable situations and in referring them to the services that can help.',
    'A memorandum of understanding on the exchange of statistics was signed and has been in force since 14/6/2021.',
    'The share of permits that were issued within thirty days went from 45.5% to 61.2% between 2024 and 2026.',
    'Consular staff received a handbook of 128 pages, which three ministries had written together with employers and unions.',
    'Families were informed by radio, in markets and in schools about lawful ways to travel, work and study abroad.',
  ],
  fr: [
    'Les agents des postes frontière ont été formés à reconnaître les personnes en situation de vulnérabilité et à les orienter vers les services compétents.',
    'Un mémorandum d’accord sur l’échange de statistiques a été signé ; il est en vigueur depuis le 14/6/2021.',
    'La part des permis délivrés en trente jours est passée de 45,5 % à 61,2 % entre 2024 et 2026.',
    'Le personnel consulaire a reçu un guide de 128 pages, rédigé par trois ministères avec les employeurs et les syndicats.',
    'Les familles ont été informées à la radio, sur les marchés et dans les écoles des moyens réguliers de voyager, de travailler et d’étudier.',
  ],
  es: [
    'El personal de los puestos fronterizos recibió formación para reconocer a las personas en situación de vulnerabilidad y derivarlas a los servicios.',
    'Se firmó un memorando de entendimiento sobre el intercambio de estadísticas, en vigor desde el 14/6/2021.',
    'La proporción de permisos expedidos en treinta días pasó del 45,5 % al 61,2 % entre 2024 y 2026.',
    'El personal consular recibió un manual de 128 páginas, que tres ministerios redactaron con empleadores y sindicatos.',
    'Se informó a las familias por radio, en los mercados y en las escuelas sobre las vías regulares para viajar, trabajar y estudiar.',
  ],
  ar: [
    'دُرِّب موظفو المراكز الحدودية على التعرف على الأشخاص الذين يعيشون أوضاعاً هشة وإحالتهم إلى الخدمات المختصة بالتعاون مع IOM.',
    'وُقِّعت مذكرة تفاهم بشأن تبادل الإحصاءات وهي نافذة منذ 14/6/2021 وفق القرار A/RES/73/195.',
    'ارتفعت نسبة التصاريح الصادرة خلال ثلاثين يوماً من 45.5% إلى 61.2% بين عامي 2024 و2026.',
    'تسلّم الموظفون القنصليون دليلاً من 128 صفحة أعدته ثلاث وزارات مع أصحاب العمل والنقابات.',
    'أُبلغت الأسر عبر الإذاعة وفي الأسواق والمدارس بالسبل القانونية للسفر والعمل والدراسة في الخارج.',
  ],
};

/** Words as members write them who use other letters. */
const SCRIPTS = [
  'የኢትዮጵያ',
  'বাংলাদেশ',
  'миграция',
  '移民合作',
  'ประเทศไทย',
  'საქართველო',
  'नेपाल',
  'հայերեն',
  '한국',
];

/** Of some sentences; the first has the mark in it. */
export function prose(language: Language, number: number, sentences: number): string {
  const all = SENTENCES[language];
  const said = Array.from({ length: sentences }, (_, index) => all[(number + index) % all.length]!);
  return [`${mark(number)}: ${said[0]}`, ...said.slice(1)].join(' ');
}

/** With a list, a table, a footnote, a link, letters of other scripts: by turns. Its marks are `number` and the two after. */
export function rich(language: Language, number: number, turn: number): string {
  const [second, third] = [mark(number + 1), mark(number + 2)];
  const text = prose(language, number, 4);
  switch (turn % 5) {
    case 0:
      return `${text}\n\n- ${second}: 3.2(a)\n- ${third}: 1,000`;
    case 1:
      return `${text}\n\n| ${second} | 2025 |\n|---|--:|\n| ${third} | 12.5% |`;
    case 2:
      return `${text}[^1] ${third}.\n\n[^1]: ${second}, 2024–2025.`;
    case 3:
      return `${text} [${second}](https://example.org/reports?year=2025&part=3) ${third} ${SCRIPTS[turn % SCRIPTS.length]}.`;
    default:
      return `${text}\n\n1. ${second}\n2. ${third} «5-b» ${SCRIPTS[turn % SCRIPTS.length]}`;
  }
}

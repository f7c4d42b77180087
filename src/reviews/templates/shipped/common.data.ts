import { roundTables } from '../../../framework/round-tables.data.js';
import { listed } from '../../../platform/i18n/listed.js';
import type { InLanguages, TemplateSection } from '../template.js';
import { say, section } from './section.js';

/** Sections that several kinds of document have in common. */

export const introduction = section(
  'introduction',
  say('Introduction', 'Introduction', 'Introducción', 'مقدمة'),
  ['purpose', 'mechanism', 'plans', 'board'],
  say(
    'What the document is for, who takes part in the mechanism, and which plans it reports on.',
    'L’objet du document, les participants au mécanisme et les plans sur lesquels il porte.',
    'El objeto del documento, quiénes participan en el mecanismo y de qué planes informa.',
    'الغرض من الوثيقة، والمشاركون في الآلية، والخطط التي تتناولها.',
  ),
);

export const roundTableSections: TemplateSection[] = roundTables.map(({ number, objectives }) =>
  section(
    `round-table-${number}`,
    roundTableTitle(number, objectives),
    [{ kind: 'objectives', only: { roundTable: number } }],
    say(
      'What the mechanism did towards these objectives, what came of it and what remains to be done. States speak for themselves; nothing here compares them.',
      'Ce que le mécanisme a fait au regard de ces objectifs, les résultats obtenus et ce qui reste à faire. Les États s’expriment en leur nom ; rien ici ne les compare.',
      'Lo que el mecanismo hizo en relación con estos objetivos, los resultados obtenidos y lo que queda por hacer. Los Estados hablan por sí mismos; nada de ello los compara.',
      'ما قامت به الآلية في إطار هذه الأهداف، وما أسفر عنه، وما يتعين القيام به. وتتحدث الدول بأسمائها، ولا يُقارَن هنا بينها.',
    ),
  ),
);

export const institutional = section(
  'institutional',
  say(
    'Institutional work, and work that serves no single objective',
    'Travaux institutionnels et travaux qui ne servent aucun objectif en particulier',
    'Labor institucional y labor que no contribuye a un objetivo concreto',
    'العمل المؤسسي والعمل الذي لا يخدم هدفاً بعينه',
  ),
  ['institutional', 'meetings', 'partnerships'],
);

export const overview = section(
  'overview',
  say(
    'Challenges, support and practices across objectives',
    'Difficultés, appui et pratiques concernant l’ensemble des objectifs',
    'Desafíos, apoyo y prácticas comunes a los objetivos',
    'التحديات والدعم والممارسات في مختلف الأهداف',
  ),
  ['challenges', 'support', 'practices'],
);

export const conclusions = section(
  'conclusions',
  say('Conclusions', 'Conclusions', 'Conclusiones', 'الاستنتاجات'),
  [],
  say(
    'What the mechanism draws from all this, in words that its members can agree to.',
    'Ce que le mécanisme retient de l’ensemble, en des termes que ses membres peuvent approuver.',
    'Lo que el mecanismo extrae de todo ello, en términos que sus miembros puedan aceptar.',
    'ما تستخلصه الآلية من كل ما سبق، بعبارات يمكن لأعضائها أن يوافقوا عليها.',
  ),
);

export function roundTableTitle(number: number, objectives: readonly number[]): InLanguages {
  const list = (language: string) => listed(objectives.map(String), language);
  return say(
    `Round table ${number}: objectives ${list('en')}`,
    `Table ronde ${number}\u00a0: objectifs ${list('fr')}`,
    `Mesa redonda ${number}: objetivos ${list('es')}`,
    `المائدة المستديرة ${number}: الأهداف ${list('ar')}`,
  );
}

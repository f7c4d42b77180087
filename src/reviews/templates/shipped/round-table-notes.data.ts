import { roundTables } from '../../../framework/round-tables.data.js';
import type { DocumentTemplate } from '../template.js';
import { say, section } from './section.js';

/** Background notes for the round tables of the Forum, one for each. */
export const roundTableNotes: DocumentTemplate[] = roundTables.map(({ number }) => ({
  key: `round-table-${number}-note`,
  name: say(
    `Background note for round table ${number}`,
    `Note d’information pour la table ronde ${number}`,
    `Nota de antecedentes para la mesa redonda ${number}`,
    `مذكرة معلومات أساسية للمائدة المستديرة ${number}`,
  ),
  purpose: say(
    'A short paper for those who prepare the round table: at most 1,000 words.',
    'Un texte bref à l’intention de ceux qui préparent la table ronde : 1 000 mots au plus.',
    'Un texto breve para quienes preparan la mesa redonda: 1.000 palabras como máximo.',
    'ورقة قصيرة لمن يُعِدّون المائدة المستديرة: 1000 كلمة على الأكثر.',
  ),
  source:
    'United Nations Network on Migration, Hub, discussion spaces on the round tables of the Forum of 2022: three questions (priorities; emerging trends, progress and innovations; emerging and priority challenges), a background note of 1,000 words, answers in English, French or Spanish.',
  occasion: 'cycle',
  cycleKinds: ['imrf'],
  languages: ['en', 'fr', 'es'],
  form: {
    numbered: true,
    masthead: 'plain',
    orientation: 'portrait',
    contents: false,
    limits: { words: 1000 },
  },
  sections: [
    section(
      'priorities',
      say('Key priorities', 'Principales priorités', 'Prioridades principales', 'الأولويات الرئيسية'),
      [],
      say(
        'Which priorities should shape the discussion of these objectives.',
        'Les priorités qui devraient orienter l’examen de ces objectifs.',
        'Qué prioridades deberían orientar el debate sobre estos objetivos.',
        'الأولويات التي ينبغي أن توجه مناقشة هذه الأهداف.',
      ),
    ),
    section(
      'progress',
      say(
        'Trends, progress and innovations',
        'Tendances, progrès et innovations',
        'Tendencias, progresos e innovaciones',
        'الاتجاهات والتقدم المحرز والابتكارات',
      ),
      [{ kind: 'objectives', only: { roundTable: number, parts: ['done', 'results'] } }],
      say(
        'What has come up, what was achieved and what is new. Shorten what is compiled to what the round table needs.',
        'Ce qui se dessine, ce qui a été accompli et ce qui est nouveau. Abrégez le texte compilé en fonction des besoins de la table ronde.',
        'Qué ha surgido, qué se ha logrado y qué es nuevo. Abrevie lo compilado según lo que necesite la mesa redonda.',
        'ما استجدّ وما تحقق وما هو جديد. واختصروا النص المجمّع بحسب ما تحتاج إليه المائدة المستديرة.',
      ),
    ),
    section(
      'challenges',
      say(
        'Emerging and priority challenges',
        'Difficultés nouvelles et prioritaires',
        'Desafíos nuevos y prioritarios',
        'التحديات الناشئة والتحديات ذات الأولوية',
      ),
      [{ kind: 'parts', only: { roundTable: number, parts: ['challenges'] } }, { kind: 'support' }],
    ),
  ],
}));

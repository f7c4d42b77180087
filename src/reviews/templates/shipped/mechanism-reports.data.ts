import type { DocumentForm, DocumentTemplate } from '../template.js';
import { say, section } from './section.js';

const plain: DocumentForm = {
  numbered: true,
  masthead: 'plain',
  orientation: 'portrait',
  contents: true,
  limits: null,
};

/** What a secretariat writes for its own members. */
export const mechanismReports: DocumentTemplate[] = [
  {
    key: 'annual-report',
    name: say(
      'Annual report of the mechanism',
      'Rapport annuel du mécanisme',
      'Informe anual del mecanismo',
      'التقرير السنوي للآلية',
    ),
    purpose: say(
      'What the mechanism did in a year: meetings, decisions, progress of its plans, practices, partners.',
      'Ce que le mécanisme a fait en une année : réunions, décisions, avancement de ses plans, pratiques et partenaires.',
      'Lo que hizo el mecanismo en un año: reuniones, decisiones, avance de sus planes, prácticas y asociados.',
      'ما قامت به الآلية في سنة: الاجتماعات والقرارات والتقدم في تنفيذ خططها والممارسات والشركاء.',
    ),
    source: 'Our own shape: no form for such reports was found.',
    occasion: 'period',
    form: plain,
    sections: [
      section('year', say('The year in brief', 'L’année en bref', 'El año en síntesis', 'لمحة عن السنة'), [
        'purpose',
        'mechanism',
        'map',
        'timeline',
      ]),
      section(
        'meetings',
        say(
          'Meetings and decisions',
          'Réunions et décisions',
          'Reuniones y decisiones',
          'الاجتماعات والقرارات',
        ),
        ['meetings'],
      ),
      section(
        'progress',
        say('Progress of the plans', 'Avancement des plans', 'Avance de los planes', 'التقدم في تنفيذ الخطط'),
        ['plans', 'statuses', 'board', 'objectives', 'institutional', 'indicators'],
      ),
      section(
        'practices',
        say(
          'Practices and partnerships',
          'Pratiques et partenariats',
          'Prácticas y alianzas',
          'الممارسات والشراكات',
        ),
        ['practices', 'partnerships'],
      ),
      section(
        'outlook',
        say(
          'Challenges, support and outlook',
          'Difficultés, appui et perspectives',
          'Desafíos, apoyo y perspectivas',
          'التحديات والدعم والآفاق',
        ),
        ['challenges', 'support', { kind: 'parts', only: { parts: ['nextSteps'] } }],
      ),
    ],
  },
  {
    key: 'meeting-record',
    name: say(
      'Summary record of a meeting',
      'Compte rendu analytique d’une réunion',
      'Acta resumida de una reunión',
      'محضر موجز لاجتماع',
    ),
    purpose: say(
      'Agenda, participants and decisions of one meeting, for those who took part.',
      'Ordre du jour, participants et décisions d’une réunion, à l’intention de ceux qui y ont pris part.',
      'Programa, participantes y decisiones de una reunión, para quienes asistieron.',
      'جدول أعمال اجتماع والمشاركون فيه وقراراته، لمن شاركوا فيه.',
    ),
    source:
      'Our own shape, with numbered paragraphs as in summary records of United Nations bodies (United Nations Editorial Manual, format).',
    occasion: 'meeting',
    form: { ...plain, contents: false },
    sections: [
      section(
        'record',
        say('Record', 'Compte rendu', 'Acta', 'المحضر'),
        ['record'],
        say(
          'When and where, who was in the chair, the agenda, who took part, what was decided.',
          'La date et le lieu, la présidence, l’ordre du jour, les participants et les décisions.',
          'Cuándo y dónde, quién presidió, el programa, quiénes participaron y qué se decidió.',
          'التاريخ والمكان، ومن تولى الرئاسة، وجدول الأعمال، والمشاركون، وما تقرر.',
        ),
      ),
      section(
        'discussion',
        say('Discussion', 'Débats', 'Deliberaciones', 'المناقشة'),
        [],
        say(
          'What was said, by item of the agenda. The meeting was closed: name a State only if it wishes so.',
          'La teneur des débats, par point de l’ordre du jour. La réunion n’était pas publique : ne nommez un État que s’il le souhaite.',
          'Lo que se dijo, por tema del programa. La reunión fue privada: nombre a un Estado solo si así lo desea.',
          'ما قيل بحسب بنود جدول الأعمال. وكان الاجتماع مغلقاً: فلا تسمّوا دولة إلا إذا رغبت في ذلك.',
        ),
      ),
      section(
        'closing',
        say('Closing', 'Clôture', 'Clausura', 'الاختتام'),
        [],
        say(
          'Next meeting, thanks, closing.',
          'Prochaine réunion, remerciements, clôture.',
          'Próxima reunión, agradecimientos, clausura.',
          'الاجتماع المقبل، والشكر، والاختتام.',
        ),
      ),
    ],
  },
];

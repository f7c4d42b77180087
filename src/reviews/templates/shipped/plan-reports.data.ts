import type { DocumentTemplate } from '../template.js';
import { conclusions } from './common.data.js';
import { say, section } from './section.js';

/** Reports on a plan for those who adopted it: as a text, and as a table. */
export const planReports: DocumentTemplate[] = [
  {
    key: 'progress-report',
    name: say(
      'Progress report on a plan',
      'Rapport d’étape sur un plan',
      'Informe sobre la marcha de un plan',
      'تقرير مرحلي عن خطة',
    ),
    purpose: say(
      'For a meeting of senior officials or ministers: how the plan stands and what is to be decided.',
      'Pour une réunion de hauts fonctionnaires ou de ministres : l’état d’avancement du plan et les décisions à prendre.',
      'Para una reunión de altos funcionarios o ministros: la situación del plan y lo que hay que decidir.',
      'لاجتماع كبار المسؤولين أو الوزراء: حالة تنفيذ الخطة وما يلزم اتخاذ قرار بشأنه.',
    ),
    source:
      'Our own shape, after what secretariats write: half-yearly reports of working groups to the consultation group (Puebla Process), progress papers by domain (Rabat Process).',
    occasion: 'plan',
    form: {
      numbered: true,
      masthead: 'plain',
      orientation: 'portrait',
      contents: true,
      limits: null,
    },
    sections: [
      section(
        'summary',
        say('Summary', 'Résumé', 'Resumen', 'موجز'),
        ['purpose', 'statuses', 'timeline'],
        say(
          'On one page, for those who read no further.',
          'En une page, pour qui ne lira pas plus avant.',
          'En una página, para quienes no lean más.',
          'في صفحة واحدة، لمن لا يقرأ ما بعدها.',
        ),
      ),
      section(
        'progress',
        say(
          'Progress in the period',
          'Progrès réalisés pendant la période',
          'Progresos en el período',
          'التقدم المحرز خلال الفترة',
        ),
        ['objectives', 'institutional'],
      ),
      section('indicators', say('Indicators', 'Indicateurs', 'Indicadores', 'المؤشرات'), ['indicators']),
      section(
        'challenges',
        say(
          'Challenges and support needed',
          'Difficultés et appui nécessaire',
          'Desafíos y apoyo necesario',
          'التحديات والدعم اللازم',
        ),
        ['challenges', 'support'],
      ),
      section('next-steps', say('Next steps', 'Prochaines étapes', 'Próximos pasos', 'الخطوات المقبلة'), [
        { kind: 'parts', only: { parts: ['nextSteps'] } },
      ]),
      section(
        'decisions',
        say(
          'Decisions asked of the meeting',
          'Décisions attendues de la réunion',
          'Decisiones que se solicitan a la reunión',
          'القرارات المطلوبة من الاجتماع',
        ),
        [],
        say(
          'What the meeting is asked to take note of, to decide or to recommend.',
          'Ce que la réunion est invitée à noter, à décider ou à recommander.',
          'Lo que se pide a la reunión que tome nota, decida o recomiende.',
          'ما يُطلب من الاجتماع أن يحيط به علماً أو يقرره أو يوصي به.',
        ),
      ),
    ],
  },
  {
    key: 'tracking-matrix',
    name: say(
      'Tracking matrix of a plan',
      'Matrice de suivi d’un plan',
      'Matriz de seguimiento de un plan',
      'مصفوفة متابعة خطة',
    ),
    purpose: say(
      'The plan as one table, with what is reported on each activity; in Word and in Excel.',
      'Le plan en un seul tableau, avec ce qui est communiqué sur chaque activité ; en Word et en Excel.',
      'El plan en una sola tabla, con lo que se informa de cada actividad; en Word y en Excel.',
      'الخطة في جدول واحد، مع ما أُبلغ عنه بشأن كل نشاط؛ بصيغتي Word وExcel.',
    ),
    source:
      'Columns after the matrix of the African Union’s three-year implementation plan of action (priority activity, objectives of the Compact, deliverables, indicators, timeline, national stakeholders, regional partners), with status and progress added.',
    occasion: 'plan',
    form: {
      numbered: false,
      masthead: 'plain',
      orientation: 'landscape',
      contents: false,
      limits: null,
    },
    sections: [
      section(
        'matrix',
        say('Tracking matrix', 'Matrice de suivi', 'Matriz de seguimiento', 'مصفوفة المتابعة'),
        ['matrix'],
      ),
      section(
        'statuses',
        say('Items by status', 'Points par état d’avancement', 'Puntos por estado', 'البنود بحسب الحالة'),
        ['statuses'],
      ),
    ],
  },
  {
    key: 'chair-priorities',
    name: say(
      'Mapping of a chairmanship’s priorities',
      'Cartographie des priorités d’une présidence',
      'Correspondencia de las prioridades de una presidencia',
      'خريطة أولويات الرئاسة',
    ),
    purpose: say(
      'Which items of the plan a chair puts first, which objectives they serve and what is under way.',
      'Les points du plan qu’une présidence met au premier plan, les objectifs qu’ils servent et ce qui est en cours.',
      'Qué puntos del plan pone en primer lugar una presidencia, a qué objetivos sirven y qué está en marcha.',
      'بنود الخطة التي تقدمها الرئاسة على غيرها، والأهداف التي تخدمها، وما يجري تنفيذه.',
    ),
    source: 'Our own shape, after the mapping document that is made for a chairmanship of the Rabat Process.',
    occasion: 'plan',
    form: {
      numbered: true,
      masthead: 'plain',
      orientation: 'portrait',
      contents: false,
      limits: null,
    },
    sections: [
      section(
        'priorities',
        say(
          'Priorities of the chair',
          'Priorités de la présidence',
          'Prioridades de la presidencia',
          'أولويات الرئاسة',
        ),
        ['purpose', 'priorities'],
      ),
      section('work', say('What is under way', 'Travaux en cours', 'Labor en curso', 'ما يجري تنفيذه'), [
        'statuses',
        'objectives',
      ]),
      section(
        'partners',
        say('Partners and support', 'Partenaires et appui', 'Asociados y apoyo', 'الشركاء والدعم'),
        ['partnerships', 'support'],
      ),
      conclusions,
    ],
  },
];

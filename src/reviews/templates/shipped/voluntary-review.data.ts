import type { DocumentTemplate } from '../template.js';
import { say, section } from './section.js';

/** A review in the shape that States' voluntary reviews of the Compact have. */
export const voluntaryReview: DocumentTemplate = {
  key: 'voluntary-review',
  name: say(
    'Voluntary review of the Compact',
    'Examen volontaire du Pacte',
    'Examen voluntario del Pacto',
    'استعراض طوعي للاتفاق',
  ),
  purpose: say(
    'A review in the shape of those that States make, for the mechanism as a whole.',
    'Un examen établi selon le modèle de ceux des États, pour l’ensemble du mécanisme.',
    'Un examen con la forma de los que hacen los Estados, para el mecanismo en su conjunto.',
    'استعراض على غرار ما تعده الدول، يتناول الآلية بمجملها.',
  ),
  source:
    'A/RES/73/195, paragraph 53 (regular and inclusive reviews). The five chapters are those of voluntary reviews of the first round as they are remembered; the text of the Network’s guidance for them was not found in a stored document. The guidance that was found (“Implementing the Global Compact”, United Nations Network on Migration) is about implementation plans.',
  occasion: 'cycle',
  cycleKinds: ['regional', 'imrf'],
  form: {
    numbered: true,
    masthead: 'united-nations',
    orientation: 'portrait',
    contents: true,
    limits: null,
  },
  sections: [
    section(
      'methodology',
      say(
        'Methodology and process of the review',
        'Méthode et déroulement de l’examen',
        'Metodología y proceso del examen',
        'منهجية الاستعراض وسيره',
      ),
      ['purpose', 'mechanism'],
      say(
        'How the review was prepared: which parts of Government, which stakeholders, which sources.',
        'La manière dont l’examen a été préparé : services de l’État, parties prenantes et sources.',
        'Cómo se preparó el examen: organismos públicos, partes interesadas y fuentes.',
        'كيفية إعداد الاستعراض: الجهات الحكومية وأصحاب المصلحة والمصادر.',
      ),
    ),
    section(
      'enabling-environment',
      say(
        'Policy and enabling environment',
        'Politiques et environnement porteur',
        'Políticas y entorno propicio',
        'السياسات والبيئة المواتية',
      ),
      ['plans', 'institutional', 'partnerships'],
      say(
        'Plans, institutions and partnerships that carry the work; how the guiding principles are brought into it.',
        'Les plans, institutions et partenariats qui portent les travaux ; la prise en compte des principes directeurs.',
        'Planes, instituciones y alianzas que sustentan la labor; cómo se incorporan los principios rectores.',
        'الخطط والمؤسسات والشراكات التي يقوم عليها العمل، وكيفية مراعاة المبادئ التوجيهية.',
      ),
    ),
    section(
      'progress',
      say(
        'Progress by objective',
        'Progrès par objectif',
        'Progresos por objetivo',
        'التقدم المحرز بحسب الأهداف',
      ),
      ['board', 'objectives', 'indicators'],
      say(
        'Objectives in the groups of the round tables, with practices and with what is lacking.',
        'Les objectifs dans les groupes des tables rondes, avec les pratiques et les lacunes.',
        'Los objetivos en los grupos de las mesas redondas, con prácticas y carencias.',
        'الأهداف في مجموعات الموائد المستديرة، مع الممارسات وأوجه النقص.',
      ),
    ),
    section(
      'means',
      say('Means of implementation', 'Moyens de mise en œuvre', 'Medios de aplicación', 'وسائل التنفيذ'),
      ['support', 'challenges', 'practices'],
      say(
        'What the work is done with, and which support would help.',
        'Les moyens dont on dispose et l’appui qui serait utile.',
        'Con qué medios se trabaja y qué apoyo sería útil.',
        'الوسائل المستخدمة في العمل، والدعم الذي من شأنه أن يساعد.',
      ),
    ),
    section('next-steps', say('Next steps', 'Prochaines étapes', 'Próximos pasos', 'الخطوات المقبلة'), [
      { kind: 'parts', only: { parts: ['nextSteps'] } },
    ]),
  ],
};

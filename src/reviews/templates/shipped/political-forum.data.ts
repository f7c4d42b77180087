import type { DocumentTemplate } from '../template.js';
import { say, section } from './section.js';

/** What a mechanism gives to the High-level Political Forum on Sustainable Development. */
export const politicalForumInput: DocumentTemplate = {
  key: 'political-forum-input',
  name: say(
    'Input to the High-level Political Forum',
    'Contribution au forum politique de haut niveau',
    'Aportación al foro político de alto nivel',
    'إسهام في المنتدى السياسي الرفيع المستوى',
  ),
  purpose: say(
    'How the work under the Compact serves the Sustainable Development Goals.',
    'La contribution des travaux relevant du Pacte aux objectifs de développement durable.',
    'Cómo contribuye la labor en el marco del Pacto a los Objetivos de Desarrollo Sostenible.',
    'كيفية إسهام العمل في إطار الاتفاق في تحقيق أهداف التنمية المستدامة.',
  ),
  source:
    'United Nations Network on Migration, Hub, discussion space “HLPF 2022”: four questions (how implementation advanced sustainable development; practices to align reporting on the Compact and on the Goals; what is needed at local, national and regional levels; recommendations for indicators). No word limit was found.',
  occasion: 'period',
  form: {
    numbered: true,
    masthead: 'plain',
    orientation: 'portrait',
    contents: false,
    limits: null,
  },
  sections: [
    section(
      'goals',
      say(
        'Contribution to the Sustainable Development Goals',
        'Contribution aux objectifs de développement durable',
        'Contribución a los Objetivos de Desarrollo Sostenible',
        'الإسهام في تحقيق أهداف التنمية المستدامة',
      ),
      ['purpose', 'goals', { kind: 'parts', only: { parts: ['results'] } }],
      say(
        'How implementing the Compact advanced sustainable development; give specific examples.',
        'En quoi la mise en œuvre du Pacte a fait progresser le développement durable ; donnez des exemples précis.',
        'Cómo la aplicación del Pacto ha impulsado el desarrollo sostenible; dé ejemplos concretos.',
        'كيف أسهم تنفيذ الاتفاق في تعزيز التنمية المستدامة؛ وقدموا أمثلة محددة.',
      ),
    ),
    section(
      'alignment',
      say(
        'Aligning reports on the Compact and on the Goals',
        'Concordance des rapports sur le Pacte et sur les objectifs',
        'Armonización de los informes sobre el Pacto y sobre los Objetivos',
        'المواءمة بين التقارير عن الاتفاق والتقارير عن الأهداف',
      ),
      ['practices'],
      say(
        'Practices that bring the two kinds of reporting together.',
        'Les pratiques qui rapprochent ces deux types de rapports.',
        'Prácticas que acercan ambos tipos de informes.',
        'الممارسات التي تقرّب بين هذين النوعين من التقارير.',
      ),
    ),
    section(
      'needs',
      say('What is needed', 'Ce qui est nécessaire', 'Lo que se necesita', 'ما يلزم'),
      ['support', 'challenges'],
      say(
        'At the local, national and regional levels, to bring the Compact and the 2030 Agenda closer together.',
        'Aux niveaux local, national et régional, pour rapprocher le Pacte et le Programme 2030.',
        'En los planos local, nacional y regional, para acercar el Pacto y la Agenda 2030.',
        'على المستويات المحلي والوطني والإقليمي، من أجل التقريب بين الاتفاق وخطة عام 2030.',
      ),
    ),
    section(
      'indicators',
      say('Indicators', 'Indicateurs', 'Indicadores', 'المؤشرات'),
      ['indicators'],
      say(
        'What is measured now, and recommendations on what should be.',
        'Ce qui est mesuré actuellement et les recommandations sur ce qui devrait l’être.',
        'Lo que se mide ahora y recomendaciones sobre lo que debería medirse.',
        'ما يُقاس حالياً، والتوصيات بشأن ما ينبغي قياسه.',
      ),
    ),
  ],
};

import type { DocumentForm, DocumentTemplate } from '../template.js';
import { conclusions, institutional, introduction, overview, roundTableSections } from './common.data.js';
import { OTHER_DOCUMENTS, say, section } from './section.js';

const form: DocumentForm = {
  numbered: true,
  masthead: 'united-nations',
  orientation: 'portrait',
  contents: true,
  limits: OTHER_DOCUMENTS,
};

/** No written contribution of a mechanism was found in full: the chapters follow the Forum's round tables. */
const chapters =
  'The division by round tables is that of the Forum (A/RES/73/326); the order of chapters is our own.';

const byRoundTable = [introduction, ...roundTableSections, institutional, overview, conclusions];

/** What a mechanism contributes to the reviews of the Compact. */
export const contributions: DocumentTemplate[] = [
  {
    key: 'regional-contribution',
    name: say(
      'Contribution to a regional review',
      'Contribution à un examen régional',
      'Contribución a un examen regional',
      'مساهمة في استعراض إقليمي',
    ),
    purpose: say(
      'What the mechanism submits to the review of the Compact in its region.',
      'Ce que le mécanisme adresse à l’examen du Pacte dans sa région.',
      'Lo que el mecanismo presenta al examen del Pacto en su región.',
      'ما تقدمه الآلية إلى استعراض الاتفاق في منطقتها.',
    ),
    source: `A/RES/73/195, paragraph 50 (regional consultative processes are invited to review implementation within their regions) and paragraph 47 (platforms for exchange). ${chapters} Limit: United Nations Editorial Manual, documents other than reports of the Secretariat.`,
    occasion: 'cycle',
    cycleKinds: ['regional'],
    form,
    sections: byRoundTable,
  },
  {
    key: 'forum-contribution',
    name: say(
      'Contribution to the International Migration Review Forum',
      'Contribution au Forum d’examen des migrations internationales',
      'Contribución al Foro de Examen de la Migración Internacional',
      'مساهمة في منتدى استعراض الهجرة الدولية',
    ),
    purpose: say(
      'What the mechanism submits to the Forum: evidence, practices, innovative approaches and recommendations.',
      'Ce que le mécanisme adresse au Forum : données, pratiques, approches novatrices et recommandations.',
      'Lo que el mecanismo presenta al Foro: datos, prácticas, enfoques innovadores y recomendaciones.',
      'ما تقدمه الآلية إلى المنتدى: أدلة وممارسات ونُهج مبتكرة وتوصيات.',
    ),
    source: `A/RES/73/195, paragraph 52 (regional consultative processes are invited to contribute to the Forum) and paragraph 47; A/RES/73/326. ${chapters} Limit: United Nations Editorial Manual, documents other than reports of the Secretariat.`,
    occasion: 'cycle',
    cycleKinds: ['imrf'],
    form,
    sections: byRoundTable,
  },
  {
    key: 'report-contribution',
    name: say(
      'Contribution to the Secretary-General’s report on the Compact',
      'Contribution au rapport du Secrétaire général sur le Pacte',
      'Contribución al informe del Secretario General sobre el Pacto',
      'مساهمة في تقرير الأمين العام عن الاتفاق',
    ),
    purpose: say(
      'What the mechanism gives to the report that the Secretary-General makes every two years.',
      'Ce que le mécanisme apporte au rapport que le Secrétaire général établit tous les deux ans.',
      'Lo que el mecanismo aporta al informe que el Secretario General prepara cada dos años.',
      'ما تقدمه الآلية للتقرير الذي يعده الأمين العام كل سنتين.',
    ),
    source:
      'A/RES/73/195, paragraphs 46 and 47; A/RES/73/326 on the report before a Forum. No form for such contributions was found: the chapters are our own, after what the report is on (implementation, activities, institutional arrangements).',
    occasion: 'period',
    form: { ...form, limits: null },
    sections: [
      introduction,
      section(
        'implementation',
        say(
          'Implementation of the Compact',
          'Mise en œuvre du Pacte',
          'Aplicación del Pacto',
          'تنفيذ الاتفاق',
        ),
        ['objectives'],
      ),
      section(
        'activities',
        say(
          'Activities of the mechanism and its partners',
          'Activités du mécanisme et de ses partenaires',
          'Actividades del mecanismo y de sus asociados',
          'أنشطة الآلية وشركائها',
        ),
        ['institutional', 'meetings', 'practices', 'partnerships'],
      ),
      section(
        'arrangements',
        say(
          'How institutional arrangements work',
          'Fonctionnement des dispositifs institutionnels',
          'Funcionamiento de los mecanismos institucionales',
          'سير عمل الترتيبات المؤسسية',
        ),
        ['challenges', 'support'],
        say(
          'What works and what does not in the exchange between the mechanism, the United Nations Network on Migration and the reviews.',
          'Ce qui fonctionne et ce qui ne fonctionne pas dans les échanges entre le mécanisme, le Réseau des Nations Unies sur les migrations et les examens.',
          'Lo que funciona y lo que no en el intercambio entre el mecanismo, la Red de las Naciones Unidas sobre la Migración y los exámenes.',
          'ما ينجح وما لا ينجح في التبادل بين الآلية وشبكة الأمم المتحدة المعنية بالهجرة وعمليات الاستعراض.',
        ),
      ),
      conclusions,
    ],
  },
];

/*
 * Headings of columns that hold one level of a plan each, from the top, in English, French, Spanish and Arabic. A table
 * with two of them and no title has one column for each level.
 */
export const LEVEL_WORDS: readonly (readonly string[])[] = [
  [
    ...[
      'pillar',
      'domain',
      'theme',
      'thematic area',
      'thematic areas',
      'area',
      'area of work',
      'priority area',
      'axis',
    ],
    ...[
      'component',
      'cluster',
      'chapter',
      'section',
      'strategic axis',
      'strategic area',
      'dimension',
      'focus area',
    ],
    ...[
      'pilier',
      'domaine',
      'thème',
      'domaine thématique',
      'axe',
      'axe stratégique',
      'composante',
      'chapitre',
      'volet',
    ],
    ...[
      'pilar',
      'ámbito',
      'tema',
      'área temática',
      'eje',
      'eje temático',
      'eje estratégico',
      'componente',
      'capítulo',
    ],
    ...['المحور', 'محور', 'المجال', 'مجال', 'الموضوع', 'الركيزة', 'المكون', 'الفصل'],
  ],
  [
    ...[
      'goal',
      'objective',
      'objectives',
      'strategic objective',
      'specific objective',
      'outcome',
      'priority',
      'sub-theme',
    ],
    ...[
      'general objective',
      'but',
      'objectif',
      'objectifs',
      'objectif stratégique',
      'objectif spécifique',
      'priorité',
    ],
    ...[
      'effet',
      'résultat',
      'os',
      'sous-thème',
      'meta',
      'objetivo',
      'objetivos',
      'objetivo estratégico',
      'objetivo específico',
    ],
    ...['prioridad', 'resultado', 'línea estratégica', 'línea de acción', 'subtema'],
    ...['الهدف', 'هدف', 'الأهداف', 'الهدف الاستراتيجي', 'الأولوية', 'الغاية', 'النتيجة'],
  ],
  [
    ...[
      'action',
      'actions',
      'activity',
      'activities',
      'measure',
      'measures',
      'output',
      'undertaking',
      'intervention',
    ],
    ...[
      'initiative',
      'strategy',
      'activité',
      'activités',
      'mesure',
      'produit',
      'acción',
      'acciones',
      'actividad',
    ],
    ...['actividades', 'medida', 'medidas', 'producto', 'iniciativa', 'estrategia'],
    ...['النشاط', 'نشاط', 'الأنشطة', 'الإجراء', 'إجراء', 'الإجراءات', 'التدبير', 'المبادرة'],
  ],
  [
    ...['sub-activity', 'sub-action', 'subactivity', 'task', 'tasks', 'step', 'sub-activities'],
    ...[
      'sous-activité',
      'sous-action',
      'tâche',
      'tâches',
      'étape',
      'subactividad',
      'subacción',
      'tarea',
      'tareas',
      'paso',
    ],
    ...['النشاط الفرعي', 'المهمة', 'الخطوة', 'الإجراء الفرعي'],
  ],
];

/** Beginnings of rows that add up others. */
export const TOTAL =
  /^(?:(?:budget|costs?|couts?|montant|presupuesto|costo|coste|orcamento|custo) (?:general |global )?total|sub-?totals?|totals?|grand totals?|sum|total general|total general|somme|total|totaux|sous-total|subtotal|suma|всего|итого|в том числе|subtotais|totais|المجموع|الاجمالي|اجمالي|المجموع الكلي|المجموع الفرعي)(?:[\s:.(]|$)/;
/** Beginnings of rows that say something about the table. */
export const NOTE =
  /^(?:\*|†|\(\*\)|note[s]?|nb|n\.b|n\.b\.|source[s]?|remark[s]?|legend|key|abbreviations|last updated?|updated|prepared by|contact|abreviations?|acronyms?|sigles|примечани[ея]|источники?|сокращения|fonte[s]?|abreviaturas|siglas|page|disclaimer|remarque[s]?|legende|mise a jour|nota[s]?|fuente[s]?|leyenda|observacion|actualizado|elaborado por|ملاحظه|ملاحظات|المصدر|مصدر)(?:[\s:.\d*-]|$)/;

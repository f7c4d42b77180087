/*
 * What plans call things in Russian and Portuguese, which are read and never written: files are written in the
 * languages of the interface. Compared folded, like the words of the others.
 */

/** Headings by what their column holds; of Russian they come in the plural, too. */
export const MORE_COLUMN_NAMES: Readonly<Record<string, readonly string[]>> = {
  code: [
    ...['№', '№ п/п', 'п/п', 'номер', 'код', 'шифр', '№ пункта', 'пункт', 'порядковый номер'],
    ...['n.º', 'n.o', 'código', 'número', 'nº de ordem', 'numeração', 'cód.', 'ordem'],
  ],
  title: [
    ...['название', 'наименование', 'мероприятие', 'мероприятия', 'наименование мероприятия', 'действие'],
    ...['действия', 'меры', 'мера', 'содержание', 'содержание мероприятия', 'задача', 'обязательство'],
    ...[
      'atividade',
      'atividades',
      'actividade',
      'ação',
      'ações',
      'acção',
      'medida',
      'medidas',
      'compromisso',
    ],
    ...['designação', 'tarefa', 'título', 'nome', 'atividade prevista'],
  ],
  description: [
    ...['описание', 'подробности', 'пояснение', 'содержание работы'],
    ...['descrição', 'detalhes', 'pormenores', 'explicação'],
  ],
  deliverables: [
    ...['ожидаемый результат', 'ожидаемые результаты', 'результат', 'результаты', 'итоговый документ'],
    ...['форма завершения', 'вид документа', 'entregáveis', 'produtos', 'resultados esperados', 'resultado'],
  ],
  notes: ['примечание', 'примечания', 'комментарий', 'комментарии', 'observações', 'observação', 'notas'],
  indicators: ['показатель', 'показатели', 'индикатор', 'индикаторы', 'indicador', 'indicadores'],
  kind: ['вид', 'тип', 'категория', 'вид мероприятия', 'tipo de atividade', 'categoria', 'natureza'],
  status: [
    ...['статус', 'состояние', 'ход выполнения', 'ход реализации', 'статус исполнения', 'исполнение'],
    ...['situação', 'andamento', 'estado de execução', 'ponto de situação', 'progresso'],
  ],
  when: [
    ...[
      'срок',
      'сроки',
      'срок исполнения',
      'сроки исполнения',
      'срок реализации',
      'сроки реализации',
      'дата',
    ],
    ...['период', 'сроки выполнения', 'срок выполнения', 'время проведения', 'год', 'периодичность'],
    ...['prazo', 'prazos', 'calendário', 'data', 'datas', 'período', 'ano', 'quando', 'data limite'],
    ...['periodicidade', 'prazo de execução'],
  ],
  owners: [
    ...['ответственный', 'ответственные', 'ответственные исполнители', 'исполнитель', 'исполнители'],
    ...['ответственная сторона', 'ответственные стороны', 'ответственный исполнитель', 'кто отвечает'],
    ...[
      'responsável',
      'responsáveis',
      'entidade responsável',
      'entidades responsáveis',
      'a cargo de',
      'quem',
    ],
    ...['responsabilidade', 'executor', 'país líder'],
  ],
  objectives: [
    ...['цели гдм', 'цель гдм', 'цели договора', 'цель договора', 'цели глобального договора'],
    ...['цель глобального договора', 'глобальный договор', 'гдм'],
    ...['objetivos do pacto', 'objetivo do pacto', 'objetivo do pacto global', 'objetivos do pacto global'],
    ...['pacto global', 'objetivo pgm', 'objetivos pgm', 'pgm'],
  ],
  principles: [
    ...['принцип', 'принципы', 'руководящие принципы', 'princípio', 'princípios', 'princípios orientadores'],
  ],
  references: [
    'другие рамочные документы',
    'ссылки',
    'referências',
    'outros quadros',
    'quadros de referência',
  ],
  currency: ['валюта', 'moeda', 'divisa'],
  needed: [
    ...['бюджет', 'стоимость', 'финансирование', 'объем финансирования', 'сумма', 'необходимые средства'],
    ...['orçamento', 'custo', 'custo estimado', 'financiamento', 'montante', 'valor'],
  ],
  pledged: ['выделено', 'имеющиеся средства', 'выделенные средства', 'fundos disponíveis', 'comprometido'],
  gap: ['дефицит', 'дефицит финансирования', 'défice', 'défice de financiamento', 'lacuna'],
  crossCutting: ['сквозной', 'сквозное', 'межсекторальное', 'transversal'],
  institutional: ['институциональное', 'организационное', 'institucional'],
  start: ['начало', 'дата начала', 'с', 'início', 'data de início', 'de'],
  end: ['конец', 'окончание', 'дата окончания', 'по', 'até', 'término', 'data de conclusão', 'conclusão'],
  states: [
    ...['страна', 'страны', 'государство', 'государства', 'государства-участники', 'государства-члены'],
    ...['país', 'países', 'estados', 'estados-membros', 'estados membros'],
  ],
  partners: [
    ...['партнер', 'партнеры', 'организации-партнеры', 'соисполнители', 'доноры', 'источник финансирования'],
    ...['parceiro', 'parceiros', 'doadores', 'organizações parceiras'],
  ],
  workingGroups: ['рабочая группа', 'рабочие группы', 'grupo de trabalho', 'grupos de trabalho'],
  sdg: ['цур', 'задачи цур', 'цели цур', 'цели устойчивого развития', 'metas dos ods', 'meta dos ods'],
  level: ['уровень', 'nível'],
  parent: ['код вышестоящего', 'родитель', 'código superior', 'elemento superior'],
};

/** Headings of columns of one level each, and first words of heading rows, from the top. */
export const MORE_LEVEL_WORDS: readonly (readonly string[])[] = [
  [
    ...['раздел', 'направление', 'основное направление', 'блок', 'глава', 'сфера', 'область', 'компонент'],
    ...['eixo', 'eixo estratégico', 'domínio', 'área', 'área temática', 'componente', 'capítulo', 'secção'],
  ],
  [
    ...['цель', 'цели', 'задача', 'приоритет', 'приоритетное направление', 'стратегическая цель'],
    ...['objetivo', 'objetivos', 'objetivo estratégico', 'objetivo específico', 'prioridade', 'resultado'],
  ],
  [
    ...['мероприятие', 'мероприятия', 'действие', 'действия', 'мера', 'меры'],
    ...['atividade', 'atividades', 'ação', 'ações', 'medida', 'medidas', 'iniciativa'],
  ],
  ['подмероприятие', 'этап', 'шаг', 'subatividade', 'tarefa', 'etapa', 'passo'],
];

export const MORE_OWNER_WORDS: Readonly<Record<string, readonly string[]>> = {
  chair: ['Председатель', 'Председательство', 'Presidência', 'Presidente', 'Presidência pro tempore'],
  secretariat: ['Секретариат', 'Исполнительный секретариат', 'Secretariado', 'Secretariado técnico'],
  'all-members': [
    ...[
      'Все',
      'Все государства',
      'Все страны',
      'Государства-члены',
      'Все государства-члены',
      'Все участники',
    ],
    ...['Государства-участники', 'Все государства-участники', 'Страны-участницы', 'Все страны-участницы'],
    ...[
      'Todos os Estados',
      'Todos os países',
      'Estados-Membros',
      'Todos os Estados-Membros',
      'Todos os membros',
    ],
  ],
  state: ['Государство', 'Страна'],
  group: ['Группа государств', 'Grupo de Estados'],
  'working-group': ['Рабочая группа'],
  partner: ['Партнер', 'Организация', 'Parceiro', 'Organização'],
};

export const MORE_STATUS_WORDS: Readonly<Record<string, readonly string[]>> = {
  planned: [
    ...['Запланировано', 'Планируется', 'Не начато', 'Запланирован', 'Ожидается', 'В плане'],
    ...['Planeado', 'Planeada', 'Planejado', 'Previsto', 'Não iniciado', 'Não iniciada', 'Por iniciar'],
  ],
  ongoing: [
    ...['В процессе', 'В работе', 'Выполняется', 'Исполняется', 'Реализуется', 'Начато', 'На исполнении'],
    ...['Em curso', 'Em andamento', 'Em execução', 'Iniciado', 'Iniciada'],
  ],
  completed: [
    ...['Выполнено', 'Завершено', 'Исполнено', 'Реализовано', 'Выполнен', 'Завершен', 'Сделано'],
    ...['Concluído', 'Concluída', 'Realizado', 'Realizada', 'Executado', 'Finalizado'],
  ],
  postponed: ['Отложено', 'Перенесено', 'Приостановлено', 'Adiado', 'Adiada', 'Suspenso'],
  discontinued: ['Отменено', 'Прекращено', 'Снято', 'Cancelado', 'Cancelada', 'Abandonado', 'Interrompido'],
};

export const MORE_YES = ['Да', 'Sim'];
export const MORE_NO = ['Нет', 'Não'];

/*
 * Words that plans use for dates, in English, French, Spanish, Arabic, Russian and Portuguese, as `fold()` leaves them:
 * lower case, no accents (so that Russian й is и), no vowel signs, hamza and ta marbuta made plain.
 */

/** Names of the months, January first; Arabic in its three customs. */
export const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'enero', 'ene', 'يناير', 'كانون الثاني', 'جانفي', 'январь', 'января', 'янв', 'janeiro'],
  ['february', 'feb', 'fevrier', 'fevr', 'fev', 'febrero', 'فبراير', 'شباط', 'فيفري', 'февраль', 'февраля', 'фев', 'fevereiro'],
  ['march', 'mar', 'mars', 'marzo', 'مارس', 'اذار', 'март', 'марта', 'marco'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'ابريل', 'نيسان', 'افريل', 'апрель', 'апреля', 'апр'],
  ['may', 'mai', 'mayo', 'مايو', 'ايار', 'ماي', 'маи', 'мая', 'maio'],
  ['june', 'jun', 'juin', 'junio', 'يونيو', 'حزيران', 'جوان', 'يونيه', 'июнь', 'июня', 'junho'],
  ['july', 'jul', 'juillet', 'juil', 'julio', 'يوليو', 'تموز', 'جويليه', 'يوليوز', 'يوليه', 'июль', 'июля', 'julho'],
  ['august', 'aug', 'aout', 'agosto', 'ago', 'اغسطس', 'اب', 'اوت', 'غشت', 'август', 'августа', 'авг'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'setiembre', 'سبتمبر', 'ايلول', 'شتنبر', 'сентябрь', 'сентября', 'сент', 'setembro'],
  ['october', 'oct', 'octobre', 'octubre', 'اكتوبر', 'تشرين الاول', 'октябрь', 'октября', 'окт', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'نوفمبر', 'تشرين الثاني', 'نونبر', 'ноябрь', 'ноября', 'нояб', 'novembro'],
  ['december', 'dec', 'decembre', 'diciembre', 'dic', 'ديسمبر', 'كانون الاول', 'دجنبر', 'декабрь', 'декабря', 'дек', 'dezembro'],
];

export const ORDINALS: Readonly<Record<string, string>> = {
  ...all(
    '1',
    'first',
    '1st',
    'premier',
    'premiere',
    '1er',
    '1re',
    '1ere',
    'primer',
    'primero',
    '1o',
    'i',
    'الاول',
    'اول',
    'الاولي',
    'первыи',
    'первое',
    'первого',
    '1-и',
    '1-е',
    'primeiro',
  ),
  ...all('2', 'second', '2nd', 'deuxieme', '2e', '2eme', 'segundo', '2o', 'ii', 'الثاني', 'ثاني', 'الثانيه', 'второи', 'второе', '2-и', '2-е'),
  ...all('3', 'third', '3rd', 'troisieme', '3e', '3eme', 'tercer', 'tercero', '3o', 'iii', 'الثالث', 'ثالث', 'третии', '3-и', 'terceiro'),
  ...all('4', 'fourth', '4th', 'quatrieme', '4e', '4eme', 'cuarto', '4o', 'iv', 'الرابع', 'رابع', 'четвертыи', '4-и', 'quarto'),
};

export const QUARTER = ['quarter', 'qtr', 'q', 'trimestre', 'trim', 't', 'الربع', 'ربع', 'квартал', 'квартале', 'квартала', 'кв'];
export const HALF = ['half', 'half-year', 'semester', 'semestre', 'h', 's', 'النصف', 'نصف', 'полугодие', 'полугодии', 'полугодия'];

/** Add nothing to what stands beside them. */
export const FILLERS = new Set([
  ...['of', 'the', 'in', 'during', 'year', 'within', 'on'],
  ...['de', 'du', 'des', 'le', 'la', 'en', 'dans', 'annee', 'courant', 'au', 'cours'],
  ...['del', 'el', 'los', 'durante', 'ano'],
  ...['в', 'на', 'г', 'гг', 'год', 'года', 'году', 'годы', 'годов', 'течение'],
  ...['do', 'da', 'no', 'na', 'nos', 'ano', 'anos'],
  ...['في', 'خلال', 'عام', 'العام', 'سنه', 'السنه', 'لعام', 'لسنه'],
]);

/** Make it about that time, or by then: the dates are kept, and so are the words. */
export const APPROXIMATE = new Set([
  ...[
    'by',
    'before',
    'until',
    'till',
    'end',
    'ending',
    'early',
    'late',
    'mid',
    'middle',
    'start',
    'beginning',
  ],
  ...[
    'around',
    'about',
    'circa',
    'c',
    'ca',
    'approx',
    'approximately',
    'no',
    'later',
    'than',
    'latest',
    'at',
  ],
  ...[
    'summer',
    'autumn',
    'winter',
    'spring',
    'after',
    'tbc',
    'expected',
    'planned',
    'not',
    'deadline',
    'due',
  ],
  ...[
    'ici',
    'avant',
    'fin',
    'debut',
    'mi',
    'milieu',
    'vers',
    'plus',
    'tard',
    'apres',
    'environ',
    'jusqu',
    'a',
  ],
  ...['ete', 'automne', 'hiver', 'printemps', 'prevu', 'echeance'],
  ...['para', 'antes', 'fin', 'fines', 'final', 'finales', 'mediados', 'principios', 'inicios', 'comienzos'],
  ...['hasta', 'hacia', 'alrededor', 'tardar', 'mas', 'despues', 'verano', 'otono', 'invierno', 'primavera'],
  ...['к', 'до', 'конец', 'конца', 'концу', 'конце', 'начало', 'начала', 'начале', 'середина', 'середины'],
  ...['середине', 'после', 'около', 'не', 'позднее', 'лето', 'осень', 'зима', 'весна', 'срок'],
  ...['ate', 'inicio', 'meados', 'final', 'finais', 'antes', 'depois', 'por', 'volta', 'verao', 'inverno'],
  ...[
    'بحلول',
    'قبل',
    'حتي',
    'نهايه',
    'اواخر',
    'اوائل',
    'بدايه',
    'مطلع',
    'منتصف',
    'حوالي',
    'نحو',
    'بعد',
    'مع',
  ],
]);

export const FROM =
  /^(?:from|since|as of|starting(?: from| in)?|depuis|a partir de|a compter de|des|desde|a partir do|с|со|начиная с|من|منذ|ابتداء من|اعتبارا من) /;
export const ONWARDS =
  /(?:\+| ?- ?$| onwards?| and beyond| et au-dela| et suivantes| en adelante| em diante| и далее| فصاعدا| وما بعده)$/;
export const UNTIL =
  /(?: (?:to|until|till|through|and|a|au|jusqu'au?|jusqu'en|et|al|hasta|y|ate|по|до|и|الي|حتي) )|-| - |\//g;

/** Again and again. */
export const RECURRING = words(
  'yearly|annual|annually|every|each|monthly|quarterly|weekly|daily|biannual|biannually|biennial|twice|per year',
  'a year|recurring|recurrent|regular|regularly|periodic|periodically|biennially|semi-annual|semi-annually',
  'annuel|annuelle|annuellement|chaque|tous les|toutes les|mensuel|mensuelle|trimestriel|trimestrielle',
  'semestriel|semestrielle|par an|regulier|reguliere|regulierement|periodique|recurrente|bisannuel|bisannuelle',
  'anual|anualmente|cada|todos los|todas las|mensual|mensualmente|trimestral|semestral|por ano|al ano|periodico',
  'periodica|bienal|bianual',
  'ежегодно|ежегодныи|ежегодная|ежеквартально|ежемесячно|еженедельно|раз в год|раза? в|каждыи|каждые|регулярно',
  'periodicamente|todos os|todas as|mensalmente|trimestralmente|semestralmente|ao ano',
  'سنوي|سنويا|سنويه|كل|شهري|شهريا|شهريه|فصلي|فصليا|اسبوعي|دوري|دوريا|دوريه|منتظم|بانتظام|متكرر|متكرره',
);
/** Under way without an end. */
export const ONGOING = words(
  'ongoing|on-going|continuous|continuously|continuing|permanent|permanently|indefinite|open-ended|present|throughout',
  'en cours|continu|continue|en continu|permanente|indefini|en curso|continuo|continua|permanentemente|indefinido',
  'постоянно|на постояннои основе|бессрочно|непрерывно|выполняется|em curso|em andamento|continuamente',
  'مستمر|مستمره|متواصل|متواصله|دائم|دائمه|جار|جاري|جاريه|قيد التنفيذ|حتي الان',
);
/** Said to be unknown: nothing to understand better. */
export const UNDECIDED = words(
  'tbd|tbc|tba|n/a|na|none|unknown|undated|pending|not applicable|not specified|to be (?:determined|confirmed|decided|defined|agreed|announced)',
  'a (?:determiner|definir|confirmer|preciser)|non precise|non defini|s/o|sans objet|nd|n/d',
  'por (?:definir|determinar|confirmar|acordar)|pendiente|no aplica|sin definir|no especificado',
  'уточняется|не определено?|не указано?|подлежит уточнению|будет определено?|a definir|nao definido',
  'يحدد لاحقا|سيحدد لاحقا|سيحدد|تحدد لاحقا|غير محدد|لم يحدد|لم يحدد بعد|لا ينطبق',
);

/** The words this product writes itself, by language; every language reads those of all. */
export const OWN_WORDS = {
  none: { en: 'no date', fr: 'sans date', es: 'sin fecha', ar: 'بدون تاريخ' },
  recurring: { en: 'recurring', fr: 'récurrent', es: 'recurrente', ar: 'متكرر' },
  'open-ended': { en: 'open-ended', fr: 'sans fin fixée', es: 'sin fecha final', ar: 'بلا نهاية محددة' },
  from: { en: 'from', fr: 'depuis', es: 'desde', ar: 'منذ' },
} as const;

function all(value: string, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

function words(...alternatives: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${alternatives.join('|')})(?![\\p{L}\\d])`, 'u');
}

/*
 * Words that plans use for dates, in English, French, Spanish and Arabic, as `fold()` leaves them: lower case, no
 * accents, no vowel signs, hamza and ta marbuta made plain.
 */

/** Names of the months, January first; Arabic in its three customs. */
export const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'enero', 'ene', 'يناير', 'كانون الثاني', 'جانفي'],
  ['february', 'feb', 'fevrier', 'fevr', 'fev', 'febrero', 'فبراير', 'شباط', 'فيفري'],
  ['march', 'mar', 'mars', 'marzo', 'مارس', 'اذار'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'ابريل', 'نيسان', 'افريل'],
  ['may', 'mai', 'mayo', 'مايو', 'ايار', 'ماي'],
  ['june', 'jun', 'juin', 'junio', 'يونيو', 'حزيران', 'جوان', 'يونيه'],
  ['july', 'jul', 'juillet', 'juil', 'julio', 'يوليو', 'تموز', 'جويليه', 'يوليوز', 'يوليه'],
  ['august', 'aug', 'aout', 'agosto', 'ago', 'اغسطس', 'اب', 'اوت', 'غشت'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'setiembre', 'سبتمبر', 'ايلول', 'شتنبر'],
  ['october', 'oct', 'octobre', 'octubre', 'اكتوبر', 'تشرين الاول'],
  ['november', 'nov', 'novembre', 'noviembre', 'نوفمبر', 'تشرين الثاني', 'نونبر'],
  ['december', 'dec', 'decembre', 'diciembre', 'dic', 'ديسمبر', 'كانون الاول', 'دجنبر'],
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
  ),
  ...all('2', 'second', '2nd', 'deuxieme', '2e', '2eme', 'segundo', '2o', 'ii', 'الثاني', 'ثاني', 'الثانيه'),
  ...all('3', 'third', '3rd', 'troisieme', '3e', '3eme', 'tercer', 'tercero', '3o', 'iii', 'الثالث', 'ثالث'),
  ...all('4', 'fourth', '4th', 'quatrieme', '4e', '4eme', 'cuarto', '4o', 'iv', 'الرابع', 'رابع'),
};

export const QUARTER = ['quarter', 'qtr', 'q', 'trimestre', 'trim', 't', 'الربع', 'ربع'];
export const HALF = ['half', 'half-year', 'semester', 'semestre', 'h', 's', 'النصف', 'نصف'];

/** Add nothing to what stands beside them. */
export const FILLERS = new Set([
  ...['of', 'the', 'in', 'during', 'year', 'within', 'on'],
  ...['de', 'du', 'des', 'le', 'la', 'en', 'dans', 'annee', 'courant', 'au', 'cours'],
  ...['del', 'el', 'los', 'durante', 'ano'],
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
  /^(?:from|since|as of|starting(?: from| in)?|depuis|a partir de|a compter de|des|desde|من|منذ|ابتداء من|اعتبارا من) /;
export const ONWARDS =
  /(?:\+| ?- ?$| onwards?| and beyond| et au-dela| et suivantes| en adelante| فصاعدا| وما بعده)$/;
export const UNTIL =
  /(?: (?:to|until|till|through|and|a|au|jusqu'au?|jusqu'en|et|al|hasta|y|الي|حتي) )|-| - |\//g;

/** Again and again. */
export const RECURRING = words(
  'yearly|annual|annually|every|each|monthly|quarterly|weekly|daily|biannual|biannually|biennial|twice|per year',
  'a year|recurring|recurrent|regular|regularly|periodic|periodically|biennially|semi-annual|semi-annually',
  'annuel|annuelle|annuellement|chaque|tous les|toutes les|mensuel|mensuelle|trimestriel|trimestrielle',
  'semestriel|semestrielle|par an|regulier|reguliere|regulierement|periodique|recurrente|bisannuel|bisannuelle',
  'anual|anualmente|cada|todos los|todas las|mensual|mensualmente|trimestral|semestral|por ano|al ano|periodico',
  'periodica|bienal|bianual',
  'سنوي|سنويا|سنويه|كل|شهري|شهريا|شهريه|فصلي|فصليا|اسبوعي|دوري|دوريا|دوريه|منتظم|بانتظام|متكرر|متكرره',
);
/** Under way without an end. */
export const ONGOING = words(
  'ongoing|on-going|continuous|continuously|continuing|permanent|permanently|indefinite|open-ended|present|throughout',
  'en cours|continu|continue|en continu|permanente|indefini|en curso|continuo|continua|permanentemente|indefinido',
  'مستمر|مستمره|متواصل|متواصله|دائم|دائمه|جار|جاري|جاريه|قيد التنفيذ|حتي الان',
);
/** Said to be unknown: nothing to understand better. */
export const UNDECIDED = words(
  'tbd|tbc|tba|n/a|na|none|unknown|undated|pending|not applicable|not specified|to be (?:determined|confirmed|decided|defined|agreed|announced)',
  'a (?:determiner|definir|confirmer|preciser)|non precise|non defini|s/o|sans objet|nd|n/d',
  'por (?:definir|determinar|confirmar|acordar)|pendiente|no aplica|sin definir|no especificado',
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

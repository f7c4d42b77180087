/* Words around the numbers of objectives and principles, as `fold()` leaves them. */

/** Say nothing of their own: "GCM objectives no. 9 and 10". */
export const PROVISION_NOISE: ReadonlySet<string> = new Set([
  ...['gcm', 'pmm', 'pgm', 'objective', 'objectives', 'obj', 'ob', 'o', 'goal', 'goals', 'and', 'no', 'nos'],
  ...['n', 'n°', 'of', 'the', 'compact', 'global', 'for', 'target', 'targets', 'or', 'plus', 'also', 'see'],
  ...['objectif', 'objectifs', 'et', 'du', 'le', 'les', 'l', 'd', 'des', 'pacte', 'mondial', 'numero', 'ou'],
  ...['objetivo', 'objetivos', 'y', 'e', 'de', 'del', 'el', 'los', 'la', 'las', 'pacto', 'mundial', 'num'],
  ...['do', 'dos', 'os', 'as', 'n.o', 'nr', 'цель', 'цели', 'целеи', 'целям', 'гдм', 'договора', 'договор'],
  ...[
    'глобального',
    'глобальныи',
    'и',
    'номер',
    'principle',
    'principles',
    'principe',
    'principes',
    'guiding',
  ],
  ...['principio', 'principios', 'rector', 'rectores', 'directeur', 'directeurs', 'принцип', 'принципы'],
  ...[
    'الهدف',
    'هدف',
    'الاهداف',
    'اهداف',
    'و',
    'رقم',
    'من',
    'الاتفاق',
    'العالمي',
    'المبدا',
    'مبدا',
    'المبادي',
  ],
]);

/** All of them. */
export const ALL_PROVISIONS: ReadonlySet<string> = new Set([
  ...['all', 'tous', 'toutes', 'todos', 'todas', 'все', 'всех', 'всем', 'كل', 'جميع', 'كافه', 'كلها'],
]);

/** Between the ends of a range, besides a dash: "1 to 5". */
export const RANGE_WORDS = 'to|through|until|a|au|al|ate|hasta|по|до|الي|حتي';

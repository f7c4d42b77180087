import type { Said } from './rich-entry.js';

/** Compiled passages that the secretariat says otherwise, by their key. */
export const rewritten: Readonly<Record<string, Said>> = {
  'introduction/0/method': {
    en: 'Participation in the mechanism and in the present document is voluntary and led by States. The document draws only on contributions that the secretariat accepted and that their authors released for this use. The secretariat shortened and translated them; their authors, who are named unless they asked not to be, were shown the result. A footnote indicates where a contribution was not written in English. The document does not compare States, and makes no statement about those that did not contribute.',
    fr: 'La participation au mécanisme et au présent document est volontaire et conduite par les États. Le document ne s’appuie que sur des contributions que le secrétariat a acceptées et dont les auteurs ont autorisé l’utilisation à cette fin. Le secrétariat les a abrégées et traduites ; leurs auteurs, nommés sauf demande contraire, en ont pris connaissance. Une note indique les contributions qui n’ont pas été rédigées en anglais. Le document ne compare pas les États et ne se prononce pas sur ceux qui n’ont pas contribué.',
    ar: 'المشاركة في الآلية وفي هذه الوثيقة طوعية وتقودها الدول. ولا تستند الوثيقة إلا إلى مساهمات قبلتها الأمانة وأذن أصحابها باستخدامها لهذا الغرض. وقد اختصرتها الأمانة وترجمتها، واطّلع على النتيجة أصحابها الذين تُذكر أسماؤهم ما لم يطلبوا خلاف ذلك. وتشير حاشية إلى المساهمات التي لم تُكتب بالإنكليزية. ولا تقارن الوثيقة بين الدول ولا تصدر أي حكم بشأن من لم يساهم منها.',
  },
  'introduction/0/reporters': {
    en: 'Seven States, one partner and the secretariat contributed. Some contributions were released without attribution; they stand together in a separate part.',
    fr: 'Sept États, un partenaire et le secrétariat ont contribué. Certaines contributions ont été autorisées sans attribution ; elles figurent ensemble dans une partie distincte.',
    ar: 'ساهمت سبع دول وشريك واحد والأمانة. وأُذن باستخدام بعض المساهمات دون ذكر أصحابها، وهي ترد مجتمعة في جزء مستقل.',
  },
};

/**
 * Left out: headings over a paragraph or two, lists of items whose titles follow in the text, sentences that lead to what
 * is told in one piece with what was done, and what says of a partner what was said before.
 */
export const isLeftOut = (key: string): boolean =>
  /\/(done|results|challenges|nextSteps|support)\/heading$/.test(key) ||
  /\/(results|challenges|nextSteps|support)\/[0-9a-f]{12}$/.test(key) ||
  /\/objective-\d+\/items$/.test(key) ||
  /\/objective-2\/(heading|summary)$/.test(key) ||
  key.endsWith('/objective-10/see') ||
  key.endsWith('/partnerships');

/** Short reports that a later one of the same author says in full, by how they begin. */
export const isSaidAgain = (text: string): boolean =>
  [
    'أُعدّ دليل المدعين العامين',
    'Fifteen prosecutors took part',
    'A first list of indicators',
    'The texts of the web page',
  ].some((begin) => text.startsWith(begin));

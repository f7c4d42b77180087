import type { Said } from './rich-entry.js';

/** Names that stand in compiled passages in the language of the plan, with what the secretariat calls them elsewhere. */
export const terms: readonly Said[] = [
  {
    en: 'Sharm El Sheikh Plan of Action',
    fr: 'Plan d’action de Charm el-Cheikh',
    ar: 'خطة عمل شرم الشيخ',
  },
  {
    en: 'Steering Committee meeting, Sharm El Sheikh, Egypt',
    fr: 'la réunion du Comité directeur, Charm el-Cheikh (Égypte)',
    ar: 'اجتماع اللجنة التوجيهية، شرم الشيخ، مصر',
  },
  {
    en: 'a meeting invented for this demonstration',
    fr: 'une réunion inventée pour cette démonstration',
    ar: 'اجتماع مختلَق لأغراض هذا العرض',
  },
  {
    en: 'Name focal points for direct and rapid exchange and coordination',
    fr: 'Désigner des points de contact pour des échanges et une coordination directs et rapides',
    ar: 'تسمية جهات اتصال للتبادل والتنسيق المباشرين والسريعين',
  },
  {
    en: "Meet regularly and report to a senior officials' meeting for follow-up",
    fr: 'Se réunir régulièrement et faire rapport à une réunion de hauts fonctionnaires chargée du suivi',
    ar: 'عقد اجتماعات منتظمة ورفع تقارير إلى اجتماع لكبار المسؤولين من أجل المتابعة',
  },
  {
    en: 'The curriculum (invented)',
    fr: 'le programme (inventé)',
    ar: 'المنهاج (مختلق)',
  },
];

/** The partner of the story has no name of its own: as it is called in a sentence, and behind its words. */
export const partner = {
  name: 'Partner organization',
  inSentence: { en: 'the partner organization', fr: 'l’organisation partenaire', ar: 'المنظمة الشريكة' },
  alone: { en: 'partner organization', fr: 'organisation partenaire', ar: 'المنظمة الشريكة' },
} as const;

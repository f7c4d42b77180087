import type { OwnerKind } from '../../plans/plan/vocabulary.js';

/** The first of each language is what we write. */
export const OWNER_WORDS: Readonly<
  Record<OwnerKind, Readonly<Record<'en' | 'fr' | 'es' | 'ar', readonly string[]>>>
> = {
  chair: {
    en: [
      'Chair',
      'Chairmanship',
      'Chairperson',
      'Chair-in-office',
      'Presidency',
      'Presidency pro tempore',
      'PPT',
    ],
    fr: ['Présidence', 'Président', 'Présidente', 'Présidence pro tempore'],
    es: ['Presidencia', 'Presidencia pro tempore', 'Presidencia pro témpore', 'Presidente'],
    ar: ['الرئاسة', 'الرئيس', 'الرئاسة المؤقتة', 'رئاسة العملية'],
  },
  secretariat: {
    en: [
      'Secretariat',
      'Technical secretariat',
      'Executive secretariat',
      'Support unit',
      'Technical support unit',
    ],
    fr: ['Secrétariat', 'Secrétariat technique', 'Secrétariat exécutif'],
    es: ['Secretaría', 'Secretaría técnica', 'Secretaría ejecutiva'],
    ar: ['الأمانة', 'الأمانة العامة', 'الأمانة الفنية', 'الأمانة التنفيذية', 'السكرتارية'],
  },
  'all-members': {
    en: [
      'Each member State',
      'All member States',
      'Member States',
      'All members',
      'All States',
      'Members',
      'All countries',
      'All',
      'All Member Countries',
      'Member countries',
      'Participating States',
      'All participating States',
    ],
    fr: [
      'Chaque État membre',
      'Tous les États membres',
      'États membres',
      'Tous les membres',
      'Tous les États',
      'Tous les pays',
      'Tous',
      'Toutes',
      'Pays membres',
      'Tous les pays membres',
      'États participants',
    ],
    es: [
      'Cada Estado miembro',
      'Todos los Estados miembros',
      'Estados miembros',
      'Todos los miembros',
      'Todos los países',
      'Países miembros',
      'Países miembro',
      'Todos los Estados',
      'Todos',
      'Todas',
      'Todos los países miembros',
      'Estados miembro',
      'Estados participantes',
    ],
    ar: [
      'كل دولة عضو',
      'جميع الدول الأعضاء',
      'الدول الأعضاء',
      'كل الدول',
      'جميع الأعضاء',
      'جميع الدول',
      'الكل',
      'الجميع',
      'جميع البلدان',
      'الدول المشاركة',
    ],
  },
  state: { en: ['State', 'Country'], fr: ['État', 'Pays'], es: ['Estado', 'País'], ar: ['دولة', 'الدولة'] },
  group: {
    en: ['Group of States', 'Group'],
    fr: ['Groupe d’États', 'Groupe'],
    es: ['Grupo de Estados', 'Grupo'],
    ar: ['مجموعة دول', 'مجموعة'],
  },
  'working-group': {
    en: ['Working group'],
    fr: ['Groupe de travail'],
    es: ['Grupo de trabajo'],
    ar: ['فريق عامل', 'الفريق العامل', 'فريق عمل', 'مجموعة عمل'],
  },
  partner: {
    en: ['Partner', 'Organization'],
    fr: ['Partenaire', 'Organisation'],
    es: ['Socio', 'Organización'],
    ar: ['شريك', 'منظمة'],
  },
};

/** A name with one of these in it is a working group's, whoever wrote it. */
export const WORKING_GROUP =
  /working group|groupe de travail|grupo de trabajo|grupo de trabalho|рабоча[яе][ий]? групп|فريق عامل|الفريق العامل|فريق عمل|مجموعه عمل|task force/;
/** An Arabic "and" is written at the word behind it, which may begin with that letter itself. */
export const ATTACHED_AND = / و(?=\p{L})/u;
/** Put several owners in one phrase. */
export const AND = / (?:and|et|y|e|и|و) | & |\s*\/\s*|\s*\+\s*/;

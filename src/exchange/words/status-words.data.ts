import type { ItemStatus } from '../../plans/plan/vocabulary.js';

type Words = Readonly<Record<'en' | 'fr' | 'es' | 'ar', readonly string[]>>;

/** The first of each language is what we write, and what the pages say. */
export const STATUS_WORDS: Readonly<Record<ItemStatus, Words>> = {
  planned: {
    en: ['Planned', 'Not started', 'Not yet started', 'To do', 'Scheduled', 'Pending'],
    fr: ['Prévu', 'Prévue', 'Planifié', 'Planifiée', 'Non commencé', 'Pas commencé', 'À faire'],
    es: [
      'Previsto',
      'Prevista',
      'Planificado',
      'Planificada',
      'No iniciado',
      'Sin iniciar',
      'Por iniciar',
      'Pendiente',
    ],
    ar: ['مخطط', 'مخطط له', 'لم يبدأ', 'لم يبدأ بعد', 'مقرر'],
  },
  ongoing: {
    en: ['Ongoing', 'On-going', 'In progress', 'Under way', 'Underway', 'Started', 'Active', 'On track'],
    fr: ['En cours', 'En cours d’exécution', 'Commencé', 'Démarré', 'Engagé'],
    es: ['En curso', 'En proceso', 'En ejecución', 'En marcha', 'Iniciado', 'Iniciada'],
    ar: ['قيد التنفيذ', 'جار', 'جارٍ', 'جاري', 'جارية', 'مستمر', 'بدأ'],
  },
  completed: {
    en: ['Completed', 'Complete', 'Done', 'Finished', 'Achieved', 'Implemented', 'Closed'],
    fr: ['Achevé', 'Achevée', 'Terminé', 'Terminée', 'Réalisé', 'Réalisée', 'Fait', 'Finalisé'],
    es: [
      'Concluido',
      'Concluida',
      'Completado',
      'Completada',
      'Terminado',
      'Terminada',
      'Finalizado',
      'Finalizada',
      'Realizado',
      'Cumplido',
    ],
    ar: ['مكتمل', 'منجز', 'مكتملة', 'اكتمل', 'منفذ', 'تم', 'تم التنفيذ', 'أنجز'],
  },
  // What is late (delayed, retrasado) may be under way: that is asked.
  postponed: {
    en: ['Postponed', 'On hold', 'Deferred', 'Suspended'],
    fr: ['Différé', 'Reporté', 'Reportée', 'En attente', 'Suspendu'],
    es: ['Aplazado', 'Aplazada', 'Pospuesto', 'Pospuesta', 'Diferido', 'Suspendido'],
    ar: ['مؤجل', 'مؤجلة', 'معلق'],
  },
  discontinued: {
    en: ['Discontinued', 'Cancelled', 'Canceled', 'Dropped', 'Abandoned', 'Withdrawn'],
    fr: ['Interrompu', 'Abandonné', 'Abandonnée', 'Annulé', 'Annulée', 'Retiré'],
    es: ['Interrumpido', 'Interrumpida', 'Cancelado', 'Cancelada', 'Descontinuado', 'Abandonado', 'Retirado'],
    ar: ['متوقف', 'ملغى', 'ملغي', 'ملغاة', 'ألغي', 'توقف'],
  },
};

export const YES: Words = {
  en: ['Yes', 'y', 'true', '1', 'x', '✓', '✔', '☑', 'wahr'],
  fr: ['Oui', 'o', 'vrai'],
  es: ['Sí', 's', 'verdadero'],
  ar: ['نعم', 'صحيح'],
};
export const NO: Words = {
  en: ['No', 'n', 'false', '0', '-', '✗', '☐'],
  fr: ['Non', 'faux'],
  es: ['No', 'falso'],
  ar: ['لا', 'خطأ'],
};

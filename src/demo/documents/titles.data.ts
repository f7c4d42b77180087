/** Titles of the documents, and the words of their mastheads. */
export const contributionTitles = {
  titles: {
    en: 'Contribution of the Khartoum Process to the third regional review of the Global Compact for Safe, Orderly and Regular Migration (invented for a demonstration)',
    fr: 'Contribution du Processus de Khartoum au troisième examen régional du Pacte mondial pour des migrations sûres, ordonnées et régulières (inventée pour une démonstration)',
    ar: 'مساهمة عملية الخرطوم في الاستعراض الإقليمي الثالث للاتفاق العالمي من أجل الهجرة الآمنة والمنظمة والنظامية (مختلقة لأغراض العرض)',
  },
  heading: {
    symbol: 'KP/DEMO/2026/CRP.4',
    session: 'Second senior officials’ meeting (invented)',
    agendaItem: 'Agenda item 4: third regional review',
    distribution: 'Distribution: limited',
    sessions: {
      fr: 'Deuxième réunion de hauts fonctionnaires (inventée)',
      ar: 'الاجتماع الثاني لكبار المسؤولين (مختلق)',
    },
    agendaItems: {
      fr: 'Point 4 de l’ordre du jour\u00a0: troisième examen régional',
      ar: 'البند 4 من جدول الأعمال: الاستعراض الإقليمي الثالث',
    },
    distributions: { fr: 'Distribution\u00a0: limitée', ar: 'التوزيع: محدود' },
  },
};

export const matrixTitles: typeof contributionTitles = {
  titles: {
    en: 'Tracking matrix of the working plan of the presidency (invented for a demonstration)',
    fr: 'Tableau de suivi du plan de travail de la présidence (inventé pour une démonstration)',
    ar: 'مصفوفة متابعة خطة عمل الرئاسة (مختلقة لأغراض العرض)',
  },
  heading: { ...contributionTitles.heading, symbol: 'KP/DEMO/2026/CRP.5' },
};

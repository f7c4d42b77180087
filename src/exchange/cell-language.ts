/** Languages whose headings and words files are written in; a person of another one gets English. All are understood. */
export const CELL_LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;
export type CellLanguage = (typeof CELL_LANGUAGES)[number];

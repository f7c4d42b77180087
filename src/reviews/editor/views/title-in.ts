/** A title of a document's data, in one of its languages. */
export const titleIn = (titles: { en: string } & Partial<Record<string, string>>, language: string): string =>
  titles[language] ?? titles.en;

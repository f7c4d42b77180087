/** A text in one or more languages, one of which is the original. */
export interface Localized {
  original: string;
  texts: Record<string, string>;
}

export interface Rendition {
  text: string;
  language: string;
  /** True when the reader's language has no text and the original is shown instead. */
  fallback: boolean;
  original: boolean;
}

export const localized = (language: string, text: string): Localized => ({
  original: language,
  texts: { [language]: text },
});

/** The text in the reader's language, else the original. Empty text when there is none at all. */
export function rendition(value: Localized, language: string): Rendition {
  const own = value.texts[language];
  if (own) return { text: own, language, fallback: false, original: language === value.original };
  return {
    text: value.texts[value.original] ?? '',
    language: value.original,
    fallback: true,
    original: true,
  };
}

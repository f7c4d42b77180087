/** The order of a language's own alphabet. */
export interface Alphabet {
  readonly compare: (a: string, b: string) => number;
}

const alphabets = new Map<string, Alphabet>();

/** How names stand in a list in a language, from the Unicode collation; in Arabic without the article before them. */
export function alphabet(language: string): Alphabet {
  let known = alphabets.get(language);
  if (!known) {
    const { compare } = new Intl.Collator(language);
    const keyOf = language === 'ar' ? withoutArticle : (name: string) => name;
    known = { compare: (a, b) => compare(keyOf(a), keyOf(b)) || compare(a, b) };
    alphabets.set(language, known);
  }
  return known;
}

/** The alef of the article has no hamza: ألبانيا and ألمانيا begin with another letter. */
const withoutArticle = (name: string) => name.replace(/^ال(?=\p{L}{2})/u, '');

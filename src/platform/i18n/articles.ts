/** Forms of a name inside a sentence: `{{state, of}}`. `begin` is `the` where the sentence begins with it. */
export const NAME_FORMS = ['the', 'begin', 'of', 'to'] as const;
export type NameForm = (typeof NAME_FORMS)[number];

const articles = new Map<string, Map<string, string>>();

/** Says with which articles names of a language stand in its sentences. A name of none stands as it is. */
export function giveArticles(language: string, byName: Map<string, string>): void {
  articles.set(language, byName);
}

const CONTRACTED: Record<string, Record<string, string>> = {
  fr: { 'de le': 'du', 'de les': 'des', 'à le': 'au', 'à les': 'aux' },
  es: { 'de el': 'del', 'a el': 'al' },
};
const PREPOSITIONS: Record<string, Partial<Record<NameForm, string>>> = {
  en: { of: 'of', to: 'to' },
  fr: { of: 'de', to: 'à' },
  es: { of: 'de', to: 'a' },
};
const BEFORE_VOWEL = /^[aeiouhâàäéèêëîïôöûùüœæ]/i;

/** A name as it stands in a sentence: "the Netherlands", "du Kenya", "del Perú", "d’Israël". */
export function inSentence(name: string, form: NameForm, language: string): string {
  const article = articles.get(language)?.get(name);
  const preposition = PREPOSITIONS[language]?.[form];
  if (!preposition) {
    const text = withArticle(name, article);
    return article && form === 'begin' ? capital(text) : text;
  }
  const contracted = article && CONTRACTED[language]?.[`${preposition} ${article}`];
  if (contracted) return `${contracted} ${name}`;
  if (article) return `${preposition} ${withArticle(name, article)}`;
  return language === 'fr' && preposition === 'de' && BEFORE_VOWEL.test(name)
    ? `d’${name}`
    : `${preposition} ${name}`;
}

const withArticle = (name: string, article: string | undefined) =>
  !article ? name : article.endsWith("'") ? `${article.slice(0, -1)}’${name}` : `${article} ${name}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

import { Text } from '../platform/http/fields.js';

/** `?language=`: the reader's own when left out. One the catalogue lacks is answered in English, and says so. */
export class LanguageQuery {
  /** Sorting by a reader's alphabet throws for what is no language tag. */
  @Text(10, { optional: true, check: [isTag, 'error.language'] }) language!: string | null;
}

export class CatalogueQuery extends LanguageQuery {
  @Text(200) q!: string;
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The official languages of the United Nations. The catalogue has texts in a language only where they were verified. */
export type FrameworkLanguage = 'en' | 'fr' | 'es' | 'ar' | 'zh' | 'ru';

export type CatalogueTexts = { readonly en: string } & {
  readonly [language in Exclude<FrameworkLanguage, 'en'>]?: string;
};

/** A catalogue text as one reader gets it. `fallback`: there is no verified text in the reader's language. */
export interface CatalogueText {
  readonly text: string;
  readonly language: FrameworkLanguage;
  readonly fallback: boolean;
  /** Of a wording that an administrator entered: where it is published. */
  readonly source?: string;
}

/**
 * A lettered action under an objective. The letters follow A/RES/73/195; the label is this project's own English
 * paraphrase of at most twelve words. It is never the official wording and must not be shown as a quotation.
 */
export interface ObjectiveAction {
  readonly letter: string;
  readonly label: string;
}

/** An action with its position: `ref` is how people write it, "1(a)". */
export interface Action extends ObjectiveAction {
  readonly ref: string;
  readonly objective: number;
}

export interface Objective {
  readonly number: number;
  /** Paragraph of A/RES/73/195. */
  readonly paragraph: number;
  readonly title: CatalogueTexts;
  /** Per language, the stored document in which the title was seen whole. */
  readonly titleSource: CatalogueTexts;
  /** The UN Network Hub's label; see `labelSources`. */
  readonly shortLabel: CatalogueTexts;
  /** Targets that the resolution's own action text names. Empty does not mean that none is related. */
  readonly sdgTargets: readonly string[];
  readonly actions: readonly ObjectiveAction[];
  readonly actionsSource: string;
  /** What is not settled, in words a page can show. */
  readonly doubts: readonly string[];
}

export interface Principle {
  readonly number: number;
  readonly paragraphRef: string;
  readonly name: CatalogueTexts;
  /** This project's paraphrase; absent where no stored document confirmed it. */
  readonly summary?: string;
}

export interface RoundTable {
  readonly number: number;
  readonly objectives: readonly number[];
  readonly imrf2022Question: string | null;
  readonly regionalReviewTheme: string | null;
  readonly source: string;
  readonly doubts: readonly string[];
}

export interface ThematicSession {
  readonly number: number;
  readonly theme: string;
  readonly place: string;
  readonly start: string;
  readonly end: string;
  /** Whether figure 3 of the 2019 IOM review (page 13) has the theme among those common to all formal positions. */
  readonly inFigure3: boolean;
}

export interface ParagraphRange {
  readonly first: number;
  readonly last: number;
}

export interface Instrument {
  readonly symbol: string;
  readonly abbreviation: string;
  readonly conference: { readonly start: string; readonly end: string; readonly place: string };
  readonly generalAssemblyDate: string;
  readonly legallyBinding: boolean;
  readonly objectiveCount: number;
  readonly principleCount: number;
  readonly actionCount: number;
  readonly paragraphs: Readonly<
    Record<'principles' | 'objectives' | 'implementation' | 'followUpAndReview', ParagraphRange>
  >;
  /** The resolution on the format of the Forum. */
  readonly reviewForumSymbol: string;
}

export interface MechanismRole {
  readonly paragraph: number;
  readonly role: string;
  readonly doubts: readonly string[];
}

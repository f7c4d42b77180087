import type { Run } from '../../platform/documents/document.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { directionOf, type Translate, translator } from '../../platform/i18n/i18n.js';
import { type Localized, rendition } from '../../platform/i18n/localized.js';

/** The document's language, and how it writes what a plan says. */
export class DocumentLocale {
  readonly t: Translate;

  constructor(readonly language: string) {
    this.t = translator(language);
  }

  day = (day: string) => formatDay(day, this.language);

  /** A text of the plan, marked with its language when that is not the document's. */
  run(value: Localized, look: Pick<Run, 'bold'> = {}): Run {
    const { text, language } = rendition(value, this.language);
    return {
      text,
      ...look,
      ...(language !== this.language && { language, direction: directionOf(language) }),
    };
  }
}

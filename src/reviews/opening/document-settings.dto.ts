import { OneOf, Text, Version } from '../../platform/http/fields.js';
import { ListOf, RecordOf } from '../../platform/http/list-fields.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';
import { CoveredPeriodInput } from '../cycles/covered-period.dto.js';

const isLanguage = (code: string) => (LANGUAGES as readonly string[]).includes(code);

/** What of a draft may be changed after it was begun, beside its text. */
export class DocumentSettingsInput extends CoveredPeriodInput {
  @Text(300) title!: string;
  /** By language of a translation. */
  @RecordOf(Text(300, { optional: true }), isLanguage, { default: {} })
  titles!: Record<string, string | null>;
  /** Those it is translated into. */
  @ListOf(OneOf(LANGUAGES), { max: LANGUAGES.length }) languages!: Language[];
  @Text(60, { optional: true }) symbol!: string | null;
  @Text(200, { optional: true }) session!: string | null;
  @Text(300, { optional: true }) agendaItem!: string | null;
  @Text(60, { optional: true }) distribution!: string | null;
  /** The same words by language of a translation. */
  @RecordOf(Text(200, { optional: true }), isLanguage, { default: {} })
  sessions!: Record<string, string | null>;
  @RecordOf(Text(300, { optional: true }), isLanguage, { default: {} })
  agendaItems!: Record<string, string | null>;
  @RecordOf(Text(60, { optional: true }), isLanguage, { default: {} })
  distributions!: Record<string, string | null>;
  @Version() version!: number;
}

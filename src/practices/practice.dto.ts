import { Flag, Text, Uuid, Version } from '../platform/http/fields.js';
import { ListOf, Nested } from '../platform/http/list-fields.js';
import { Rule } from '../platform/http/read-input.js';
import { FilterNumber, WrittenLanguage } from './practice-fields.js';
import { PracticeContent } from './practice-content.dto.js';

class PracticeFields {
  @Text(300) title!: string;
  @WrittenLanguage() language!: string;
  @Nested(() => PracticeContent) content!: PracticeContent;
}

export class PracticeInput extends PracticeFields {
  /** For whom one speaks: `secretariat`, `state:KEN`, `partner:Name`. */
  @Text(130) as!: string;
  /** The accepted entry it begins with, one's own. */
  @Uuid({ optional: true }) entryId!: string | null;
}

export class PracticeChange extends PracticeFields {
  @Version() version!: number;
}

@Rule<SharingInput>(({ mechanisms, isPublic }, wrong) => {
  if (!isPublic && mechanisms.length === 0) wrong('mechanisms', 'error.practiceAudience');
})
export class SharingInput {
  @ListOf(Text(36)) mechanisms!: string[];
  @Flag() isPublic!: boolean;
}

/** What the repository filters by. A number or code that means nothing finds nothing. */
export class PracticeFilter {
  @FilterNumber() objective?: number;
  @FilterNumber() principle?: number;
  @Text(3, { optional: true }) country!: string | null;
  @Text(5, { optional: true }) language!: string | null;
  @Text(36, { optional: true }) cursor!: string | null;
}

import { OmitType, PickType } from '@nestjs/swagger';
import { Day, LongText, OneOf, Version } from '../../platform/http/fields.js';
import { Nested, RecordOf } from '../../platform/http/list-fields.js';
import { AnswersInput, AnswerWords } from '../answers/answers.dto.js';
import { TRANSCRIPT_WAYS, type TranscriptWay } from './vocabulary.js';

/** What a delegation sent in another way, as the secretariat types it. */
export class NewTranscriptInput {
  @OneOf(TRANSCRIPT_WAYS) way!: TranscriptWay;
  @Day() receivedDay!: string;
  /** By ids of the round's answers. */
  @RecordOf(Nested(() => AnswerWords), (id) => id.length <= 36, { default: {} })
  answers!: Record<string, AnswerWords>;
}

export class TranscriptChange extends NewTranscriptInput {
  @Version() version!: number;
}

/** Which text is meant: the secretariat may have changed it meanwhile. */
export class TranscriptVersion extends PickType(TranscriptChange, ['version'] as const) {}

/** The delegation's confirmation, with the words as it wants them. */
export class TranscriptConfirmation extends AnswersInput {
  @Version() version!: number;
}

/** The same for the API: without words, as they were typed. */
export class TranscriptRefusal extends OmitType(TranscriptVersion, [] as const) {
  @LongText(2000, { optional: true }) reason!: string | null;
}

import { Injectable } from '@nestjs/common';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Days, demandNoHole } from '../cycles/holes.js';
import { daysLike, overlapOf } from '../submissions/begin-document.js';
import { periodOf } from '../submissions/period-of.js';
import { changeOf, findToEdit } from '../submissions/submission.access.js';
import { type DocumentHeading, Submission } from '../submissions/submission.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import type { ChosenDaysQuery } from './opening.dto.js';
import type { DocumentSettingsInput } from './document-settings.dto.js';

/** Title, languages, days and masthead of a draft. */
@Injectable()
export class DocumentSettingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly submissions: SubmissionsService,
  ) {}

  /** The days that another document of its template covers, too. The caller has made sure that the actor may edit it. */
  async overlap(submission: Submission, { periodFrom, periodUntil }: ChosenDaysQuery): Promise<Days | null> {
    if (!periodFrom || !periodUntil) return null;
    const chosen = { from: periodFrom, until: periodUntil };
    return overlapOf(this.unitOfWork.read, submission, chosen, submission.id);
  }

  /**
   * Throws ConflictError, with the document as it stands, when it was changed meanwhile or is no draft; InvalidError for
   * days that leave a hole between the documents of its template. What other days or languages hold is compiled.
   */
  async set(actor: Actor, id: string, input: DocumentSettingsInput): Promise<Submission> {
    const compiles = await this.unitOfWork.run(async (manager) => {
      const former = await findToEdit(manager, actor, id);
      if (former.state !== 'drafting') throw new ConflictError('error.submissionNotDrafting', former);
      const days = periodOf(former);
      const chosen = { from: input.periodFrom, until: input.periodUntil };
      if (!former.about?.meetingId)
        demandNoHole(await daysLike(manager, former, id), chosen, { former: days });
      const set = valuesOf(input, former);
      const where = { id, version: input.version, state: 'drafting' as const };
      const current = () => findToEdit(manager, actor, id);
      await change(manager, Submission, where, set, { current });
      await this.history.record(actor, changeOf(former, 'settings', shownOf(former), shownOf(set)));
      return (
        days.from !== chosen.from ||
        days.until !== chosen.until ||
        former.title !== set.title ||
        [...former.languages].sort().join() !== [...set.languages].sort().join()
      );
    });
    if (compiles) await this.submissions.requestCompilation(actor, id);
    return findToEdit(this.unitOfWork.read, actor, id);
  }
}

function valuesOf(input: DocumentSettingsInput, { language }: Submission) {
  const { title, periodFrom, periodUntil, symbol, session, agendaItem, distribution } = input;
  const languages: string[] = [...new Set(input.languages)].filter((one) => one !== language);
  const titles = Object.entries(input.titles).filter(
    (one): one is [string, string] => one[1] !== null && languages.includes(one[0]),
  );
  const heading = {
    ...given({ symbol, session, agendaItem, distribution }),
    ...translatedIn(input, languages),
  };
  return {
    title,
    titles: Object.fromEntries(titles),
    languages,
    periodFrom,
    periodUntil,
    heading: orNull(heading),
  };
}

function translatedIn(
  { sessions, agendaItems, distributions }: DocumentSettingsInput,
  languages: readonly string[],
): Pick<DocumentHeading, 'translated'> {
  const words = languages.map((one) => {
    const [session, agendaItem, distribution] = [sessions[one], agendaItems[one], distributions[one]];
    return [one, orNull(given({ session, agendaItem, distribution }))] as const;
  });
  return given({ translated: orNull(given(Object.fromEntries(words))) });
}

/** Without what is empty. */
const given = (words: Record<string, unknown>): DocumentHeading =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value));

const orNull = (heading: DocumentHeading): DocumentHeading | null =>
  Object.keys(heading).length > 0 ? heading : null;

const shownOf = ({
  title,
  languages,
  periodFrom,
  periodUntil,
}: ReturnType<typeof valuesOf> | Submission) => ({
  title,
  languages,
  periodFrom,
  periodUntil,
});

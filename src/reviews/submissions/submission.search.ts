import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { can } from '../../accounts/roles.js';
import { holdersOf, holding } from '../../accounts/search-audiences.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { localized } from '../../platform/i18n/localized.js';
import { SearchIndex } from '../../platform/search/search-index.js';
import { nextIds, type SearchSource, SearchSources } from '../../platform/search/search-sources.js';
import { indexed, type SearchedField, shown } from '../../platform/search/searched-fields.js';
import { frozenWords, ownWords } from '../document/searched-words.js';
import { capital, cycleName } from '../cycles/cycle-words.js';
import { CyclesService } from '../cycles/cycles.service.js';
import { PassageWords } from '../passages/passage.entity.js';
import { Submission, SubmissionFreeze } from './submission.entity.js';

type Frozen = Pick<SubmissionFreeze, 'submissionId' | 'number' | 'content'>;
type Kept = Submission & { frozen: Frozen | null; own: PassageWords[] };

/** What was submitted, for those who read no more while a further text is drafted. */
const FROZEN = 'frozen';
const ALL = 'all';

/**
 * Submissions, to be found by the secretariat's own words, and once submitted by the whole text. What is compiled before
 * that changes with every release, and its entries are found themselves: kept here, it would outlive a withdrawal.
 */
@Injectable()
export class SubmissionSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
    private readonly cycles: CyclesService,
  ) {}

  onModuleInit(): void {
    this.history.watch(['submission'], async (changes: Change[]) =>
      this.index.changed(
        'submission',
        changes.filter(({ action }) => action !== 'submission.compile').map(({ subjectId }) => subjectId),
      ),
    );
    this.sources.add(70, this.submissions);
  }

  private readonly submissions: SearchSource = {
    kind: 'submission',
    audiences: (actor) => holding(actor, 'submissions.edit', 'submissions.read'),
    next: (after, take) => nextIds(this.unitOfWork.read, Submission, after, take),
    texts: async (ids) =>
      (await this.load(ids)).flatMap((submission) => {
        const { id, mechanismId, state, frozen } = submission;
        const office = holdersOf('submissions.edit', mechanismId);
        const readers = holdersOf('submissions.read', mechanismId);
        const drafting = state === 'drafting';
        const layer = (name: string, audiences: string[]) => ({
          ...{ kind: 'submission', subjectId: id, layer: name, audiences },
          ...indexed(fieldsOf(submission, name)),
        });
        return [
          layer(ALL, drafting ? [office] : [office, readers]),
          ...(drafting && frozen ? [layer(FROZEN, [readers])] : []),
        ];
      }),
    show: async (actor, hits) => {
      const found = await this.load([...new Set(hits.map(({ subjectId }) => subjectId))]);
      const cycles = await this.cycles.all();
      return new Map(
        found.map((submission) => {
          const { id, mechanismId, state, title, language, cycleId } = submission;
          const whole = state !== 'drafting' || can(actor, 'submissions.edit', mechanismId);
          const layer = !can(actor, 'submissions.read', mechanismId) ? '' : whole ? ALL : FROZEN;
          const texts = layer === '' ? [] : shown(fieldsOf(submission, layer));
          const cycle = cycles.find((one) => one.id === cycleId);
          const at = { layer, href: `/submissions/${id}`, mechanismId, lead: '', texts };
          return [
            id,
            {
              ...at,
              title: localized(language, title),
              detail: (_, reading) => (cycle ? capital(cycleName(cycle, reading)) : null),
            },
          ];
        }),
      );
    },
  };

  private async load(ids: string[]): Promise<Kept[]> {
    const { read } = this.unitOfWork;
    const submissions = await read.find(Submission, {
      where: { id: In(ids) },
      select: { id: true, mechanismId: true, cycleId: true, language: true, state: true, title: true },
    });
    const written = await read.find(PassageWords, {
      where: { edited: Not(IsNull()), passage: { submissionId: In(ids), state: 'own' } },
      relations: { passage: true },
      order: { passage: { sectionKey: 'ASC', position: 'ASC' } },
    });
    const freezes = await read.find(SubmissionFreeze, {
      where: { submissionId: In(ids) },
      select: { id: true, submissionId: true, number: true, content: true },
      order: { number: 'DESC' },
    });
    return submissions.map((submission) => ({
      ...submission,
      own: written.filter(({ passage }) => passage.submissionId === submission.id),
      frozen: freezes.find(({ submissionId }) => submissionId === submission.id) ?? null,
    }));
  }
}

function fieldsOf({ title, language, state, own, frozen }: Kept, layer: string): SearchedField[] {
  const words = (text: string, of = language) => ({ value: localized(of, text) });
  const whole = frozen && (layer === FROZEN || state === 'submitted');
  const passages = whole ? frozenWords(frozen.content) : ownWords(own);
  return [{ ...words(title), title: true }, ...passages.map(({ text, language: of }) => words(text, of))];
}

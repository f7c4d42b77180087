import { Injectable } from '@nestjs/common';
import { type EntityTarget, In, type ObjectLiteral } from 'typeorm';
import { States } from '../../../accounts/states.js';
import { Indicator } from '../../../indicators/indicator.entity.js';
import { Decision } from '../../../meetings/decisions/decision.entity.js';
import { Meeting } from '../../../meetings/meeting/meeting.entity.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { dayIn } from '../../../platform/i18n/dates.js';
import type { Day } from '../../../platform/i18n/day.js';
import { translator } from '../../../platform/i18n/i18n.js';
import { type Localized, rendition } from '../../../platform/i18n/localized.js';
import { Plan, PlanItem } from '../../../plans/plan/plan.entity.js';
import { Practice } from '../../../practices/practice.entity.js';
import { Disclosure, Entry } from '../../../progress/entries/entry.entity.js';
import type { PassageSource, SourceKind } from '../../passages/passage.js';

/** A source of a passage, as its secretariat reads of it. */
export interface NamedSource {
  kind: SourceKind;
  id: string;
  name: string;
  /** Where the name is not in the reader's language. */
  language?: string;
  /** Null for what is not there any more, or closed. */
  href: string | null;
  /** The day its present text was accepted; of entries. */
  on?: Day;
}

type Found = Omit<NamedSource, 'kind' | 'id'>;

/** What the sources of passages are called and where they are. For the secretariat of the document's mechanism alone. */
@Injectable()
export class SourceNamesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of(
    sources: readonly PassageSource[],
    { mechanismId, zone, language }: { mechanismId: string; zone: string; language: string },
  ): Promise<NamedSource[]> {
    const t = translator(language);
    const ids = (kind: SourceKind) => sources.filter((one) => one.kind === kind).map(({ id }) => id);
    const titled = (title: Localized, href: string): Found => {
      const { text, fallback, language: of } = rendition(title, language);
      return { name: text, href, ...(fallback && { language: of }) };
    };
    const found: Record<SourceKind, Map<string, Found>> = {
      entry: await this.entries(ids('entry'), mechanismId, zone, language),
      item: await this.named(PlanItem, ids('item'), ({ id, code, title }) => {
        const named = titled(title, `/items/${id}`);
        return { ...named, name: `${code} ${named.name}`.trim() };
      }),
      indicator: await this.named(Indicator, ids('indicator'), ({ itemId, title }) =>
        titled(title, `/items/${itemId}`),
      ),
      practice: await this.practices(ids('practice')),
      meeting: await this.named(Meeting, ids('meeting'), ({ id, title }) => titled(title, `/meetings/${id}`)),
      decision: await this.named(Decision, ids('decision'), ({ meetingId, text, number }) => {
        const named = titled(text, `/meetings/${meetingId}`);
        return { ...named, name: `${number} ${named.name}`.trim().slice(0, 120) };
      }),
      plan: await this.named(Plan, ids('plan'), ({ id, title }) => titled(title, `/plans/${id}`)),
    };
    return sources.map(({ kind, id }) => ({
      ...{ kind, id },
      ...(found[kind].get(id) ?? { name: t('editor.sourceGone'), href: null }),
    }));
  }

  private async entries(ids: string[], mechanismId: string, zone: string, language: string) {
    const found = new Map<string, Found>();
    if (ids.length === 0) return found;
    const { read } = this.unitOfWork;
    const entries = await read.findBy(Entry, { id: In(ids) });
    const places = await read.findBy(Disclosure, { entryId: In(ids), mechanismId });
    const acceptedAt = new Map(places.map((place) => [place.entryId, place.acceptedAt]));
    const t = translator(language);
    for (const { id, reporterKind, reporter, state } of entries) {
      const name =
        reporterKind === 'state' ? States.name(reporter, language) : reporter || t('role.secretariat');
      const at = acceptedAt.get(id);
      const open = state !== 'withdrawn';
      found.set(id, { name, href: open ? `/progress/${id}` : null, ...(at && { on: dayIn(zone, at) }) });
    }
    return found;
  }

  private async practices(ids: string[]): Promise<Map<string, Found>> {
    const rows = ids.length > 0 ? await this.unitOfWork.read.findBy(Practice, { id: In(ids) }) : [];
    return new Map(
      rows.map(({ id, title, language }) => [id, { name: title, language, href: `/practices/${id}` }]),
    );
  }

  private async named<T extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<T>,
    ids: string[],
    name: (row: T) => Found,
  ): Promise<Map<string, Found>> {
    if (ids.length === 0) return new Map();
    const rows = await this.unitOfWork.read.findBy(entity, { id: In(ids) } as never);
    return new Map(rows.map((row) => [row.id, name(row)]));
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { States } from '../../accounts/states.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { plainWords } from '../../platform/documents/markup/plain-words.js';
import { type Hidden, SearchIndex } from '../../platform/search/search-index.js';
import { type SearchText } from '../../platform/search/index-row.js';
import {
  type Found,
  nextIds,
  type SearchSource,
  SearchSources,
} from '../../platform/search/search-sources.js';
import type { SearchableText } from '../../platform/search/snippet.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { type SeenEntry } from '../access/seen-entry.js';
import { audiencesFor, audiencesOf } from '../access/entry-audience.js';
import { layerFor, layerOf } from '../access/entry-layers.js';
import { subjectOf } from '../words/entry-subject.js';
import type { EntryContent } from './entry-content.js';
import { Disclosure, Entry, EntryVersion } from './entry.entity.js';
import { reporterLabel } from './labels.js';

const TEXTS = ['narrative', 'results', 'challenges', 'nextSteps', 'support'] as const;

/**
 * Entries, to be found by their words: the working text by those who write it, what was submitted by the secretariats,
 * what was accepted by those it was opened to. A hit counts in the text the reader sees, and in no other.
 */
@Injectable()
export class EntrySearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
    private readonly entries: EntryQueryService,
  ) {}

  onModuleInit(): void {
    this.sources.add(50, this.source);
  }

  /** Has an entry indexed anew. `hides` as in SearchIndex.changed, of what `hiddenIn` names. */
  changed(entryId: string, hides?: Hidden): void {
    this.index.changed('entry', entryId, hides);
  }

  private readonly source: SearchSource = {
    kind: 'entry',
    audiences: audiencesFor,
    next: (after, take) => nextIds(this.unitOfWork.read, Entry, after, take),
    texts: async (ids) => this.textsOf(await this.unitOfWork.read.findBy(Entry, { id: In(ids) })),
    show: async (actor, hits) => {
      const ids = [...new Set(hits.map(({ subjectId }) => subjectId))];
      const where = { id: In(ids) };
      const entries = await this.unitOfWork.read.find(Entry, { where, relations: { disclosures: true } });
      const layers = new Map(entries.map((entry) => [entry.id, layerFor(actor, entry)]));
      const seen = await this.entries.findAll(actor, ids);
      return new Map(seen.map((entry) => [entry.id, foundOf(entry, layers.get(entry.id)!)]));
    },
  };

  private async textsOf(entries: Entry[]): Promise<SearchText[]> {
    const { read } = this.unitOfWork;
    const entryId = In(entries.map(({ id }) => id));
    const versions = await read.findBy(EntryVersion, { entryId });
    const disclosures = await read.findBy(Disclosure, { entryId });
    return entries.flatMap((entry) => {
      const mine = <T extends { entryId: string }>(rows: T[]) =>
        rows.filter((one) => one.entryId === entry.id);
      return layersOf(entry, mine(versions), mine(disclosures));
    });
  }
}

function layersOf(entry: Entry, versions: EntryVersion[], disclosures: Disclosure[]): SearchText[] {
  const layers = new Map<string, { audiences: Set<string>; contents: EntryContent[] }>();
  for (const seen of audiencesOf(entry, disclosures)) {
    const layer = layerOf(seen);
    const audiences = layers.get(layer)?.audiences ?? new Set();
    const read = seen.sight === 'own' ? versions : versions.filter(({ number }) => number === seen.number);
    const working = seen.sight === 'own' ? [entry.content] : [];
    layers.set(layer, {
      audiences: audiences.add(seen.audience),
      contents: [...working, ...read.map(({ content }) => content)],
    });
  }
  return [...layers].map(([layer, { audiences, contents }]) => ({
    kind: 'entry',
    subjectId: entry.id,
    layer,
    audiences: [...audiences],
    title: entry.reporterKind === 'state' ? States.names(entry.reporter) : [entry.reporter],
    text: contents.flatMap((content) => wordsIn(content).map(({ text }) => text)),
  }));
}

const wordsIn = (content: EntryContent): SearchableText[] =>
  TEXTS.flatMap((field) => {
    const text = content[field];
    return text ? [{ text: plainWords(text), language: content.language }] : [];
  });

function foundOf(entry: SeenEntry, layer: string): Found {
  const { code, title } = subjectOf(entry);
  return {
    layer,
    href: `/progress/${entry.id}`,
    mechanismId: entry.mechanismId,
    lead: code,
    title,
    detail: (t, language) => reporterLabel(entry, t, language),
    texts: [entry, ...(entry.sight === 'own' ? entry.versions : [])].flatMap(({ content }) =>
      wordsIn(content),
    ),
  };
}

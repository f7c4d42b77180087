import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ReleasedEntry, ReleasedSource } from '../../progress/release/released-entry.js';
import { ReleasedEntriesService } from '../../progress/release/released-entries.service.js';
import type { AskedSection, DocumentAsk } from './ask.js';
import type {
  CompilationOutline,
  CompiledLanguages,
  DocumentHead,
  OutlinedEntry,
} from './compilation-outline.js';
import { basisOf, withinBasis } from './basis.js';
import { compileSection } from './compile-section.js';
import { documentHead } from './document-head.js';
import { DocumentFactsService } from './facts/facts.service.js';
import { MaterialService } from './material/material.service.js';
import { outlinedEntry } from './outline-entry.js';
import { ReleaseFingerprintService } from './release-fingerprint.service.js';
import { placeEntries } from './placing/place-entries.js';
import type { SectionPlacement } from './placing/placement.js';

/** How long compiling goes on before others get their turn. */
const TURN_MS = 15;

/**
 * Compiles a document section by section. The outline has no words, so that it holds 20,000 entries; a section reads
 * those that stand in it. Released entries come through ReleasedEntriesService only.
 */
@Injectable()
export class SectionCompiler {
  constructor(
    private readonly released: ReleasedEntriesService,
    private readonly facts: DocumentFactsService,
    private readonly fingerprints: ReleaseFingerprintService,
    private readonly material: MaterialService,
  ) {}

  /** What is released now, and where each of it stands in the document. */
  async outline(ask: DocumentAsk): Promise<CompilationOutline> {
    // Before the entries are read: a withdrawal in between makes the next look compile again, never the reverse.
    const fingerprint = await this.fingerprint(ask.mechanismId);
    const facts = await this.facts.of(ask);
    const items = new Map(facts.items.map((item) => [item.id, item]));
    const all: OutlinedEntry[] = [];
    const taken = takenIn(ask);
    for await (const some of this.released.slices(ask.mechanismId, facts.period))
      for (const source of some.flatMap(taken)) all.push(outlinedEntry(source, items, ask.language));
    const entries = aboutPlan(all, ask, items);
    const placement = placeEntries(entries, ask, facts);
    return { fingerprint, entries, facts, placement };
  }

  /** One section in each of the document's languages. */
  async section(
    ask: DocumentAsk,
    section: AskedSection,
    outline: CompilationOutline,
  ): Promise<CompiledLanguages> {
    const texts = new Map<string, ReleasedEntry>();
    const placement = outline.placement.sections.find(({ key }) => key === section.key);
    const seals = new Map(outline.entries.map(({ id, seal, attributed }) => [id, `${seal} ${attributed}`]));
    const ids = placement ? idsIn(placement) : [];
    for await (const some of this.released.slices(ask.mechanismId, outline.facts.period, ids))
      for (const { id, seal, entry } of some.flatMap(takenIn(ask)))
        // What changed since the outline may no longer stand where it was placed.
        if (seals.get(id) === `${seal} ${entry.attributed}`) texts.set(id, entry);
    const material = await this.material.of(ask, section, outline.facts);
    const steps = compileSection({ ask, section, outline, texts, material });
    for (let since = performance.now(); ;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (performance.now() - since < TURN_MS) continue;
      await setImmediate();
      since = performance.now();
    }
  }

  head(ask: DocumentAsk, language: string, outline: CompilationOutline): DocumentHead {
    return documentHead(ask, language, outline);
  }

  /** Changes whenever anything may have been released, withdrawn or accepted in the mechanism. */
  fingerprint(mechanismId: string): Promise<string> {
    return this.fingerprints.of(mechanismId);
  }
}

/** A released entry as the document may take it; none where it was circulated without it. */
function takenIn({ basis }: DocumentAsk): (source: ReleasedSource) => ReleasedSource[] {
  if (!basis) return (source) => [source];
  const known = basisOf(basis);
  return (source) => [withinBasis(source, known)].filter((taken) => taken !== null);
}

/** A document about one plan holds what was reported on that plan. */
const aboutPlan = (entries: OutlinedEntry[], { about }: DocumentAsk, items: ReadonlyMap<string, unknown>) =>
  about?.planId ? entries.filter(({ itemIds }) => itemIds.some((id) => items.has(id))) : entries;

function idsIn({ taken, pool, documentPool }: SectionPlacement): string[] {
  const placed = [
    ...taken.flatMap(({ spots }) => spots.flatMap(({ named, unnamed }) => [...named, ...unnamed])),
    ...pool,
    ...documentPool,
  ];
  return [...new Set(placed.map(({ entryId }) => entryId))];
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import type { Actor } from '../../platform/http/actor.js';
import { Panels } from '../../platform/web/panels.js';
import { EntryQueryService } from '../../progress/access/entry-query.service.js';
import { DocumentUses } from '../../progress/release/document-uses.js';
import { UsedInPanel } from './views/used-in.js';

const USED = `SELECT 1 FROM "submission_freeze_entry" "frozen" WHERE "frozen"."entryId" = :subject UNION ALL SELECT 1 FROM "submission" "shown" JOIN "entry_disclosure" "at" ON "at"."mechanismId" = "shown"."mechanismId" WHERE "at"."entryId" = :subject AND "shown"."state" IN ('circulated', 'cleared')`;

/** On the page of an entry: which documents it is in, for its own people alone. */
@Injectable()
export class UsedInPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly entries: EntryQueryService,
    private readonly documents: DocumentUses,
  ) {}

  onModuleInit(): void {
    this.panels.add('entry', 30, (actor, id) => this.onEntry(actor, id), { rows: USED });
  }

  private async onEntry(actor: Actor, id: string) {
    const entry = await this.entries.seen(actor, id);
    if (entry?.sight !== 'own') return null;
    const documents = await this.documents.find(actor, id);
    return documents.length > 0 ? h(UsedInPanel, { documents }) : null;
  }
}

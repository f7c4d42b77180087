import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { voicesIn } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Panels } from '../../platform/web/panels.js';
import { namesOf } from '../entries/labels.js';
import { DeskService } from './desk.service.js';
import { DeskPanel } from './views/desk-panel.js';

/** On the page of a delegation: its latest texts there, and the way to all of them. */
@Injectable()
export class DeskPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly desk: DeskService,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    this.panels.add('delegation', 1, async (actor, mechanism) => {
      if (!voicesIn(actor, mechanism).some(({ kind }) => kind !== 'secretariat')) return null;
      const none = { plan: null, state: null, from: null, until: null };
      const { rows } = await this.desk.list(actor, { ...none, mechanism });
      const ids = rows.flatMap(({ entry }) => entry.places.map(({ mechanismId }) => mechanismId));
      const names = namesOf(
        ids.length > 0 ? await this.mechanisms.list([...new Set(ids)]) : [],
        actor.language,
      );
      return h(DeskPanel, { rows, names, mechanism });
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Panels } from '../../platform/web/panels.js';
import { EntryFormService } from '../form/entry-form.service.js';
import { namesOf } from '../entries/labels.js';
import { Offers } from './views/offers.js';

/** On the page of an item: what its reader has said elsewhere already, to be linked instead of written again. */
@Injectable()
export class OffersPanel implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly form: EntryFormService,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    this.panels.add('item', 11, async (actor, itemId) => {
      const offers = await this.form.offersOn(actor, itemId);
      if (offers.length === 0) return null;
      const named = await this.mechanisms.list(offers.map(({ mechanismId }) => mechanismId));
      return h(Offers, { offers, names: namesOf(named, actor.language), itemId });
    });
  }
}

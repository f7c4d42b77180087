import { Controller, Get } from '@nestjs/common';
import { Access } from '../../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../../platform/http/actor.js';
import { PathId } from '../../../platform/http/path-id.js';
import { fragment, page } from '../../../platform/web/page.js';
import { FindingsCount } from '../views/findings-link.js';
import { FindingsPage } from '../views/findings-page.js';
import { FindingsService } from './findings.service.js';

/** What is to be looked at before a document goes out, each with the way to it. */
@Controller('submissions/:id/findings')
@Access('submissions.edit')
export class FindingsPages {
  constructor(private readonly findings: FindingsService) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(<FindingsPage {...await this.findings.of(actor, id)} />);
  }

  /** How many, for a page that has more to do than to count them. */
  @Get('count')
  async count(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { findings } = await this.findings.of(actor, id);
    return fragment(<FindingsCount id={id} count={findings.length} />);
  }
}

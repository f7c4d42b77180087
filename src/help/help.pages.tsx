import { Controller, Get, Param, Query } from '@nestjs/common';
import { NotFoundError } from '../platform/errors.js';
import { Access } from '../platform/http/access.js';
import { page } from '../platform/web/page.js';
import { HelpQuery } from './help.dto.js';
import { allTopics } from './topics.data.js';
import { HelpPage, HelpTopicPage } from './views/help.js';

/** Help, to everybody: it says what Waymark is to people who have no account yet. */
@Controller('help')
@Access('anyone')
export class HelpPages {
  @Get()
  list(@Query() { q }: HelpQuery) {
    return page(<HelpPage q={q} />);
  }

  @Get(':topic')
  topic(@Param('topic') name: string) {
    const topic = allTopics.find((one) => one === name);
    if (!topic) throw new NotFoundError('page');
    return page(<HelpTopicPage topic={topic} />);
  }
}

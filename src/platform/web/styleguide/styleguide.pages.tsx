import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../http/access.js';
import { page } from '../page.js';
import { StyleGuide } from './guide.js';

/** Every component in every state, for whoever builds pages. Nothing in it is anybody's. */
@ApiExcludeController()
@Controller('styleguide')
@Access('anyone')
export class StyleGuidePages {
  /** `turned`: the direction that stands in the light is the other one. */
  @Get()
  show(@Query('turned') turned?: string) {
    return page(<StyleGuide turned={turned === 'on'} />);
  }
}

import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../http/access.js';
import { page } from '../page.js';
import { PALETTE } from './palette-script.js';
import { ShortcutsPage } from './shortcuts.js';

/** The script of the palette, and the page that says what it does. */
@ApiExcludeController()
@Controller()
export class ShortcutsPages {
  @Get('assets/palette.js')
  @Access('anyone')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  script() {
    return PALETTE;
  }

  @Get('shortcuts')
  @Access('signed-in')
  list() {
    return page(<ShortcutsPage />);
  }
}

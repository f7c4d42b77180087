import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../http/access.js';
import { CHOOSE_SCRIPT } from './choosing/choose-script.js';
import { COPY_SCRIPT } from './copying/copied-text.js';
import { ICON } from './design/brand.js';
import { STYLE_SHEET } from './styles/style-sheet.js';

const FOR_A_YEAR = 'public, max-age=31536000, immutable';

/** The style sheet, the icon, htmx, and the scripts of fields that choose from long lists and of buttons that copy. */
@ApiExcludeController()
@Controller('assets')
@Access('anyone')
export class AssetsController {
  private readonly htmx = readFileSync(
    createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'),
    'utf8',
  );

  @Get('waymark.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', FOR_A_YEAR)
  style() {
    return STYLE_SHEET;
  }

  @Get('htmx.min.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', FOR_A_YEAR)
  script() {
    return this.htmx;
  }

  @Get('choosing/:version/choose.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', FOR_A_YEAR)
  chooseScript() {
    return CHOOSE_SCRIPT;
  }

  @Get('copy.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', FOR_A_YEAR)
  copyScript() {
    return COPY_SCRIPT;
  }

  @Get('icon.svg')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', FOR_A_YEAR)
  icon() {
    return ICON;
  }
}

import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { library, script } from './script-source.js';

const FOR_A_YEAR = 'public, max-age=31536000, immutable';
const SCRIPT = 'text/javascript; charset=utf-8';

/** Passkeys are asked for by a script and by nothing else. Codes need none. */
@ApiExcludeController()
@Controller('assets')
@Access('anyone')
export class PasskeyScripts {
  @Get('webauthn.js')
  @Header('content-type', SCRIPT)
  @Header('cache-control', FOR_A_YEAR)
  library() {
    return library;
  }

  @Get('passkeys.js')
  @Header('content-type', SCRIPT)
  @Header('cache-control', FOR_A_YEAR)
  script() {
    return script;
  }
}

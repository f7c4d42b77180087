import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { KeyEndInput } from './secret-keys.dto.js';
import { SecretKeysService } from './secret-keys.service.js';
import { SecretKeysPage } from './views/secret-keys.js';

@ApiExcludeController()
@Controller('secret-keys')
@Access('installation.manage')
export class SecretKeysPages {
  constructor(private readonly keys: SecretKeysService) {}

  @Get()
  async show(@CurrentActor() actor: Actor) {
    return page(<SecretKeysPage rows={await this.keys.list(actor)} listed={this.keys.listed} />);
  }

  @Post('end')
  @Asks<SecretKeysPages>('secretKeys.end', async (pages, { actor, body: { kind, keyId } }) => {
    const made = (await pages.keys.list(actor)).filter((row) => row.kind === kind);
    const count = made.find((row) => (row.keyId ?? '') === keyId)?.count ?? 0;
    return {
      consequences: [{ key: 'press.secretKey', values: { count } }, FINAL],
      back: '/secret-keys',
    };
  })
  async end(@CurrentActor() actor: Actor, @Body() { kind, keyId }: KeyEndInput) {
    await this.keys.end(actor, kind, keyId);
    return redirect('/secret-keys', 'notice.secretKeyEnded');
  }
}

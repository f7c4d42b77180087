import { Body, Controller, Get, Post } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Access, InPerson } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { outcome, page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { ScopeNames } from './scope-names.js';
import { TokensService } from './tokens.service.js';
import { NewTokenPage, TokensPage } from '../views/tokens.js';
import { TokenInput } from './key.dto.js';

@Controller('account/tokens')
@Access('signed-in')
@InPerson()
export class TokensPages {
  constructor(
    private readonly tokens: TokensService,
    private readonly modules: ModuleRef,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor) {
    return page(await this.list(actor, emptyForm({ scope: 'read' })));
  }

  @Post()
  @Takes(TokenInput)
  create(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: TokenInput,
      body,
      act: async (input) => {
        const secret = await this.tokens.make(actor, input);
        return outcome(<NewTokenPage label={input.label} secret={secret} />);
      },
      show: (state) => this.list(actor, state),
    });
  }

  @Post(':id/revoke')
  @Asks<TokensPages>('token.revoke', async (pages, { actor, params: { id } }) => ({
    name: (await pages.tokens.list(actor)).find((one) => one.id === id)?.label,
    consequences: [{ key: 'press.stops' }, { key: 'press.another' }, FINAL],
    back: '/account/tokens',
  }))
  async revoke(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.tokens.revoke(actor, id);
    return redirect('/account/tokens', 'notice.tokenRevoked');
  }

  private async list(actor: Actor, state: FormState) {
    const tokens = await this.tokens.list(actor);
    // Looked up when it is needed: what knows mechanisms stands further down and needs accounts.
    const names = await this.modules
      .get(ScopeNames, { strict: false })
      .namesOf(
        [...actor.grants.map(({ scope }) => scope), ...tokens.flatMap((one) => one.mechanismIds ?? [])],
        actor.language,
      );
    const mechanisms = [...names]
      .map(([value, label]) => ({ value, label }))
      .filter(({ value }) => actor.grants.some(({ scope }) => scope === value));
    return <TokensPage tokens={tokens} names={names} mechanisms={mechanisms} state={state} />;
  }
}

import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AddressChangesService } from '../address/address-changes.service.js';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, type Consequence } from '../../platform/web/presses/asks.js';
import { Panels } from '../../platform/web/panels.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { AccountKeepingService } from './account-keeping.service.js';
import { AccountListService } from './account-list.service.js';
import { AccountAddressInput, AccountQuery } from './administration.dto.js';
import { AccountsListPage } from './views/accounts.js';
import { OneAccountPage } from './views/one-account.js';

@Controller('accounts')
@Access('installation.manage')
@InPerson()
export class AdministrationPages {
  constructor(
    private readonly accounts: AccountListService,
    private readonly keeping: AccountKeepingService,
    private readonly addresses: AddressChangesService,
    private readonly panels: Panels,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: AccountQuery) {
    return page(<AccountsListPage query={query} {...await this.accounts.list(actor, query)} />);
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.account(actor, id));
  }

  @Post(':id/close')
  @Asks<AdministrationPages>('accounts.close', async (pages, { actor, params: { id } }) => ({
    name: (await pages.accounts.find(actor, id!)).name,
    consequences: [{ key: 'accounts.closeText' }, ...(await pages.lonely(actor, id!))],
    back: `/accounts/${id}`,
  }))
  async close(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.keeping.close(actor, id);
    return redirect(`/accounts/${id}`, 'notice.accountClosed');
  }

  @Post(':id/reopen')
  async reopen(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.keeping.reopen(actor, id);
    return redirect(`/accounts/${id}`, 'notice.linkSent');
  }

  @Post(':id/password-link')
  async sendPasswordLink(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.keeping.sendPasswordLink(actor, id);
    return redirect(`/accounts/${id}`, 'notice.linkSent');
  }

  @Post(':id/address')
  changeAddress(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: AccountAddressInput,
      body,
      act: async ({ email }) => {
        await this.addresses.requestFor(actor, id, email);
        return redirect(`/accounts/${id}`, 'notice.addressAsked');
      },
      show: (state) => this.account(actor, id, state),
    });
  }

  @Post(':id/address/call-off')
  async callOff(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.addresses.callOff(actor, id);
    return redirect(`/accounts/${id}`, 'notice.addressCalledOff');
  }

  private async lonely(actor: Actor, id: string): Promise<Consequence[]> {
    const without = await this.keeping.lastSecretariatOf(actor, id);
    const { roles } = await this.accounts.find(actor, id);
    const names = roles.filter(({ scope }) => without.includes(scope)).map(({ mechanism }) => mechanism);
    return [...new Set(names)].map((mechanism) => ({ key: 'press.lastSecretariat', values: { mechanism } }));
  }

  private async account(actor: Actor, id: string, state: FormState = emptyForm()) {
    const account = await this.accounts.find(actor, id);
    const pending = await this.addresses.pending(actor, id);
    // The history feature is further down, and so are others that know something of an account.
    const panels = await this.panels.render('account', actor, id);
    return <OneAccountPage account={account} pending={pending} panels={panels} state={state} />;
  }
}

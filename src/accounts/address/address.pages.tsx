import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { SecretAddress } from '../../platform/http/secret-address.js';
import { page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { AddressChangesService } from './address-changes.service.js';
import { NewAddressInput } from './address.dto.js';
import { AddressPage, ConfirmAddressPage } from './views/address.js';

/** Another address for one's account. */
@Controller()
export class AddressPages {
  constructor(private readonly changes: AddressChangesService) {}

  @Get('account/address')
  @Access('signed-in')
  @InPerson()
  async form(@CurrentActor() actor: Actor) {
    return page(await this.show(actor, emptyForm()));
  }

  @Post('account/address')
  @Access('signed-in')
  @InPerson()
  request(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: NewAddressInput,
      body,
      act: async ({ email, current }) => {
        await this.changes.request(actor, email, current);
        return redirect('/account/address', 'notice.addressAsked');
      },
      show: (state) => this.show(actor, state),
    });
  }

  @Post('account/address/call-off')
  @Access('signed-in')
  @InPerson()
  async callOff(@CurrentActor() actor: Actor) {
    await this.changes.callOff(actor, actor.accountId!);
    return redirect('/account/address', 'notice.addressCalledOff');
  }

  /** Shows only: a link scanner that opens it must not confirm. */
  @Get('address/:secret')
  @Access('anyone')
  @SecretAddress()
  async confirmForm(@Param('secret') secret: string) {
    return page(<ConfirmAddressPage secret={secret} {...await this.changes.find(secret)} />);
  }

  @Post('address/:secret')
  @Access('anyone')
  @SecretAddress()
  async confirm(@Param('secret') secret: string) {
    const holds = await this.changes.confirm(secret);
    return redirect('/sign-in', holds ? 'notice.addressHolds' : 'notice.addressHalf');
  }

  private async show(actor: Actor, state: FormState) {
    return <AddressPage pending={await this.changes.pending(actor, actor.accountId!)} state={state} />;
  }
}

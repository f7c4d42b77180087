import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Access, Unforgeable } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { SecretAddress } from '../../platform/http/secret-address.js';
import { page, redirect } from '../../platform/web/page.js';
import { WishPage } from './views/wish.js';
import { WishesService } from './wishes.service.js';

/** The links in a reminder. Whoever holds one got the mail; there is nothing to sign in to. */
@Controller('reminders')
export class WishesPages {
  constructor(private readonly wishes: WishesService) {}

  /** Shows only: mail scanners open every link. */
  @Get('wish/:token')
  @SecretAddress()
  @Access('anyone')
  async show(@Param('token') token: string) {
    return page(<WishPage view={await this.wishes.find(token)} address={addressOf(token)} />);
  }

  /**
   * Fulfils the wish, or takes it back. A mail program's one-click POST (RFC 8058) follows no redirect, so only
   * the page's own button is sent on.
   */
  @Post('wish/:token')
  @SecretAddress()
  @Access('anyone')
  @Unforgeable('mail programs unsubscribe with one POST, without cookie or form (RFC 8058)')
  @HttpCode(200)
  async act(@Param('token') token: string, @Body() body?: Record<string, unknown>) {
    const view = body?.again ? await this.wishes.takeBack(token) : await this.wishes.say(token);
    return body?.from === 'page'
      ? redirect(addressOf(token))
      : page(<WishPage view={view} address={addressOf(token)} />);
  }

  @Post('wishes/:id/end')
  @Access('signed-in')
  async end(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body?: Record<string, unknown>) {
    await this.wishes.takeBackMine(actor, id);
    return redirect(body?.from === 'account' ? ON_ACCOUNT : '/tasks', 'notice.wishEnded');
  }

  @Post('wishes/none')
  @Access('signed-in')
  async sayNone(@CurrentActor() actor: Actor) {
    await this.wishes.sayNone(actor);
    return redirect(ON_ACCOUNT, 'notice.wishSaid');
  }
}

const ON_ACCOUNT = '/account#reminders';

const addressOf = (token: string) => `/reminders/wish/${encodeURIComponent(token)}`;

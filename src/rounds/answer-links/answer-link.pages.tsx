import { Body, Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { Takes, UploadLimit } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { Cookies } from '../../platform/http/cookies.js';
import { isLanguage } from '../../platform/i18n/i18n.js';
import { LANGUAGE_COOKIE } from '../../accounts/actor.resolver.js';
import { SecretAddress } from '../../platform/http/secret-address.js';
import { page, Redirect, redirect } from '../../platform/web/page.js';
import { AnswerFormRenderer, type FormAccess } from '../answers/answer-form-renderer.js';
import { AnswerLinksService, type OpenedLink } from './answer-links.service.js';
import { WordFormService } from '../word-form/word-form.service.js';
import { uploadedForm, wordAttachment } from '../word-form/word-files.js';
import { TranscriptConfirmation } from '../transcripts/transcript.dto.js';
import { TranscriptFormRenderer } from '../transcripts/transcript-form-renderer.js';
import { LetterFiles } from '../letter/letter-files.service.js';
import { sendFile } from '../letter/send-file.js';
import { PathId } from '../../platform/http/path-id.js';
import { LinkNotices } from './link-notices.service.js';
import { LinkOverPage } from './views/link-over.js';
import { QuickAnswerInput } from '../answers/quick-answers.js';
import { AnswersInput } from '../answers/answers.dto.js';
import { FileOfAnswers } from '../word-form/reviewed-file.dto.js';
import { MAX_FORM_BYTES } from '../word-form/parse-word-form.js';

const YEAR_SECONDS = 365 * 86_400;

/**
 * Answering from a mail, without an account. The token stands for one addressee of one round; it opens no session,
 * and the actor it stands for goes to the form's own services only. Showing changes nothing: scanners open links.
 */
@ApiExcludeController()
@Controller('answer/:token')
@Access('anyone')
@SecretAddress()
export class AnswerLinkPages {
  constructor(
    private readonly links: AnswerLinksService,
    private readonly forms: AnswerFormRenderer,
    private readonly files: WordFormService,
    private readonly notices: LinkNotices,
    private readonly typed: TranscriptFormRenderer,
    private readonly letterFiles: LetterFiles,
    private readonly cookies: Cookies,
  ) {}

  /** `in`: the language of the mail. It is the browser's from then on, where that has chosen none. */
  @Get()
  async show(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('in') language?: string,
  ) {
    const opened = await this.links.open(token);
    if (language !== undefined) {
      if (isLanguage(language) && !this.cookies.get(request, LANGUAGE_COOKIE))
        this.cookies.set(reply, LANGUAGE_COOKIE, language, YEAR_SECONDS);
      return redirect(addressOf(token));
    }
    tellTimeAs(request, opened);
    if (opened.use === 'over') return page(<LinkOverPage />, 410);
    const access = accessOf(token, opened);
    return opened.use === 'done' ? this.forms.showHandedIn(access) : this.forms.show(access);
  }

  @Post()
  @Takes(AnswersInput, FileOfAnswers)
  async act(
    @Param('token') token: string,
    @Body() body: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ) {
    const opened = await this.links.openToAct(token);
    tellTimeAs(request, opened);
    const answer = await this.forms.act(accessOf(token, opened), body);
    if (!(answer instanceof Redirect)) return answer;
    if (body.intent === 'hand-in') await this.links.answered(opened.link);
    if (body.intent !== 'ready') return answer;
    await this.notices.ready(opened.link);
    return redirect(addressOf(token), 'notice.answersReady');
  }

  @Post('autosave')
  @Takes(AnswersInput)
  async autosave(
    @Param('token') token: string,
    @Body() body: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ) {
    const opened = await this.links.openToAct(token);
    tellTimeAs(request, opened);
    return this.forms.autosave(accessOf(token, opened), body);
  }

  @Post('same')
  async same(@Param('token') token: string) {
    return this.forms.sameForAll(await this.access(token));
  }

  @Post('declination')
  async decline(@Param('token') token: string) {
    const opened = await this.links.openToAct(token);
    const answer = await this.forms.decline(accessOf(token, opened), true);
    await this.notices.declined(opened.link);
    return answer;
  }

  @Post('reconsideration')
  async reconsider(@Param('token') token: string) {
    return this.forms.decline(await this.access(token), false);
  }

  /** From a link of the mail, which chose an answer: one button, and nothing is said before it is pressed. */
  @Get('quick')
  async quick(@Param('token') token: string, @Query('say') say: unknown) {
    const opened = await this.links.open(token);
    const decides = opened.use === 'open' && !opened.actor.link?.passedOn;
    return decides ? this.forms.quickPage(accessOf(token, opened), say) : redirect(addressOf(token));
  }

  @Post('quick')
  @Takes(QuickAnswerInput)
  async answerQuickly(@Param('token') token: string, @Body() body: Record<string, unknown>) {
    const opened = await this.links.openToAct(token);
    const answer = await this.forms.answerQuickly(accessOf(token, opened), body);
    if (!(answer instanceof Redirect)) return answer;
    if (body.say === 'decline') await this.notices.declined(opened.link);
    else await this.links.answered(opened.link);
    return answer;
  }

  /** What the secretariat typed for the delegation, by the link of the mail that asks to confirm it. */
  @Get('transcript')
  async transcript(@Param('token') token: string) {
    const opened = await this.links.open(token);
    return opened.use === 'open' ? this.typed.show(accessOf(token, opened)) : redirect(addressOf(token));
  }

  @Post('transcript')
  @Takes(TranscriptConfirmation)
  async confirm(@Param('token') token: string, @Body() body: unknown) {
    const opened = await this.links.openToAct(token);
    const answer = await this.typed.confirm(accessOf(token, opened), body);
    if (answer instanceof Redirect) await this.links.answered(opened.link);
    return answer;
  }

  @Post('transcript/refusal')
  async refuse(@Param('token') token: string, @Body() body: unknown) {
    return this.typed.refuse(await this.access(token), body);
  }

  @Get('word')
  async word(@Param('token') token: string) {
    const opened = await this.links.open(token);
    return opened.use === 'open' ? this.forms.wordPage(accessOf(token, opened)) : redirect(addressOf(token));
  }

  @Get('questions.docx')
  async questions(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Query('language') language: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | ReturnType<typeof redirect>> {
    const opened = await this.links.open(token);
    if (opened.use !== 'open') return redirect(addressOf(token));
    // The language of whoever reads, not of the actor the link stands for.
    const access = { ...accessOf(token, opened), actor: { ...opened.actor, language: actor.language } };
    return wordAttachment(this.files, access, language, reply);
  }

  /** A file that goes with the call. */
  @Get('files/:fileId')
  async file(
    @Param('token') token: string,
    @PathId('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { use, addressee } = await this.links.open(token);
    if (use === 'over') return redirect(addressOf(token));
    return sendFile(await this.letterFiles.open(addressee.roundId, fileId), reply);
  }

  @Post('word')
  @UploadLimit(MAX_FORM_BYTES)
  async upload(@Param('token') token: string, @Req() request: FastifyRequest) {
    const access = await this.access(token);
    return this.forms.readWord(access, () => uploadedForm(request));
  }

  private async access(token: string): Promise<FormAccess> {
    return accessOf(token, await this.links.openToAct(token));
  }
}

const addressOf = (token: string) => `/answer/${encodeURIComponent(token)}`;

/** Whoever did not sign in has chosen no zone; the one of whose link it is is told, by its name. */
const tellTimeAs = (request: FastifyRequest, { actor }: OpenedLink) => {
  if (request.actor?.kind === 'visitor') request.actor = { ...request.actor, zone: actor.zone };
};

const accessOf = (
  token: string,
  { actor, addressee, link }: Pick<OpenedLink, 'actor' | 'addressee' | 'link'>,
): FormAccess => ({
  actor,
  addressee,
  base: addressOf(token),
  links: '',
  signedIn: false,
  link: link.id,
});

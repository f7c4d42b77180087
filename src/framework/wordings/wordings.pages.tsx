import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AuditService } from '../../audit/audit.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks } from '../../platform/web/presses/asks.js';
import { type FormState, submitForm } from '../../platform/web/submit-form.js';
import { WordingInput, WordingsQuery } from './wording.dto.js';
import { WORDING_LANGUAGES } from './wording-languages.js';
import { WordingsService } from './wordings.service.js';
import { WordingsPage } from './views/wordings.js';

const pageOf = (language: string) => `/framework/wordings?language=${language}`;

@ApiExcludeController()
@Controller('framework/wordings')
@Access('installation.manage')
export class WordingsPages {
  constructor(
    private readonly wordings: WordingsService,
    private readonly audit: AuditService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Query() query: WordingsQuery) {
    return page(await this.draw(actor, query));
  }

  @Post()
  @Takes(WordingInput)
  set(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: WordingInput,
      body,
      act: async (input) => {
        await this.wordings.set(actor, input);
        return redirect(pageOf(input.language), 'notice.saved');
      },
      show: (state) => this.draw(actor, state.values, state),
    });
  }

  @Post(':id/removal')
  @Asks<WordingsPages>('wordings.remove', async (pages, { actor, params: { id } }) => {
    const { text, language } = await pages.wordings.find(actor, id!);
    return { name: text, consequences: [{ key: 'press.wording' }], back: pageOf(language) };
  })
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { language } = await this.wordings.find(actor, id);
    await this.wordings.remove(actor, id);
    return redirect(pageOf(language), 'notice.saved');
  }

  private async draw(
    actor: Actor,
    { language: wished, objective }: { language?: unknown; objective?: unknown },
    state?: FormState,
  ) {
    const all = await this.wordings.list(actor);
    const events = await this.audit.eventsOf(actor, 'wording', 'wordings');
    const language =
      [wished, actor.language].map((one) => WORDING_LANGUAGES.find((other) => other === one)).find(Boolean) ??
      WORDING_LANGUAGES[0]!;
    const wordings = all.filter((one) => one.language === language);
    const chosen = wordings.find((one) => one.objective === Number(objective));
    return <WordingsPage {...{ language, wordings, chosen, state, events }} />;
  }
}

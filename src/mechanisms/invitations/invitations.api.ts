import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { seatResource } from '../mechanism/mechanism.resource.js';
import { InvitationsInput, InvitedListInput } from './invitations.dto.js';
import { errorsOf, InvitationsService, type Outcome } from './invitations.service.js';

@ApiTags('people')
@ApiBearerAuth()
@Controller('api/v1/mechanisms/:mechanismId/people')
@Access('people.manage')
export class InvitationsApi {
  constructor(private readonly invitations: InvitationsService) {}

  /**
   * Reads a list of people as mail programs and spreadsheets give it. `rows` are what `several` takes, with '' where the
   * list does not say it; `unread` are the lines in which nobody was found. Nothing is done.
   */
  @Post('list')
  @HttpCode(200)
  read(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() { text, ...defaults }: InvitedListInput,
  ) {
    return this.invitations.read(actor, mechanismId, text, defaults);
  }

  /** What would become of these invitations: `held` by who has that role already. Nothing is done. */
  @Post('several/preview')
  @HttpCode(200)
  @InPerson()
  async tryOut(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: InvitationsInput,
  ) {
    const outcomes = await this.invitations.tryOut(actor, mechanismId, input);
    return { items: outcomes.map(outcomeResource), errors: errorsOf(outcomes) };
  }

  /** Gives each of several people a role, with a mail to each. All of them get it, or nobody. */
  @Post('several')
  @InPerson()
  async send(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: InvitationsInput,
  ) {
    return { items: (await this.invitations.send(actor, mechanismId, input)).map(outcomeResource) };
  }
}

const outcomeResource = (outcome: Outcome) =>
  'seat' in outcome
    ? seatResource(outcome.seat)
    : { standing: 'held' in outcome ? ('already' as const) : ('refused' as const) };

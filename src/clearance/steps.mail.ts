import { shortNameIn } from '../mechanisms/mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { States } from '../accounts/states.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import type { Mechanism } from '../mechanisms/mechanism/mechanism.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { formatDay } from '../platform/i18n/dates.js';
import { translator } from '../platform/i18n/i18n.js';
import type { Letter } from '../platform/mail/letter.js';
import { MailKind, type Recipient } from '../platform/mail/mail-kind.js';
import type { MailOrigin } from '../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { lastDay } from './clearance-days.js';
import { ClearanceProposal, ClearanceSetting } from './clearance.entity.js';
import { NOTICE_DAYS } from './consent.js';
import { isOfDelegation } from './delegation-people.service.js';

const EVENTS = ['proposed', 'settled', 'ended'] as const;

interface StepsNews {
  /** The setting's. */
  id: string;
  event: (typeof EVENTS)[number];
  /** Which proposal, or which version of the steps. */
  step: string;
}

interface FoundNews extends StepsNews {
  setting: ClearanceSetting;
  mechanism: Mechanism;
  proposal: ClearanceProposal | null;
}

/** Writes to a delegation that its steps are to change, or did. The steps are not in it: a mail may be passed on. */
@Injectable()
export class StepsMail extends MailKind<FoundNews> {
  readonly kind = 'clearance-steps';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  key({ id, event, step }: StepsNews, accountId: string): string {
    return `clearance-steps:${event}:${id}:${step}:${accountId}`;
  }

  /** Nothing to who is no longer of the delegation, and of a proposal that is over. */
  async find(recipient: Recipient, { subjectId, key }: OutgoingMessage): Promise<FoundNews[]> {
    const { read } = this.unitOfWork;
    const setting = await read.findOneBy(ClearanceSetting, { id: subjectId! });
    if (!setting || !isOfDelegation(recipient, setting.mechanismId, setting.state)) return [];
    const [, , , step = ''] = key.split(':');
    const proposal = await read.findOneBy(ClearanceProposal, { settingId: setting.id, id: step });
    const mechanism = await this.mechanisms.find(setting.mechanismId);
    return EVENTS.filter((event) => event !== 'proposed' || proposal !== null).map((event) => ({
      id: setting.id,
      event,
      step,
      setting,
      mechanism,
      proposal,
    }));
  }

  origin({ setting: { mechanismId, state } }: FoundNews): MailOrigin {
    return { scopes: [mechanismId], within: { role: 'focal-point', subject: state } };
  }

  letter({ event, setting, mechanism, proposal }: FoundNews, { language }: Recipient): Letter {
    const t = translator(language);
    const values = {
      state: States.name(setting.state, language),
      mechanism: shortNameIn(mechanism, language),
      day: proposal ? formatDay(lastDay(proposal.proposedAt, NOTICE_DAYS, mechanism.zone)!, language) : '',
      name: proposal?.proposedByName ?? '',
    };
    return {
      subject: t(`clearance.mail.steps.${event}.subject`, values),
      paragraphs: [t(`clearance.mail.steps.${event}.text`, values)],
      action: {
        label: t('clearance.mail.steps.open'),
        href: `/mechanisms/${mechanism.id}/delegations/${setting.state}/clearance`,
      },
    };
  }
}

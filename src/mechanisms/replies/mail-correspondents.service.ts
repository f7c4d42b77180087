import { shortNameIn } from '../mechanism/mechanism-name.js';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Account, RoleGrant } from '../../accounts/account.entity.js';
import { actorOf } from '../../accounts/actor-of.js';
import type { Role } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { AuditEvent } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Gather } from '../../platform/gather.js';
import { translator } from '../../platform/i18n/i18n.js';
import {
  type Correspondence,
  Correspondents,
  type Mailbox,
  type MailToPlace,
} from '../../platform/mail/mail-origin.js';
import { accentIn, LIGHT } from '../look/colours.js';
import { Mechanism } from '../mechanism/mechanism.entity.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { type Correspondent, type Office, repliesTo, secretariatOf } from './reply-addresses.js';
import { replyLines } from './reply-lines.js';

/** What the addresses of several mails hang on. */
interface Facts {
  offices: Map<string, Office>;
  /** Those who ask, those of the secretariats, and those of delegations whose matter it is. */
  people: Map<string, Correspondent>;
  house: readonly Mailbox[];
}

/** Actions of the history by which somebody's address came in. */
const ENTERED = In(['role.grant', 'role.nominate', 'account.create', 'role.handOver']);
const HOUSE_MOST = 3;

/** Who is behind a mail: the mechanisms it is of, and their people. */
@Injectable()
export class MailCorrespondents extends Correspondents {
  private readonly gather = new Gather((mails: MailToPlace[]) => this.all(mails));

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly mechanisms: MechanismsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  of(mail: MailToPlace): Promise<Correspondence> {
    return this.gather.one(mail);
  }

  async introduction({ origin, recipient, outside, language }: MailToPlace): Promise<string> {
    const t = translator(language);
    const [scope] = scopesOf(origin.scopes, recipient);
    const mechanism = scope && (await this.mechanisms.namesOf([scope], language)).get(scope);
    const by = outside ? recipient.name : await this.whoEntered(recipient.accountId);
    return [
      mechanism ? t('mail.first.what', { mechanism }) : t('mail.first.what.several'),
      by ? t('mail.first.by', { name: by }) : t('mail.first.by.house'),
    ].join(' ');
  }

  /** By the history; null for what was done by a command. */
  private async whoEntered(accountId: string): Promise<string | null> {
    const [event] = await this.unitOfWork.read.find(AuditEvent, {
      where: { subjectKind: 'account', subjectId: accountId, action: ENTERED },
      order: { at: 'ASC' },
      take: 1,
    });
    return event?.accountId ? event.actorName : null;
  }

  private async all(mails: MailToPlace[]): Promise<Correspondence[]> {
    const facts = await this.facts(mails);
    return mails.map((mail) => place(mail, facts));
  }

  private async facts(mails: MailToPlace[]): Promise<Facts> {
    const { read } = this.unitOfWork;
    const now = this.clock.now();
    const scopes = In([
      ...new Set(mails.flatMap(({ origin, recipient }) => scopesOf(origin.scopes, recipient))),
    ]);
    const askers = mails.flatMap(({ origin: { askedBy } }) => askedBy ?? []);
    const groups = mails.flatMap(({ origin: { within } }) => within ?? []);
    const [mechanisms, grants, house] = await Promise.all([
      read.findBy(Mechanism, { id: scopes }),
      read.find(RoleGrant, {
        where: [
          { mechanismId: scopes, role: 'secretariat' },
          ...groups.map(({ role, subject }) => ({
            mechanismId: scopes,
            role: role as Role,
            subject: subject ?? IsNull(),
          })),
        ],
        order: { fromDay: 'ASC', id: 'ASC' },
      }),
      this.house(),
    ]);
    const ids = [...new Set([...grants.map(({ accountId }) => accountId), ...askers])];
    const accounts = await read.find(Account, {
      where: { id: In(ids), closedAt: IsNull() },
      relations: { grants: true },
    });
    const people = new Map(
      accounts.map((account): [string, Correspondent] => [
        account.id,
        { ...actorOf(account, 'person', now), email: account.email },
      ]),
    );
    // In the order of their roles: who has been there longest comes first.
    const ordered = [...new Set(grants.map(({ accountId }) => accountId))].flatMap(
      (id) => people.get(id) ?? [],
    );
    const secretariat = (scope: string) =>
      ordered.filter((one) =>
        one.grants.some((grant) => grant.scope === scope && grant.role === 'secretariat'),
      );
    const offices = mechanisms.map(
      ({ id, shortName, shortNames, replyAddress, colour }): [string, Office] => [
        id,
        { id, shortName, shortNames, replyAddress, colour, secretariat: secretariat(id) },
      ],
    );
    return { offices: new Map(offices), people, house };
  }

  /** Who runs the installation: the address it was given for that, else its administrators'. */
  private async house(): Promise<Mailbox[]> {
    const { mailReplyTo } = this.config;
    if (mailReplyTo) return [{ name: 'Waymark', address: mailReplyTo }];
    const administrators = await this.unitOfWork.read.find(Account, {
      where: { administrator: true, closedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: HOUSE_MOST,
    });
    return administrators.map(({ name, email: address }) => ({ name, address }));
  }
}

/** A mail about an account is of the one mechanism its person has a part in, if it is one. */
function scopesOf(scopes: readonly string[], { grants }: Pick<MailToPlace['recipient'], 'grants'>) {
  if (scopes.length > 0) return scopes;
  const own = [...new Set(grants.map(({ scope }) => scope))];
  return own.length === 1 ? own : [];
}

function place({ origin, recipient, outside, language }: MailToPlace, facts: Facts): Correspondence {
  const { askedBy, within, note } = origin;
  const offices = scopesOf(origin.scopes, recipient).flatMap((scope) => facts.offices.get(scope) ?? []);
  const [office = null, ...others] = offices;
  const replies = repliesTo({
    recipient,
    outside,
    office,
    asker: (askedBy && facts.people.get(askedBy)) || null,
    within,
    delegation: [...facts.people.values()],
    house: facts.house,
  });
  const elsewhere = others.map((one) => ({
    mechanism: shortNameIn(one, language),
    to: secretariatOf(one, recipient).to,
  }));
  return {
    replyTo: replies.to,
    // Of one mechanism alone: what is of several is nobody's own.
    ...(office?.colour && others.length === 0 && { accent: accentIn(office.colour, LIGHT).accent }),
    footer: replyLines(language, {
      mechanism: office && shortNameIn(office, language),
      replies,
      elsewhere,
      note,
    }),
  };
}

import { Nomination } from '../../../accounts/seats/nomination.entity.js';
import { States } from '../../../accounts/states.js';
import type { FieldErrors } from '../../../platform/errors.js';
import { LANGUAGES, LANGUAGE_NAMES, messageText } from '../../../platform/i18n/i18n.js';
import type { Option } from '../../../platform/web/fields.js';
import { fieldId, useField } from '../../../platform/web/field.js';
import { HiddenFields } from '../../../platform/web/hidden-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { useWaitsFor } from '../../people/views/seats.js';
import type { InvitationRow } from '../invitation-rows.js';
import type { Outcome } from '../invitations.service.js';
import { useRoleOptions } from './role-options.js';

interface InvitedRowsProps {
  mechanism: Mechanism;
  rows: InvitationRow[];
  outcomes: (Outcome | undefined)[];
  problems: FieldErrors;
  here: ReadonlySet<string>;
}

/** What was understood of each person, with a choice in place, and what becomes of it. */
export function InvitedRows({ mechanism, rows, outcomes, problems, here }: InvitedRowsProps) {
  const { t, language } = usePage();
  const roles = useRoleOptions();
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value]! }));
  const nameOf = (code: string) => (States.exists(code) ? States.name(code, language) : code);
  const numbered = rows.map((row, index) => ({ row, index, place: `rows.${index}`, who: row.email }));
  return (
    <Table
      caption={t('invite.rows')}
      rows={numbered}
      columns={[
        {
          label: t('people.person'),
          heading: true,
          cell: ({ row, place, who }) => (
            <>
              <Cell
                name={`${place}.name`}
                label={`${t('account.name')}, ${who}`}
                value={row.name}
                problems={problems}
              />
              <Cell
                name={`${place}.email`}
                label={`${t('invite.email')}, ${who}`}
                value={row.email}
                problems={problems}
                isAddress
              />
            </>
          ),
        },
        {
          label: t('people.role'),
          cell: ({ row, place, who }) => (
            <Cell
              name={`${place}.role`}
              label={`${t('people.role')}, ${who}`}
              value={row.role}
              options={roles}
              problems={problems}
            />
          ),
        },
        {
          label: t('people.for'),
          cell: ({ row, place, who }) => (
            <>
              {(row.role === 'focal-point' || row.role === 'deputy') && (
                <Cell
                  name={`${place}.state`}
                  label={`${t('membership.state')}, ${who}`}
                  value={nameOf(row.state)}
                  list="states"
                  problems={problems}
                />
              )}
              {row.role === 'partner' && (
                <Cell
                  name={`${place}.partner`}
                  label={`${t('people.partner')}, ${who}`}
                  value={row.partner}
                  problems={problems}
                />
              )}
              <HiddenFields values={{ [place]: { guessed: row.guessed, unknown: row.unknown } }} />
              {row.guessed && <small class="quiet">{t('invite.guessed')}</small>}
              {row.unknown.map((text) => (
                <small key={text} class="quiet">
                  {t('invite.unknown', { text })}
                </small>
              ))}
            </>
          ),
        },
        {
          label: t('account.language'),
          cell: ({ row, place, who }) => (
            <Cell
              name={`${place}.language`}
              label={`${t('account.language')}, ${who}`}
              value={row.language}
              options={languages}
              problems={problems}
            />
          ),
        },
        {
          label: t('invite.outcome'),
          cell: ({ row, index, place, who }) => (
            <>
              <p>
                <OutcomeText outcome={outcomes[index]} isHere={here.has(row.email)} zone={mechanism.zone} />
              </p>
              <label class="choice">
                <input
                  type="checkbox"
                  name={`${place}.leave`}
                  value="on"
                  aria-label={`${t('invite.leave')}: ${who}`}
                />
                <span>{t('invite.leave')}</span>
              </label>
            </>
          ),
        },
      ]}
    />
  );
}

function OutcomeText({
  outcome,
  isHere,
  zone,
}: {
  outcome: Outcome | undefined;
  isHere: boolean;
  zone: string;
}) {
  const { t } = usePage();
  const waitsFor = useWaitsFor();
  if (!outcome) return <strong>{t('invite.toComplete')}</strong>;
  if ('errors' in outcome) {
    const isReady = Object.keys(outcome.errors).every((name) => name === 'contact');
    return <strong>{t(isReady ? 'invite.needsContact' : 'invite.toComplete')}</strong>;
  }
  if ('held' in outcome) return <>{t('invite.held')}</>;
  if (outcome.seat instanceof Nomination)
    return (
      <>
        {t('invite.waits')} {waitsFor(outcome.seat, zone)}
      </>
    );
  return <>{t(isHere ? 'invite.besides' : 'invite.given')}</>;
}

interface CellProps {
  name: string;
  label: string;
  value: string;
  problems: FieldErrors;
  /** To choose one of; else it is typed. */
  options?: Option[];
  list?: string;
  isAddress?: boolean;
}

/** A field in a cell: its column and its row say what it is. */
function Cell({ name, label, value, problems, options, list, isAddress }: CellProps) {
  const { t } = usePage();
  const said = useField(name, label).error;
  const error = said ?? (problems[name] ? messageText(t, problems[name]) : null);
  const id = fieldId(name);
  const attributes = {
    ...{ id, name, 'aria-label': label },
    'aria-describedby': error ? `${id}-error` : undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
  return (
    <>
      {options ? (
        <select {...attributes}>
          {!options.some((one) => one.value === value) && <option value="">{t('membership.choose')}</option>}
          {options.map((one) => (
            <option key={one.value} value={one.value} selected={one.value === value}>
              {one.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...attributes}
          type="text"
          value={value}
          list={list}
          dir={isAddress ? 'ltr' : 'auto'}
          autocomplete="off"
        />
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

import { Fragment } from 'preact';
import { type TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { ItemInput } from '../../../plans/items/item.dto.js';
import { cellLanguage } from '../../cells/cells.js';
import { factsOf } from '../differences.js';
import type { CellMessage } from '../../read/item-row.js';
import type { Outcome } from '../outcome.js';
import { useLabel } from '../../match/use-labels.js';
import { Differences } from './changes.js';
import { useMessage } from '../../views/use-message.js';

const NEW_ROW = { textLanguage: '', dayOrder: null, unknownOwner: 'partner' } as const;

/** What would happen to each row, with all that is to be said about it. */
export function OutcomeTable({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { t } = usePage();
  return (
    <Table
      caption={t('exchange.preview.rows')}
      rows={outcomes}
      empty={t('exchange.preview.none')}
      columns={[
        { label: t('exchange.preview.row'), numeric: true, cell: ({ row }) => row },
        {
          label: t('item.item'),
          heading: true,
          cell: ({ code, title }) => (
            <bdi>
              {code && (
                <>
                  <bdi class="code">{code}</bdi>{' '}
                </>
              )}
              {title}
            </bdi>
          ),
        },
        {
          label: t('exchange.preview.outcome'),
          cell: ({ kind, moved }) => (
            <>
              <span class={kind === 'problem' ? 'error' : undefined}>
                {t(`exchange.outcome.${kind}` as TextKey)}
              </span>
              {moved && <> · {t('exchange.outcome.moved')}</>}
            </>
          ),
        },
        { label: t('exchange.preview.details'), cell: (outcome) => <Details outcome={outcome} /> },
      ]}
    />
  );
}

function Details({ outcome }: { outcome: Outcome }) {
  const textOf = useMessage();
  const { reason, problems, notices, differences, made } = outcome;
  return (
    <>
      {reason && <p>{textOf(reason)}</p>}
      <Messages messages={problems} style="error" />
      <Differences differences={differences} />
      {made && <Made item={made} />}
      <Messages messages={notices} style="hint" />
    </>
  );
}

const MOST = 160;
const shortened = (text: string) => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text);

/** What the cells of a new row are understood as, besides its code and title. */
function Made({ item }: { item: ItemInput }) {
  const { t, language } = usePage();
  const context = { ...NEW_ROW, language: cellLanguage(language) };
  const said = factsOf(item, context);
  if (said.length === 0) return null;
  return (
    <p>
      {said.map(({ use, text }, index) => (
        <Fragment key={use}>
          {index > 0 && ' · '}
          <span class="quiet">{useLabel(use, t, language)}:</span> <bdi>{shortened(text)}</bdi>
        </Fragment>
      ))}
    </p>
  );
}

function Messages({ messages, style }: { messages: readonly CellMessage[]; style: string }) {
  const { t, language } = usePage();
  const textOf = useMessage();
  return (
    <>
      {messages.map(({ use, message }, index) => (
        <p key={index} class={style}>
          {use && <b>{useLabel(use, t, language)}: </b>}
          {textOf(message)}
        </p>
      ))}
    </>
  );
}

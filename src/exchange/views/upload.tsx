import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../platform/i18n/localized.js';
import { ENCODINGS } from '../../platform/spreadsheets/encodings.js';
import { LIMITS } from '../../platform/spreadsheets/spreadsheet.js';
import { FileField, Hidden, TextArea } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm, type FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { encodingLabel } from '../match/encoding-label.js';
import type { UploadQuery } from '../import.dto.js';
import { PASTE_SCRIPT } from '../paste/paste-script.js';
import type { Waiting } from '../imports.service.js';

interface UploadPageProps {
  mechanism: Mechanism;
  plan: Plan | null;
  query: UploadQuery;
  /** Files of the reader's that were read, and not yet taken in or discarded. */
  waiting: Waiting[];
  state: FormState;
}

export function UploadPage({ mechanism, plan, query, waiting, state }: UploadPageProps) {
  const { t } = usePage();
  const { encoding, back } = query;
  const home = plan ? `/plans/${plan.id}` : `/mechanisms/${mechanism.id}/plans`;
  const page = plan ? `/plans/${plan.id}/import` : `/mechanisms/${mechanism.id}/plans/import`;
  const address = (characters: string | null) => {
    const said = new URLSearchParams({
      ...(characters && { encoding: characters }),
      ...(back && { back }),
    }).toString();
    return said ? `${page}?${said}` : page;
  };
  return (
    <Layout
      title={t(plan ? 'exchange.import.intoPlan' : 'exchange.import.newPlan')}
      crumbs={useCrumbs(mechanism, plan)}
      help="import"
    >
      <p>{t('exchange.import.intro')}</p>
      <Form
        action={address(encoding)}
        state={isOfPaste(state) ? emptyForm() : state}
        submit={t('exchange.import.read')}
        cancel={back ?? home}
        upload
      >
        <FileField
          name="file"
          label={t('exchange.import.file')}
          hint={t('exchange.import.fileHint', { maximum: LIMITS.bytes / 1_000_000 })}
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,.json"
          required
        />
      </Form>
      <PasteForm action={address(encoding)} state={state} />
      <WaitingFiles waiting={waiting} />
      <Encodings address={address} encoding={encoding} />
    </Layout>
  );
}

/** A table from Excel, Word or a mail, without a file: it goes the same way. */
function PasteForm({ action, state }: { action: string; state: FormState }) {
  const { t } = usePage();
  const own = isOfPaste(state) ? state : emptyForm();
  return (
    <section>
      <h2>{t('exchange.paste.title')}</h2>
      <Form
        action={action}
        state={own}
        submit={t('exchange.paste.read')}
        second
        attributes={{ class: 'form paste' }}
      >
        <TextArea
          name="text"
          label={t('exchange.paste.field')}
          hint={t('exchange.paste.hint')}
          rows={8}
          required
        />
        <Hidden name="table" value={typeof own.values.table === 'string' ? own.values.table : ''} />
      </Form>
      <script type="module" src={PASTE_SCRIPT} />
    </section>
  );
}

/** Two forms stand on the page: whether what was sent came from this one. */
const isOfPaste = ({ values }: FormState) => 'text' in values;

function WaitingFiles({ waiting }: { waiting: Waiting[] }) {
  const { t, moment } = usePage();
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>{t('exchange.waiting.title')}</h2>
      <p class="hint">{t('exchange.waiting.hint')}</p>
      <ul>
        {waiting.map(({ id, fileName, createdAt }) => (
          <li key={id}>
            <a href={`/plan-imports/${id}`}>
              <bdi>{fileName}</bdi>
            </a>{' '}
            <span class="quiet">{moment(createdAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A form that sends a file carries nothing else, so the characters are chosen before, in the address. */
function Encodings({
  address,
  encoding,
}: {
  address: (encoding: string | null) => string;
  encoding: string | null;
}) {
  const { t } = usePage();
  return (
    <details open={encoding !== null}>
      <summary>{t('exchange.import.encoding')}</summary>
      <p class="hint">{t('exchange.import.encodingHint')}</p>
      <ul class="plain sorts">
        {[null, ...ENCODINGS].map((one) => (
          <li key={one ?? ''}>
            <a href={address(one)} aria-current={one === encoding ? 'true' : undefined}>
              {one ? encodingLabel(one, t) : t('exchange.encoding.auto')}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function useCrumbs(mechanism: Mechanism, plan: Plan | null) {
  const { language } = usePage();
  return [
    { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
    ...(plan ? [{ label: rendition(plan.title, language).text, href: `/plans/${plan.id}` }] : []),
  ];
}

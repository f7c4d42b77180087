import { Hidden, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { QUESTIONS_SHOWN } from '../../import.dto.js';
import { useLabel } from '../../match/use-labels.js';
import type { Asked } from '../questions.js';
import { useMessage } from '../../views/use-message.js';

/** What a person is asked about cells, each with what it may be; nothing is changed that nobody chose. */
export function Questions({ id, asked, state }: { id: string; asked: readonly Asked[]; state: FormState }) {
  const { t } = usePage();
  if (asked.length === 0) return null;
  const shown = asked.slice(0, QUESTIONS_SHOWN);
  const open = asked.filter(({ answer }) => answer === undefined).length;
  const own = isOfAnswers(state) ? state : emptyForm();
  return (
    <section id="questions">
      <h2>{t('exchange.questions.title')}</h2>
      <p>{t(open > 0 ? 'exchange.questions.open' : 'exchange.questions.answered', { count: open })}</p>
      <Form action={`/plan-imports/${id}/answers`} state={own} submit={t('exchange.questions.take')}>
        {shown.map((one, index) => (
          <OneQuestion key={`${one.use} ${one.key}`} asked={one} index={index} state={own} />
        ))}
      </Form>
      {asked.length > shown.length && (
        <p class="quiet">{t('exchange.questions.more', { count: asked.length - shown.length })}</p>
      )}
    </section>
  );
}

/** Two forms stand on the page: whether what was sent came from this one. */
export const isOfAnswers = ({ values }: FormState) => 'answers' in values;

function OneQuestion({ asked, index, state }: { asked: Asked; index: number; state: FormState }) {
  const { t, language } = usePage();
  const textOf = useMessage();
  const { use, key, text, offers, asItIs, likely, message, rows, answer } = asked;
  const name = `answers.${index}`;
  const sent = (state.values.answers as Record<number, { becomes?: string }> | undefined)?.[index];
  const chosen = sent?.becomes ?? answer ?? likely;
  const known = asItIs === false ? [...offers] : [...offers, text];
  const options = answer === undefined || known.includes(answer) ? known : [...known, answer];
  return (
    <fieldset class="field group">
      <legend>
        {useLabel(use, t, language)}: <bdi>{text || t('exchange.questions.empty')}</bdi>
      </legend>
      <p class="hint">
        {textOf(message)} {t('exchange.questions.rows', { count: rows.length, rows: listed(rows) })}
      </p>
      <Hidden name={`${name}.use`} value={use} />
      <Hidden name={`${name}.key`} value={key} />
      <div class="choices">
        {options.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name={`${name}.becomes`} value={one} checked={one === chosen} />
            <span>
              <bdi>{one || t('exchange.questions.empty')}</bdi>
              {one === text && <small class="quiet">{t('exchange.questions.asItIs')}</small>}
              {one === likely && <small class="quiet">{t('exchange.questions.likely')}</small>}
            </span>
          </label>
        ))}
      </div>
      <TextField name={`${name}.other`} label={t('exchange.questions.other')} />
    </fieldset>
  );
}

/** Rows by number, as many as can be read. */
const listed = (rows: readonly number[]) => rows.slice(0, 5).join(', ') + (rows.length > 5 ? ' …' : '');

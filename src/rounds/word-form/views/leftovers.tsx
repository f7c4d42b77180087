import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Hidden, Select, TextArea } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { isEditable } from '../../../progress/entries/entry.workflow.js';
import type { QuestionAnswerWithPrevious } from '../../answers/addressee-answers.service.js';
import { questionTitle } from '../../round/round.view.js';
import { DROPPED, type FileReview } from '../reviewed-file.dto.js';

interface LeftoversProps {
  leftovers: FileReview['leftovers'];
  lines: QuestionAnswerWithPrevious[];
}

/** Texts of a file that were in no box: each is put to a question, or left out, by whoever reads it. */
export function Leftovers({ leftovers, lines }: LeftoversProps) {
  const { t, language } = usePage();
  const all = Object.entries(leftovers);
  if (all.length === 0) return null;
  const options = lines.flatMap(({ answer, question, entry, withheld }, index) => {
    if (answer.declinedAt || withheld || (entry && !isEditable(entry.state))) return [];
    const { code, text } = questionTitle(question, language);
    const title = `${code} ${text}`.trim();
    const label = t('answering.leftQuestion', { number: index + 1, title: beginning(title) });
    return [{ value: answer.id, label }];
  });
  return (
    <section class="card" id="leftovers">
      <h2>{t('answering.left')}</h2>
      <p>{t('answering.leftText')}</p>
      {all.map(([number, { text, place, question }]) => {
        const name = `file.leftovers.${number}`;
        const isUnknown = !question && (place === 'box' || place === 'beside');
        const where = `answering.place.${isUnknown ? 'unmarked' : place}` as TextKey;
        return (
          <div key={number} class="leftover">
            <TextArea
              name={`${name}.text`}
              label={t(where, { number: Number(question) })}
              rows={Math.min(10, text.split('\n').length + 1)}
              required
            />
            <Hidden name={`${name}.place`} value={place} />
            {question && <Hidden name={`${name}.question`} value={question} />}
            <Select
              name={`${name}.to`}
              label={t('answering.leftTo')}
              empty={t('answering.leftChoose')}
              options={[...options, { value: DROPPED, label: t('answering.leftDrop') }]}
              required
            />
          </div>
        );
      })}
    </section>
  );
}

/** Isolated: a title in another script would turn the words around it. */
const beginning = (title: string) =>
  `\u2068${title.length <= 70 ? title : `${title.slice(0, 70).trimEnd()}…`}\u2069`;

import { directionOf } from '../../i18n/i18n.js';
import { codeInText } from '../../i18n/isolated.js';
import { rendition } from '../../i18n/localized.js';
import { usePage } from '../page-context.js';
import { beginning } from '../prose.js';
import type { Choosable } from './choosable.js';

/** Of a longer title the beginning tells which one it is. */
const MOST = 110;

/** A code and the beginning of the title behind it, as one; the script reads what is chosen from it. */
export function ChoosableName({ one, id, whole }: { one: Choosable; id?: string; whole?: boolean }) {
  const { language: reader } = usePage();
  const { text, language } = rendition(one.title, reader);
  return (
    <bdi id={id} dir={directionOf(language)} lang={language === reader ? undefined : language}>
      {one.code && (
        <>
          <b>{codeInText(one.code)}</b>{' '}
        </>
      )}
      {beginning(text, whole ? Infinity : MOST)}
    </bdi>
  );
}

interface ChooseRowsProps {
  name: string;
  rows: readonly Choosable[];
  /** Those on top of the form already, which say here only where they stand. */
  above?: ReadonlySet<string>;
}

/** All of a list: boxes in groups, each under what heads it. A script adds a field to narrow it by. */
export function ChooseRows({ name, rows, above }: ChooseRowsProps) {
  const { t } = usePage();
  if (rows.length === 0) return <p class="quiet">{t('list.empty')}</p>;
  return (
    <div class="choose-list" data-rows>
      <p class="choose-find" hidden>
        <input
          type="search"
          aria-label={t('choose.find')}
          placeholder={t('choose.find')}
          autocomplete="off"
        />
      </p>
      <p class="hint" data-shown role="status" />
      <div class="choose-rows">
        {groupsOf(rows).map((group) => {
          const [head] = group as [Choosable];
          const heads = group.length > 1;
          const id = heads ? `g-${head.value}` : undefined;
          return (
            <div key={head.value} {...(heads && { role: 'group' as const, 'aria-labelledby': id })}>
              {group.map((one) => (
                <label key={one.value} class={one.depth > 0 ? `choice d${Math.min(one.depth, 4)}` : 'choice'}>
                  {!one.heading && !above?.has(one.value) && (
                    <input type="checkbox" name={name} value={one.value} />
                  )}
                  <ChoosableName one={one} id={one === head ? id : undefined} />
                </label>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function groupsOf(rows: readonly Choosable[]): Choosable[][] {
  const groups: Choosable[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (row.depth > 0 && last) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

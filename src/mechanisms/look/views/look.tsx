import { Conflict, Form } from '../../../platform/web/form.js';
import { FileField, Hidden, TextField } from '../../../platform/web/fields.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { isolated } from '../../../platform/i18n/isolated.js';
import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { crumbsOf } from '../../mechanism/views/parts.js';
import { accentIn, DARK, LIGHT } from '../colours.js';
import { lookIn } from '../look.js';

/** Until one is chosen, the field has the colour of the product. */
const OURS = '#0b5d66';

interface LookPageProps {
  mechanism: Mechanism;
  state: FormState;
  file: FormState;
}

/** A mechanism's own logo and colour, and how both look in either theme. */
export function LookPage({ mechanism, state, file }: LookPageProps) {
  const { t } = usePage();
  const home = `/mechanisms/${mechanism.id}`;
  const version = (state.conflict?.current as Mechanism | undefined)?.version ?? mechanism.version;
  return (
    <Layout
      title={t('look.title')}
      crumbs={[...crumbsOf(t, mechanism), { label: t('section.settings'), href: `${home}/settings` }]}
    >
      <p class="quiet">{t('look.text')}</p>
      <Conflict state={state} />
      <h2>{t('look.colour')}</h2>
      <Preview mechanism={mechanism} />
      <Form action={`${home}/look`} state={withColour(state)} submit={t('look.colour.save')}>
        <Hidden name="version" value={version} />
        <TextField
          name="colour"
          type="color"
          label={t('look.colour.choose')}
          hint={t('look.colour.hint')}
          required
        />
      </Form>
      {mechanism.colour && (
        <PostButton
          action={`${home}/look`}
          label={t('look.colour.ours')}
          quiet
          fields={{ colour: '', version }}
        />
      )}
      <h2>{t('look.logo')}</h2>
      <LogoForms {...{ mechanism, state, file, version, home }} />
    </Layout>
  );
}

const withColour = (state: FormState): FormState => ({
  ...state,
  values: { ...state.values, colour: state.values.colour || OURS },
});

/** Parts of a page in both themes; the sheet of this mechanism is on this page too. */
function Preview({ mechanism }: { mechanism: Mechanism }) {
  const { t, language } = usePage();
  const { colour } = mechanism;
  if (!colour) return <p>{t('look.colour.none')}</p>;
  const logo = lookIn(language, mechanism)?.logo;
  const themes = [
    { theme: 'light', accent: accentIn(colour, LIGHT).accent, name: t('look.light') },
    { theme: 'dark', accent: accentIn(colour, DARK).accent, name: t('look.dark') },
  ] as const;
  return (
    <div class="look-themes" id="look-sample">
      {themes.map(({ theme, accent, name }) => (
        <section key={theme} class="guide-frame" data-theme={theme}>
          <h3>{name}</h3>
          {logo && <img class="place-logo" {...logo} alt="" />}
          <p>
            <span class="button">{t('look.sample.button')}</span>{' '}
            <a href="#look-sample">{t('look.sample.link')}</a> <span class="tag">{t('look.sample.tag')}</span>
          </p>
          <p class="quiet">
            {t(accent === colour ? 'look.asChosen' : 'look.adapted', {
              colour: isolated(colour),
              accent: isolated(accent),
            })}
          </p>
        </section>
      ))}
    </div>
  );
}

function LogoForms(props: LookPageProps & { version: number; home: string }) {
  const { t, language } = usePage();
  const { mechanism, state, file, version, home } = props;
  const logo = lookIn(language, mechanism)?.logo;
  const languages = LANGUAGES.filter((one) => mechanism.languages.includes(one));
  return (
    <>
      {logo && (
        <p>
          <img class="place-logo" src={logo.src} width={logo.width} height={logo.height} alt={logo.text} />
        </p>
      )}
      <Form
        action={`${home}/logo`}
        state={file}
        submit={t(logo ? 'look.logo.replace' : 'look.logo.add')}
        second
        upload
      >
        <FileField
          name="file"
          label={t('look.logo.file')}
          hint={t('look.logo.hint')}
          accept=".png,.jpg,.jpeg,.webp,.svg"
          required
        />
      </Form>
      {logo && (
        <>
          <Form action={`${home}/look`} state={state} submit={t('look.logo.saveText')} second>
            <Hidden name="version" value={version} />
            <LocalizedFields
              name="logoText"
              label={t('look.logo.says')}
              hint={t('look.logo.saysHint', { name: mechanism.shortName })}
              languages={languages}
            />
          </Form>
          <PostButton action={`${home}/logo/removal`} label={t('look.logo.remove')} danger />
        </>
      )}
    </>
  );
}

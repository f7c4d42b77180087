import sharp from 'sharp';
import type { Indicator, Reading } from '../../../indicators/indicator.entity.js';
import { pictureOf } from '../../../indicators/indicator.view.js';
import { membershipMap } from '../../../mechanisms/map/membership-map.js';
import { nameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Picture } from '../../../platform/documents/document.js';
import { directionOf, translator } from '../../../platform/i18n/i18n.js';
import { yearSvg } from '../../../platform/web/charts/year-svg.js';
import { LOOKS } from '../../../platform/web/charts/chart-option.js';
import type { Content } from '../../templates/template.js';
import { type DocumentAsk, languagesOf } from '../ask.js';
import type { DocumentFacts, MechanismFacts } from '../facts/document-facts.js';
import { rendition } from '../../../platform/i18n/localized.js';
import type { Material } from './material.js';
import { timelineSvg } from './timeline-svg.js';

type Drawn = { name: string; svg: (language: string) => string | null; text: (language: string) => string };

/** Sharp on paper, and light enough for a document of many. */
const DENSITY = 2;

/** The pictures of these contents, each in the languages of the document; what cannot be drawn is left out. */
export async function picturesFor(
  ask: DocumentAsk,
  contents: readonly Content[],
  facts: DocumentFacts,
  material: Pick<Material, 'items' | 'indicators'>,
): Promise<NonNullable<Material['pictures']>> {
  const has = (kind: Content['kind']) => contents.some((one) => one.kind === kind);
  const drawn: Drawn[] = [
    ...(has('map') ? [mapDrawn(facts.mechanism)] : []),
    ...(has('timeline') && material.items ? [timelineDrawn(facts, material.items)] : []),
    ...(has('indicators') ? (material.indicators ?? []).map(chartDrawn) : []),
  ];
  const pictures = new Map<string, Map<string, Picture>>();
  for (const { name, svg, text } of drawn) {
    const byLanguage = new Map<string, Picture>();
    for (const language of languagesOf(ask)) {
      const source = svg(language);
      if (source) byLanguage.set(language, await pngOf(source, text(language)));
    }
    if (byLanguage.size > 0) pictures.set(name, byLanguage);
  }
  return pictures;
}

/** Drawn in a thread of the library; the words of a picture are figures and codes alone. */
async function pngOf(svg: string, text: string): Promise<Picture> {
  const { data, info } = await sharp(Buffer.from(svg), { density: 72 * DENSITY })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return {
    base64: data.toString('base64'),
    width: Math.round(info.width / DENSITY),
    height: Math.round(info.height / DENSITY),
    text,
  };
}

const mapDrawn = ({ named, members, observers }: MechanismFacts): Drawn => ({
  name: 'map',
  svg: () =>
    membershipMap(
      new Map([
        ...observers.map((code) => [code, 'observer'] as const),
        ...members.map((code) => [code, 'member'] as const),
      ]),
      'light',
    ),
  text: (language) =>
    translator(language)('say.map.text', { name: nameIn('shortName', named, language).text }),
});

const timelineDrawn = (facts: DocumentFacts, items: NonNullable<Material['items']>): Drawn => ({
  name: 'timeline',
  svg: (language) => timelineSvg(facts, items, directionOf(language) === 'rtl'),
  text: (language) => translator(language)('say.timeline.text'),
});

const chartDrawn = ({
  indicator,
  readings,
}: {
  indicator: Indicator;
  readings: readonly Reading[];
}): Drawn => ({
  name: indicator.id,
  svg: (language) => {
    // A single point is said in the table.
    if (readings.length < 2) return null;
    const { baseline, level, targets, readings: runs } = pictureOf(indicator, readings);
    return yearSvg(
      [
        { key: 'baseline', label: '', look: LOOKS.origin, runs: [baseline], level },
        { key: 'targets', label: '', look: LOOKS.aim, runs: [targets] },
        { key: 'readings', label: '', look: LOOKS.main, runs },
      ],
      { language, mirrored: directionOf(language) === 'rtl', width: 640, height: 260 },
    );
  },
  text: (language) =>
    translator(language)('say.indicator.text', { name: rendition(indicator.title, language).text }),
});

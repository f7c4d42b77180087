import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/**
 * Features in their order: each imports from those above it and never from one below. With the platform its rooms, in
 * their order, which hold the same among themselves; files beside them are what the rooms share. The rooms of another
 * feature are the nouns of one whole, whose pages show each other: for them it is enough that no files form a circle.
 */
const LAYOUT: Record<string, readonly string[]> = {
  platform: [
    'i18n',
    'database',
    'start',
    'spreadsheets',
    'documents',
    'files',
    'search',
    'http',
    'queue',
    'mail',
    'web',
  ],
  accounts: [],
  audit: [],
  framework: [],
  mechanisms: [],
  plans: [],
  exchange: [],
  'plan-table': [],
  indicators: [],
  meetings: [],
  gate: [],
  conversations: [],
  progress: [],
  tracking: [],
  practices: [],
  support: [],
  rounds: [],
  reminders: [],
  clearance: [],
  reviews: [],
  search: [],
  help: [],
};
/** They put the features together, and see all of them. */
const ABOVE = ['', 'commands', 'demo'];
/** Texts, which the platform reads. */
const TEXTS = 'locales';

const SOURCE = join(import.meta.dirname, '../../src');

interface Import {
  to: string;
  /** A type is gone when the code runs. */
  typeOnly: boolean;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.(spec|d)\.tsx?$/.test(file),
);
const texts = new Map(files.map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')]));
const imports = new Map([...texts].map(([file, text]) => [file, importsIn(file, text)]));

/** Files of the house that a file imports or passes on. */
function importsIn(file: string, text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?'(\.[^']+)'/gm);
  const dynamic = text.matchAll(/\bimport\('(\.[^']+)'\)/g);
  return [
    ...[...statements].map(([, type, names = '', path]) => ({
      path: path!,
      typeOnly: type !== undefined || /^\{(\s*type \w+( as \w+)?,?)+\s*\}$/.test(names),
    })),
    ...[...dynamic].map(([, path]) => ({ path: path!, typeOnly: false })),
  ].flatMap(({ path, typeOnly }) => {
    const to = fileOf(normalize(join(dirname(file), path)));
    return to ? [{ to, typeOnly }] : [];
  });
}

function fileOf(path: string): string | undefined {
  return [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')].find((one) => texts.has(one));
}

const featureOf = (file: string) => (file.includes('/') ? file.split('/')[0]! : '');

/** The room a file lies in; empty beside the rooms. */
const roomOf = (file: string) => {
  const room = file.split('/')[1] ?? '';
  return LAYOUT[featureOf(file)]?.includes(room) ? room : '';
};

/** What every import is that breaks a rule. */
const broken = (rule: (from: string, target: Import) => boolean): string[] =>
  [...imports].flatMap(([file, targets]) =>
    targets.filter((target) => !rule(file, target)).map(({ to }) => `${file} imports ${to}`),
  );

/** Circles of a graph, each once, as the names in it. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, path: string[]): void => {
    if (path.includes(node)) found.push([...path.slice(path.indexOf(node)), node].join(' → '));
    if (path.includes(node) || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}

describe('imports', () => {
  it('finds files and imports at all', () => {
    expect(files.length).toBeGreaterThan(700);
    const all = [...imports.values()].flat();
    expect(all.length).toBeGreaterThan(4000);
    expect(all.filter(({ typeOnly }) => typeOnly).length).toBeGreaterThan(500);
  });

  it('knows every folder', () => {
    const known = [...Object.keys(LAYOUT), ...ABOVE, TEXTS];
    expect([...new Set(files.map(featureOf))].filter((feature) => !known.includes(feature))).toEqual([]);
    const rooms = Object.entries(LAYOUT).flatMap(([feature, names]) =>
      names.map((name) => `${feature}/${name}`),
    );
    expect(rooms.filter((room) => !existsSync(join(SOURCE, room)))).toEqual([]);
  });

  it('run one way between features', () => {
    const order = Object.keys(LAYOUT);
    const rule = (from: string, { to }: Import) => {
      const [here, there] = [featureOf(from), featureOf(to)];
      if (here === there || ABOVE.includes(here)) return true;
      if (here === 'platform' || here === TEXTS)
        return there === TEXTS || (here === TEXTS && there === 'platform');
      return order.includes(there) && order.indexOf(there) < order.indexOf(here);
    };
    expect(broken(rule)).toEqual([]);
  });

  // A type may be named against the order: a piece of the platform says what it is given by another.
  it('run one way between the rooms of a feature', () => {
    const rule = (from: string, { to, typeOnly }: Import) => {
      const feature = featureOf(from);
      const order = ['', ...(LAYOUT[feature] ?? [])];
      if (featureOf(to) !== feature || typeOnly || /\.module\.ts$/.test(from)) return true;
      return order.indexOf(roomOf(to)) <= order.indexOf(roomOf(from));
    };
    expect(broken(rule)).toEqual([]);
  });

  it('form no circle of files, not even of types', () => {
    const graph = new Map([...imports].map(([file, targets]) => [file, targets.map(({ to }) => to)]));
    expect(circlesOf(graph)).toEqual([]);
  });

  it('of services lead to no view', () => {
    // What holds JSX is presentation; a panel and a page choose what to show; a module registers panels.
    const shows = (file: string) =>
      isView(file) || /\.tsx$|\.pages\.ts$|\.panels?\.ts$|\.module\.ts$/.test(file);
    expect(broken((from, { to }) => shows(from) || !isView(to))).toEqual([]);
  });

  it('of views lead to no service', () => {
    // The type of what a service answers is what a view is given.
    const rule = (from: string, { to, typeOnly }: Import) => !isView(from) || typeOnly || !isInjected(to);
    expect(broken(rule)).toEqual([]);
  });

  it('read the environment in one file', () => {
    expect(files.filter((file) => texts.get(file)!.includes('process.env'))).toEqual(['platform/config.ts']);
  });
});

const isView = (file: string) => /\/views\//.test(file);
/** Services, controllers and modules: what Nest makes. */
const isInjected = (file: string) => /^@(Injectable|Controller|Module)\(/m.test(texts.get(file)!);

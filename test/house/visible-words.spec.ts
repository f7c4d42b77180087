import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { DEEDS } from '../../src/gate/deeds.data.js';

/*
 * A delegation's words become visible to others on one way: DelegationGate. This finds every place in the source that
 * writes to what holds such words or says who sees them, and asks that each is known here: as what a deed does, or as
 * what opens nothing. Another way is another place.
 */

const SOURCE = join(import.meta.dirname, '../../src');

/** What holds words of delegations, and who sees them. */
const ENTITIES = new Set([
  'Entry',
  'EntryItem',
  'EntryVersion',
  'EntryEvidence',
  'Evidence',
  'Disclosure',
  'EntrySummary',
  'Practice',
  'PracticeShare',
  'PracticeReviewer',
  'PracticeComment',
  'SupportRequest',
  'SupportOffer',
  'ConversationMessage',
]);
const TABLES =
  'entry|entry_item|entry_version|entry_evidence|evidence|entry_disclosure|entry_wording|practice|practice_share|practice_reviewer|practice_comment|support_request|support_offer|conversation_message';

const ENTRIES = 'progress/entries';

/** Done by a deed alone: who may call it. */
const OPENS: Record<string, { writes: string[]; callers: string[] }> = {
  [`${ENTRIES}/insert-entry.ts insertVersion`]: {
    writes: ['insertAll EntryVersion', 'insertAll EntryEvidence'],
    callers: ['progress/deeds/submit-entry.service.ts performSubmission'],
  },
  'progress/deeds/submit-entry.service.ts performSubmission': {
    writes: ['change Entry'],
    callers: ['progress/deeds/entry.deeds.tsx onModuleInit'],
  },
  [`${ENTRIES}/disclosures.service.ts setUse`]: {
    writes: ['update Disclosure'],
    // `disclose` itself only narrows, and sets what nobody knows of yet.
    callers: [`${ENTRIES}/disclosures.service.ts disclose`, `${ENTRIES}/disclosures.service.ts performUse`],
  },
  [`${ENTRIES}/disclosures.service.ts performUse`]: {
    writes: [],
    callers: ['progress/deeds/entry.deeds.tsx onModuleInit'],
  },
  'progress/links/links.service.ts setLink': {
    writes: ['change Disclosure', 'insert Disclosure'],
    // `link` itself only for what nobody knows of yet, and for the working text.
    callers: ['progress/links/links.service.ts link', 'progress/links/links.service.ts performLink'],
  },
  'progress/links/links.service.ts performLink': {
    writes: [],
    callers: ['progress/deeds/entry.deeds.tsx onModuleInit'],
  },
  'progress/summaries/summaries.service.ts performSummary': {
    writes: ['insert EntrySummary'],
    callers: ['progress/deeds/entry.deeds.tsx onModuleInit'],
  },
  'practices/practice-moves.service.ts performOffer': {
    writes: [],
    callers: ['practices/deeds/practice.deeds.tsx onModuleInit'],
  },
  'practices/practice-moves.service.ts setAudience': {
    writes: ['update Practice', 'insert PracticeShare'],
    // `share` itself only takes somebody out.
    callers: ['practices/practice-moves.service.ts share', 'practices/deeds/practice.deeds.tsx onModuleInit'],
  },
  'support/support.service.ts performChange': {
    writes: [],
    // `ask` and `release` themselves only what nobody reads more by.
    callers: [
      'support/support.deeds.tsx onModuleInit',
      'support/support.service.ts ask',
      'support/support.service.ts release',
    ],
  },
  'support/support.service.ts save': {
    writes: ['change SupportRequest'],
    callers: ['support/support.service.ts performChange'],
  },
  'conversations/conversations.service.ts performMessage': {
    writes: ['insert ConversationMessage'],
    callers: ['conversations/conversations.service.ts onModuleInit'],
  },
  'practices/review/review.service.ts performComment': {
    writes: ['insert PracticeComment'],
    callers: ['practices/review/review.service.ts onModuleInit'],
  },
};

/** Opens nothing: why. */
const HARMLESS: Record<string, { writes: string[]; why: string }> = {
  [`${ENTRIES}/insert-entry.ts insertDraft`]: {
    writes: ['insertAll Entry', 'insertAll Disclosure'],
    why: 'a draft, closed to all but its reporter',
  },
  [`${ENTRIES}/insert-entry.ts insertItems`]: {
    writes: ['insertAll EntryItem'],
    why: 'of a text that is the working text, or is opened by its caller: a version or a link',
  },
  [`${ENTRIES}/progress.service.ts save`]: { writes: ['change Entry'], why: 'the working text' },
  [`${ENTRIES}/progress.service.ts move`]: {
    writes: ['change Entry', 'update Entry'],
    why: 'withdraws, or opens the working text to its own people again',
  },
  [`${ENTRIES}/progress.service.ts withdraw`]: { writes: ['update EntryVersion'], why: 'closes' },
  [`${ENTRIES}/progress.service.ts revise`]: {
    writes: ['update Disclosure'],
    why: 'nothing is answered any more',
  },
  [`${ENTRIES}/disclosures.service.ts set`]: {
    writes: ['change Disclosure'],
    why: 'a secretariat takes in what was submitted, as far as it was opened with it',
  },
  [`${ENTRIES}/disclosures.service.ts atHome`]: {
    writes: ['change Entry', 'update Entry', 'update EntryVersion'],
    why: 'the same',
  },
  'progress/acceptance/acceptance-undo.service.ts take': {
    writes: ['change Disclosure', 'change Entry', 'update EntryVersion'],
    why: 'a first acceptance that nobody else could read by; it closes',
  },
  'progress/evidence/evidence.service.ts addAgain': {
    writes: ['insert EntryEvidence'],
    why: 'with the working text',
  },
  'progress/evidence/evidence.service.ts insert': {
    writes: ['insert Evidence', 'insert EntryEvidence'],
    why: 'with the working text',
  },
  'progress/summaries/outdate-summaries.ts outdate': { writes: ['update EntrySummary'], why: 'out of use' },
  'progress/summaries/summaries.service.ts suggest': {
    writes: ['insert EntrySummary'],
    why: 'the secretariat’s own words, which the reporter alone decides on',
  },
  'progress/summaries/summaries.service.ts decide': {
    writes: ['change EntrySummary'],
    why: 'only `approve` lets documents use it: see MOVES',
  },
  'practices/practices.service.ts create': { writes: ['insert Practice'], why: 'a draft' },
  'practices/practices.service.ts update': {
    writes: ['change Practice'],
    why: 'only in states in which the owner alone reads it',
  },
  'practices/practice-moves.service.ts move': {
    writes: ['change Practice'],
    why: 'only `offer` and `share` open anything: see MOVES',
  },
  'practices/practice-moves.service.ts withdraw': { writes: ['update Practice'], why: 'closes' },
  'practices/review/review.service.ts ask': {
    writes: ['insert PracticeReviewer'],
    why: 'whom the secretariat asks is part of what an offer opens',
  },
  'support/support.service.ts create': {
    writes: ['insert SupportRequest'],
    why: 'open to its own State alone',
  },
  'support/support-offers.service.ts offer': {
    writes: ['insert SupportOffer'],
    why: 'words of a partner, which is no delegation',
  },
  'conversations/conversations.service.ts withdraw': {
    writes: ['update ConversationMessage'],
    why: 'takes its words away',
  },
};

/** Of helpers that move in several directions, those that open something, and who may ask for them. */
const MOVES: Record<string, Record<string, string>> = {
  'progress/summaries/summaries.service.ts decide': { approve: 'performSummary' },
  'practices/practice-moves.service.ts move': { offer: 'performOffer', share: 'setAudience' },
};

const WRITES = new Set([
  'insert',
  'update',
  'upsert',
  'save',
  'increment',
  'decrement',
  'change',
  'insertAll',
  'into',
  'restore',
]);
/** Reads, or takes away. */
const READS =
  /^(find\w*|count\w*|exists?\w*|maximum|minimum|sum|average|createQueryBuilder|from|addFrom|innerJoin\w*|leftJoin\w*|delete|remove|forFeature|lockSubject|nextIds|setLock|relation|fillColumn)$/;

interface Found {
  writes: Map<string, Set<string>>;
  /** Calls by the name of what is called, with the place they stand in and their literals. */
  calls: { name: string; of: string; first: string; place: string; literals: string[] }[];
  /** A watched entity in other hands than those of a call: a name for it, a list. */
  strange: string[];
}

const found: Found = { writes: new Map(), calls: [], strange: [] };
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);

function look(file: string): void {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  if (!NAMED.test(text)) return;
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  // The names under which this file knows the entities.
  const names = new Map<string, string>();
  for (const statement of tree.statements) {
    if (ts.isClassDeclaration(statement) && ENTITIES.has(statement.name?.text ?? ''))
      names.set(statement.name!.text, statement.name!.text);
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements)
      if (ENTITIES.has((propertyName ?? name).text)) names.set(name.text, (propertyName ?? name).text);
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) noteCall(file, node);
    if (ts.isIdentifier(node) && names.has(node.text)) noteUse(file, node, names.get(node.text)!);
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

function noteCall(file: string, node: ts.CallExpression): void {
  const { name, of } = calleeOf(node);
  const literals = node.arguments.filter(ts.isStringLiteralLike).map((one) => one.text);
  const first = node.arguments[0]?.getText() ?? '';
  found.calls.push({ name, of, first, place: `${file} ${placeOf(node)}`, literals });
}

function noteUse(file: string, node: ts.Identifier, entity: string): void {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isClassDeclaration(parent) || isType(node)) return;
  if (ts.isNewExpression(parent) || (ts.isArrowFunction(parent) && parent.body === node)) return;
  if (ts.isArrayLiteralExpression(parent) && ts.isCallExpression(parent.parent)) {
    if (calleeOf(parent.parent).name === 'forFeature') return;
  }
  if (ts.isCallExpression(parent)) {
    const { name } = calleeOf(parent);
    if (READS.test(name)) return;
    if (WRITES.has(name)) {
      const place = `${file} ${placeOf(node)}`;
      found.writes.set(place, (found.writes.get(place) ?? new Set()).add(`${name} ${entity}`));
      return;
    }
  }
  found.strange.push(`${file} ${placeOf(node)}: ${parent.getText().slice(0, 60)}`);
}

const isType = (node: ts.Node): boolean =>
  ts.isTypeNode(node.parent) ||
  ts.isTypeQueryNode(node.parent) ||
  ts.isExpressionWithTypeArguments(node.parent) ||
  ts.isQualifiedName(node.parent);

function calleeOf({ expression }: ts.CallExpression): { name: string; of: string } {
  if (ts.isPropertyAccessExpression(expression))
    return { name: expression.name.text, of: expression.expression.getText() };
  return { name: expression.getText(), of: '' };
}

/** The method or function that something stands in. */
function placeOf(node: ts.Node): string {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isMethodDeclaration(at) || ts.isFunctionDeclaration(at)) return at.name?.getText() ?? '';
    if (ts.isVariableStatement(at) && ts.isSourceFile(at.parent))
      return at.declarationList.declarations[0]!.name.getText();
  }
  return '';
}

/** A file that names none of all this has no part in it. */
const NAMED = new RegExp(
  `\\b(${[...ENTITIES, ...Object.keys(OPENS).map((place) => place.split(' ')[1]), 'gate', 'perform'].join('|')})\\b`,
);
for (const file of files) look(file);

const fileOf = (place: string) => place.split(' ')[0]!;
const nameOf = (place: string) => place.split(' ')[1]!;

describe('words of a delegation', () => {
  it('are looked for where they are', () => {
    expect(files.length).toBeGreaterThan(700);
    expect(found.calls.length).toBeGreaterThan(2000);
    const seen = [...found.writes.values()].flatMap((writes) => [...writes]).map((one) => one.split(' ')[1]);
    expect([...ENTITIES].filter((entity) => !seen.includes(entity))).toEqual([]);
  });

  it('are written in places that are known here, and in no other', () => {
    const known = Object.fromEntries(
      Object.entries({ ...OPENS, ...HARMLESS })
        .filter(([, { writes }]) => writes.length > 0)
        .map(([place, { writes }]) => [place, [...writes].sort()]),
    );
    const written = Object.fromEntries(
      [...found.writes].map(([place, writes]) => [place, [...writes].sort()]),
    );
    expect(written).toEqual(known);
  });

  it('are in nobody’s hands under another name, and in no statement of SQL', () => {
    expect(found.strange).toEqual([]);
    const texts = files.map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')] as const);
    const raw = new RegExp(`(INSERT\\s+(OR \\w+ )?INTO|UPDATE|REPLACE INTO)\\s+"?(${TABLES})"?[\\s(]`, 'i');
    expect(texts.filter(([, text]) => raw.test(text)).map(([file]) => file)).toEqual([]);
    const around = found.calls.filter(
      // Without the entity's name, what is saved could be anything.
      ({ name, of, first }) =>
        name === 'getRepository' || (name === 'save' && /manager$/i.test(of) && !/^[A-Z]\w*$/.test(first)),
    );
    expect(around.map(({ place }) => place)).toEqual([]);
  });

  it('are opened by the deeds alone', () => {
    for (const [place, { callers }] of Object.entries(OPENS)) {
      const name = nameOf(place);
      const here = found.calls.filter((call) => {
        if (call.name !== name) return false;
        // A name as common as `save` is told by whose it is.
        return call.of === 'this' || call.of === ''
          ? fileOf(call.place) === fileOf(place) || call.of === ''
          : isUnique(name);
      });
      expect({ place, callers: [...new Set(here.map((call) => call.place))].sort() }).toEqual({
        place,
        callers: [...callers].sort(),
      });
    }
  });

  it('are moved towards others by the deeds alone', () => {
    for (const [place, moves] of Object.entries(MOVES)) {
      const here = found.calls.filter(
        (call) => call.name === nameOf(place) && call.of === 'this' && fileOf(call.place) === fileOf(place),
      );
      for (const [move, by] of Object.entries(moves))
        expect(
          here.filter(({ literals }) => literals.includes(move)).map((call) => nameOf(call.place)),
        ).toEqual([by]);
      // A move that is not named where it is asked for could be any.
      expect(here.filter(({ literals }) => literals.length === 0)).toEqual([]);
    }
  });

  it('are performed for whom the keeper let pass', () => {
    const gates = found.calls.filter(
      ({ name, of }) => name === 'perform' && /gate$|performer|^this$/.test(of),
    );
    expect(gates.map(({ place }) => place).sort()).toEqual([
      'clearance/clearance.service.ts onward',
      'gate/delegation-gate.ts pass',
      'gate/delegation-gate.ts perform',
    ]);
    const added = found.calls.filter(({ name, of }) => name === 'add' && of === 'this.gate');
    expect(added.map(({ literals }) => literals[0]).sort()).toEqual(Object.keys(DEEDS).sort());
    expect(added.filter(({ place }) => nameOf(place) !== 'onModuleInit')).toEqual([]);
    const guards = found.calls.filter(({ name, of }) => name === 'guard' && of === 'this.gate');
    expect(guards.map(({ place }) => place)).toEqual(['clearance/clearance-gate.ts onModuleInit']);
  });
});

/** Performers have names that nothing else has, so a call of one is one whoever it is called on. */
const isUnique = (name: string) => /^(perform\w+|set\w+|insert\w+)$/.test(name);

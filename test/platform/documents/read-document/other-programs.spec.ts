import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Block, Document, PageBreak } from '../../../../src/platform/documents/document.js';
import { parseDocument } from '../../../../src/platform/documents/read-document/parse-document.js';
import { toDocx } from '../../../../src/platform/documents/to-docx.js';
import { EMPTY, unitAt } from '../../../support/any-document.js';
import { shown } from '../../../support/shown-document.js';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const exec = promisify(execFile);
const isThere = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const libreOffice = isThere('soffice', '--version') ? it : it.skip;
const pythonDocx = isThere('/usr/bin/python3', '-c', 'import docx') ? it : it.skip;

const documentIn = (language: 'en' | 'ar', [one, two, three]: [string, string, string]): Document => {
  const blocks: Exclude<Block, PageBreak>[] = [
    { type: 'heading', level: 1, lead: 'I.', text: one },
    {
      type: 'paragraph',
      numbered: true,
      key: 'key-1',
      runs: [
        {
          text: `${one} 45.5% `,
          footnote: [{ text: `${two} ` }, { text: 'A/73/195', link: 'https://un.org/a#b' }],
        },
        { text: 'Processus régional', language: 'fr', italic: true },
      ],
    },
    {
      type: 'paragraph',
      runs: [{ text: `${two} ` }, { text: '?', see: 'key-1' }, { text: '.', bold: true }],
    },
    {
      type: 'list',
      kind: 'letters',
      items: [
        {
          runs: [{ text: one }],
          list: {
            type: 'list',
            kind: 'bullets',
            items: [
              {
                runs: [{ text: two }],
                list: {
                  type: 'list',
                  kind: 'numbers',
                  start: 4,
                  items: [{ runs: [{ text: one }] }, { runs: [{ text: two }] }],
                },
              },
            ],
          },
        },
        { runs: [{ text: three, footnote: one }] },
      ],
    },
    { type: 'list', kind: 'numbers', items: [{ runs: [{ text: one }] }, { runs: [{ text: two }] }] },
    {
      type: 'table',
      caption: three,
      columns: [
        { label: one, width: 2 },
        { label: two, align: 'end' },
      ],
      rows: [
        [[{ text: one }], [{ text: '1,204' }]],
        [[{ text: 'Plan', language: 'fr' }], []],
      ],
    },
    { type: 'figure', caption: two, picture: { base64: PNG, width: 1, height: 1, text: three } },
    { type: 'paragraph', style: 'quote', runs: [{ text: `${one} (GCM 23) ${two}` }] },
  ];
  return {
    ...EMPTY,
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    blocks: blocks.map((block, index): Block => ({ ...block, unit: unitAt(Math.floor(index / 2)) })),
  };
};

const documents = [
  documentIn('en', ['States reported', 'See paragraph', 'Third']),
  documentIn('ar', ['أفادت الدول', 'انظر الفقرة', 'البند الثالث']),
];

async function throughProgram(document: Document, save: (file: string, folder: string) => Promise<unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'other-program-'));
  try {
    const file = join(folder, 'document.docx');
    writeFileSync(file, await toDocx(document, { layOut: false }));
    await save(file, folder);
    const { units } = parseDocument(readFileSync(join(folder, 'saved', 'document.docx')), 'a.docx');
    const blocks = units.flatMap(({ unit, blocks: own }) =>
      own.map((block) => ({ ...block, ...(unit && { unit }) })),
    );
    expect(shown({ ...document, blocks })).toEqual(shown(document));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

libreOffice.each(documents)(
  'is the same document after LibreOffice saved it ($language)',
  async (document) => {
    await throughProgram(document, (file, folder) =>
      exec(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          'docx',
          '--outdir',
          join(folder, 'saved'),
          file,
        ],
        { timeout: 60_000, killSignal: 'SIGKILL' },
      ),
    );
  },
  90_000,
);

pythonDocx.each(documents)(
  'is the same document after python-docx saved it ($language)',
  async (document) => {
    const program =
      'import docx, os, sys; os.makedirs(sys.argv[2]); docx.Document(sys.argv[1]).save(sys.argv[2] + "/document.docx")';
    await throughProgram(document, (file, folder) =>
      exec('/usr/bin/python3', ['-c', program, file, join(folder, 'saved')]),
    );
  },
  60_000,
);

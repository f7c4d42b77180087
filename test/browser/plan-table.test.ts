import type { Browser } from 'playwright-core';
import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { newPlan, type Person, programOf } from '../support/factories.js';
import { openBrowser, PHONE, PUBLIC_URL, Window } from './support.js';

let test: TestApp;
let browser: Browser;
let office: Person;
let plan: Plan;
let items: PlanItem[];
let window: Window;

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  browser = await openBrowser(test);
});
afterAll(async () => {
  await browser.close();
  await test.close();
});
beforeEach(async () => {
  ({
    plan,
    items,
    secretariat: office,
  } = await newPlan(
    test,
    'khartoum',
    ['1', '2', '3', '4'].map((code) => ({ code, title: `Item ${code}` })),
    { draft: true },
  ));
});
afterEach(() => window.close());

async function openTable(options: Parameters<typeof Window.of>[3] = {}): Promise<void> {
  window = await Window.of(browser, test, office, options);
  await window.open(`/plans/${plan.id}/table`);
}

const press = async (...keys: string[]) => {
  for (const key of keys) await window.page.keyboard.press(key);
};
const type = (text: string) => window.page.keyboard.type(text);
/** The cell of a column in a row, from 1. */
const cell = (column: string, row: number) =>
  window.page.locator(`#plan-table tbody tr:nth-child(${row}) td:nth-child(${COLUMNS.indexOf(column) + 2})`);
const COLUMNS = [
  'code',
  'title',
  'status',
  'when',
  'owners',
  'objectives',
  'principles',
  'currency',
  'needed',
  'pledged',
  'gap',
  'kind',
];
const texts = (column: string) => Promise.all(items.map((_, index) => cell(column, index + 1).textContent()));
const focused = () => window.page.evaluate<string>('document.activeElement.textContent');
const says = () => window.page.locator('#table-says').innerText();
/** Into the table: the first cell of it is where Tab leads. */
const enter = () => cell('code', 1).focus();
const paste = (type: string, block: string) =>
  window.page.evaluate(
    ([kind, text]) => {
      const page = globalThis as unknown as {
        document: { activeElement: { dispatchEvent(event: unknown): void } };
        DataTransfer: new () => { setData(kind: string, text: string): void };
        ClipboardEvent: new (name: string, options: object) => unknown;
      };
      const clipboardData = new page.DataTransfer();
      clipboardData.setData(kind!, text!);
      const options = { clipboardData, bubbles: true, cancelable: true };
      page.document.activeElement.dispatchEvent(new page.ClipboardEvent('paste', options));
    },
    [type, block],
  );
const stored = async (code: string) => {
  const api = await programOf(test, office);
  return (await api.api('GET', `/items/${items.find((item) => item.code === code)!.id}`)).json();
};

describe('the table by keyboard', () => {
  it('moves, types over, opens, leaves as it was, and goes on', async () => {
    await openTable();
    expect(await window.page.locator('#plan-table').getAttribute('role')).toBe('grid');
    await enter();
    await press('ArrowRight');
    await type('New title');
    await press('Enter');
    expect(await texts('title')).toEqual(['New title', 'Item 2', 'Item 3', 'Item 4']);
    expect(await focused()).toBe('Item 2');
    await press('F2', 'End');
    await type(' and more');
    await press('Tab');
    expect(await texts('title')).toEqual(['New title', 'Item 2 and more', 'Item 3', 'Item 4']);
    await type('ongoing');
    await press('Escape');
    expect(await cell('status', 2).textContent()).toBe('');
    await press('ArrowLeft', 'ArrowDown');
    await type('gone');
    await press('Escape');
    expect(await texts('title')).toEqual(['New title', 'Item 2 and more', 'Item 3', 'Item 4']);
    await press('Delete');
    expect(await texts('title')).toEqual(['New title', 'Item 2 and more', '', 'Item 4']);
    await press('Control+z');
    expect(await texts('title')).toEqual(['New title', 'Item 2 and more', 'Item 3', 'Item 4']);
    expect(await window.page.locator('.changed').count()).toBe(2);
    await window.look({ widths: [PHONE] });
  });

  it('leaves by Escape, and by Tab behind the last cell', async () => {
    await openTable();
    await enter();
    await press('Control+End', 'Tab');
    expect(await window.page.evaluate('document.activeElement.localName')).toBe('summary');
    await enter();
    await type('9');
    await press('Enter', 'Escape');
    expect(await focused()).toBe('Preview the changes');
  });

  it('fills down, from the selection or from the cell above', async () => {
    await openTable();
    await cell('objectives', 1).click();
    await type('9');
    await press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    expect(await texts('objectives')).toEqual(['9', '9', '9', '']);
    await cell('objectives', 4).click();
    await press('Control+d');
    expect(await texts('objectives')).toEqual(['9', '9', '9', '9']);
    await press('Control+z', 'Control+z');
    expect(await texts('objectives')).toEqual(['9', '', '', '']);
  });

  it('opens a cell at a second click, and keeps what was typed at a click elsewhere', async () => {
    await openTable();
    await cell('title', 2).click();
    await cell('title', 2).click();
    await press('Control+a');
    await type('Clicked');
    await cell('title', 3).click();
    expect(await texts('title')).toEqual(['Item 1', 'Clicked', 'Item 3', 'Item 4']);
  });

  it('goes where one reads in Arabic', async () => {
    await openTable({ language: 'ar', width: PHONE, dark: true });
    await enter();
    await press('ArrowLeft');
    expect(await focused()).toBe('Item 1');
    await press('ArrowRight');
    expect(await focused()).toBe('1');
    // Letters of another layout come as text in this browser; on a keyboard they open the cell as others do.
    await press('F2', 'Control+a');
    await type('أ');
    await press('Tab');
    expect(await texts('code')).toEqual(['أ', '2', '3', '4']);
    expect(await focused()).toBe('Item 1');
    await window.look();
  });
});

describe('a pasted block', () => {
  it('from a spreadsheet is laid over the cells from the current one on', async () => {
    await openTable();
    await cell('title', 2).focus();
    await paste('text/plain', 'Two\tongoing\t"Q3\n2027"\r\n"Three ""3"""\t\tyearly\r\n');
    expect(await texts('title')).toEqual(['Item 1', 'Two', 'Three "3"', 'Item 4']);
    expect(await texts('when')).toEqual(['', 'Q3\n2027', 'yearly', '']);
    expect(await says()).toBe('Cells written: 5');
    await press('Control+z');
    expect(await texts('title')).toEqual(['Item 1', 'Item 2', 'Item 3', 'Item 4']);
  });

  it('from Word is read from its table, with cells over several rows', async () => {
    await openTable();
    await cell('title', 1).focus();
    await paste(
      'text/html',
      `<html><body><!--StartFragment--><p>Before</p><table><tr><td rowspan="2"><p class=MsoNormal>Same
       for <b>both</b></p><p>and more</p></td><td>planned</td></tr><tr><td>on<br>going&nbsp;</td></tr></table>
       <script>document.title = 'ran'</script></body></html>`,
    );
    expect(await texts('title')).toEqual([
      'Same for both\nand more',
      'Same for both\nand more',
      'Item 3',
      'Item 4',
    ]);
    expect(await texts('status')).toEqual(['planned', 'on\ngoing', '', '']);
    expect(await window.page.title()).not.toBe('ran');
  });

  it('is refused as a whole where it does not fit, and says by how much', async () => {
    await openTable();
    await cell('title', 3).focus();
    await paste('text/plain', 'a\nb\nc');
    expect(await texts('title')).toEqual(['Item 1', 'Item 2', 'Item 3', 'Item 4']);
    expect(await window.page.locator('#table-says').textContent()).toContain(
      'the block has 3 rows and 1 columns',
    );
  });

  it('of one value goes into all that is selected', async () => {
    await openTable();
    await cell('kind', 1).click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await paste('text/plain', 'training');
    expect(await texts('kind')).toEqual(['training', 'training', 'training', '']);
  });

  it('copies what is selected, and pastes it elsewhere', async () => {
    await openTable();
    await cell('code', 1).click();
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    await cell('code', 3).click();
    await press('Control+v');
    expect(await texts('code')).toEqual(['1', '2', '1', '2']);
    expect(await texts('title')).toEqual(['Item 1', 'Item 2', 'Item 1', 'Item 2']);
  });
});

describe('what was typed', () => {
  it('is shown, put right, and saved', async () => {
    await openTable();
    await cell('status', 1).focus();
    await type('half done');
    await press('Enter');
    await cell('objectives', 2).click();
    await type('9a');
    await press('Enter');
    await window.press('Preview the changes', { status: 422, widths: [PHONE] });
    expect(await window.text()).toContain('1 row cannot be saved like this');
    await window.follow('Back to the table');
    expect(await texts('status')).toEqual(['half done', '', '', '']);
    expect(await says()).toBe('Changed cells: 2');
    await cell('status', 1).click();
    await type('ongoing');
    await press('Enter');
    await window.press('Preview the changes', { widths: [PHONE] });
    await window.press('Save these changes');
    expect(await window.text()).toContain('The changes have been saved.');
    expect(await texts('status')).toEqual(['Ongoing', '', '', '']);
    expect(await texts('objectives')).toEqual(['', '9(a)', '', '']);
    expect(await window.page.locator('.changed').count()).toBe(0);
    expect(await window.page.locator('#table-form').isHidden()).toBe(true);
    expect(await stored('2')).toMatchObject({ objectives: ['9(a)'], version: 2 });
  });

  it('is kept over a reload, and shown beside what somebody else wrote meanwhile', async () => {
    await openTable();
    await cell('title', 1).focus();
    await type('Mine');
    await press('Enter');
    const [item] = items;
    const title = { original: 'en', texts: { en: 'Theirs' } };
    const api = await programOf(test, office);
    await api.api('PATCH', `/items/${item!.id}`, { code: '1', title, version: 1 });
    await window.page.reload();
    expect(await texts('title')).toEqual(['Mine', 'Item 2', 'Item 3', 'Item 4']);
    expect(await says()).toContain('changed by somebody else');
    await window.press('Preview the changes', { status: 409 });
    expect(await window.text()).toMatch(/Theirs\s+Mine/);
    await window.press('Keep what I typed');
    await window.press('Save these changes');
    expect(await texts('title')).toEqual(['Mine', 'Item 2', 'Item 3', 'Item 4']);
  });

  it('is not taken where an adopted plan says it, and is where it does not', async () => {
    const api = await programOf(test, office);
    await api.api('POST', `/plans/${plan.id}/adoption`, { by: 'A meeting', on: '2027-01-15' });
    await openTable();
    await cell('title', 1).focus();
    await type('New');
    expect(await texts('title')).toEqual(['Item 1', 'Item 2', 'Item 3', 'Item 4']);
    await cell('status', 1).click();
    await type('ongoing');
    await press('Enter');
    await window.press('Preview the changes');
    await window.press('Save these changes');
    expect(await stored('1')).toMatchObject({ status: 'ongoing' });
  });

  it('goes into a field without JavaScript', async () => {
    await openTable({ javaScript: false });
    await window.page.getByText('Paste a block of cells').click();
    await window.page.getByLabel('First row').selectOption(items[2]!.id);
    await window.page.getByLabel('First column').selectOption('title.en');
    await window.type('Cells', 'Three\tongoing\nFour\tplanned');
    await window.press('Preview the changes');
    await window.press('Save these changes');
    expect(await stored('3')).toMatchObject({ status: 'ongoing', title: { texts: { en: 'Three' } } });
  });
});

it('a table from Word, pasted where plans are imported, keeps its merged cells', async () => {
  window = await Window.of(browser, test, office);
  await window.open(`/plans/${plan.id}/import`);
  const field = window.page.getByLabel('Rows copied from Excel, Word or a mail');
  await field.focus();
  const heads = '<tr><td class=x>Code</td><td>Title</td><td>Status</td></tr>';
  const section = '<tr><td colspan=3 style="mso-a:b"><p>Border management and more</p></td></tr>';
  const item = '<tr><td>9.1</td><td><p>Train the border staff</p></td><td>Planned</td></tr>';
  await paste('text/html', `<table>${heads}${section}${item}</table>`);
  expect(await field.inputValue()).toBe(
    'Code\tTitle\tStatus\nBorder management and more\t\t\n9.1\tTrain the border staff\tPlanned',
  );
  await window.press('Read the table');
  await window.press('Preview the import');
  const said = await window.page.locator('main').innerText();
  for (const text of ['Border management and more', 'Train the border staff']) expect(said).toContain(text);
});

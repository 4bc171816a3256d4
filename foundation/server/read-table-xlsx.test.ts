import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { type WorkbookParts, workbookOf, workbookParts, zipOf } from '../../tests/make-workbook.ts'
import { Refused } from '../refusal.ts'
import { isoFromSerial, numberKind } from './read-table/cell-value.ts'
import { plainNumber } from './read-table/plain-number.ts'
import type { TableRow } from './read-table/table.ts'
import { readTable, type TableOptions } from './read-table.ts'

async function readBytes(content: Uint8Array, options: TableOptions = {}) {
  const table = await readTable(Readable.from([content], { objectMode: true }), options)
  const rows: TableRow[] = []
  for await (const row of table.rows) rows.push(row)
  return { ...table, rows }
}

const readBook = (parts: WorkbookParts, options?: TableOptions) =>
  readBytes(workbookOf(parts), options)
const plain = (row: TableRow) =>
  'error' in row ? [row.row, row.error.key] : [row.row, ...Object.values(row.cells)]
const refusedWith = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key

/** A row of inline texts. */
const texts = (row: number, ...cells: readonly string[]) =>
  `<row r="${row}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`

test('texts: leading zeros kept, pinyin left out, formatted runs joined, escapes undone, prefixes passed over', async () => {
  const { headers, rows, format, encoding } = await readBook({
    texts:
      '<si><t>张三</t><rPh sb="0" eb="1"><t>zhāng</t></rPh></si>' +
      '<si><r><t>路</t></r><r><rPr><b/></rPr><t xml:space="preserve">灯 </t></r></si><si><t>一行_x000D_\n又_x005F_x0041_</t></si>',
    sheets: [
      {
        name: '诉求',
        rows:
          texts(1, '编号', '姓名', '内容', '补充', '行内') +
          '<x:row r="2"><x:c r="A2" t="str"><x:v>007</x:v></x:c><x:c r="B2" t="s"><x:v>0</x:v></x:c>' +
          '<x:c r="C2" t="s"><x:v>1</x:v></x:c><x:c r="D2" t="s"><x:v>2</x:v></x:c>' +
          '<x:c r="E2" t="inlineStr"><x:is><x:r><x:t>井</x:t></x:r><x:r><x:t>盖</x:t></x:r></x:is></x:c></x:row>',
      },
    ],
  })
  assert.equal(format, 'xlsx')
  assert.equal(encoding, null)
  assert.deepEqual(headers, ['编号', '姓名', '内容', '补充', '行内'])
  assert.deepEqual(rows.map(plain), [[2, '007', '张三', '路灯 ', '一行\n又_x0041_', '井盖']])
})

test('numbers, dates, times and truth values come as their users see them', async () => {
  const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`
  const { rows } = await readBook({
    formats: [
      { id: 0 },
      { id: 31 },
      { id: 22 },
      { id: 20 },
      { id: 46 },
      { id: 180, code: '000000' },
      { id: 181, code: 'yyyy"年"m"月"d"日"' },
    ],
    sheets: [
      {
        name: 'a',
        rows:
          texts(1, ...'abcdefghijkl') +
          `<row r="2">${[
            cell(0, '4.30111199001011E+17'),
            cell(0, '430111199001011234'),
            cell(0, '19.989999999999998'),
            cell(0, '1E-7'),
            cell(1, '46022'),
            cell(2, '46022.354166666664'),
            cell(3, '0.35416666666666669'),
            cell(4, '1.104166666666667'),
            cell(5, '1234'),
            cell(6, '46022'),
            '<c t="b"><v>1</v></c>',
            '<c t="d"><v>2026-01-01T08:30:00</v></c>',
          ].join('')}</row>`,
      },
    ],
  })
  assert.deepEqual(
    rows.map((row) => plain(row).slice(1)),
    [
      [
        '430111199001011000',
        '430111199001011234',
        '19.99',
        '0.0000001',
        '2025-12-31',
        '2025-12-31T08:30:00',
        '08:30:00',
        '26:30:00',
        '001234',
        '2025-12-31',
        'true',
        '2026-01-01T08:30:00',
      ],
    ],
  )
})

test('number formats: what is a date and what only looks like one', () => {
  const kind = (code: string) => numberKind(200, code).kind
  for (const code of [
    'yyyy-mm-dd',
    'm"月"d"日"',
    '[$-804]yyyy/m/d h:mm',
    'h:mm AM/PM',
    '[Red]d.m.yy;@',
  ]) {
    assert.equal(kind(code), 'moment', code)
  }
  for (const code of [
    'General',
    '0.00',
    '#,##0.00"days"',
    '0\\d',
    '[Red]0.0;[Blue]-0.0',
    '0.00E+00',
    '"¥"#,##0',
  ]) {
    assert.equal(kind(code), 'number', code)
  }
  assert.equal(kind('[h]:mm'), 'elapsed')
  for (const id of [14, 22, 27, 36, 47, 57]) assert.equal(numberKind(id).kind, 'moment', String(id))
  for (const id of [0, 1, 9, 44, 49]) assert.equal(numberKind(id).kind, 'number', String(id))
})

test('day numbers at the edges: 1900, the day that never was, the 1904 system, the end of years', () => {
  assert.equal(isoFromSerial(1, false), '1900-01-01')
  assert.equal(isoFromSerial(59, false), '1900-02-28')
  assert.equal(isoFromSerial(60, false), null)
  assert.equal(isoFromSerial(61, false), '1900-03-01')
  assert.equal(isoFromSerial(0, true), '1904-01-01')
  assert.equal(isoFromSerial(45_999.999_999_9, false), '2025-12-09')
  assert.equal(isoFromSerial(2_958_465, false), '9999-12-31')
  assert.equal(isoFromSerial(2_958_466, false), null)
  assert.equal(isoFromSerial(-1, false), null)
})

test('exponents are written out', () => {
  assert.equal(plainNumber('1.5e3'), '1500')
  assert.equal(plainNumber('-1.234E2'), '-123.4')
  assert.equal(plainNumber('12E-5'), '0.00012')
  assert.equal(plainNumber('0E0'), '0')
  assert.equal(plainNumber('1e999999'), '1e999999')
  assert.equal(plainNumber('路灯'), '路灯')
})

test('a failed formula is named with its column, and reading goes on', async () => {
  const { rows } = await readBook({
    sheets: [
      {
        name: 'a',
        rows: `${texts(1, 'a', 'b')}<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>${texts(3, '1', '2')}`,
      },
    ],
  })
  const [broken, good] = rows
  assert.ok(broken && 'error' in broken && good)
  assert.deepEqual(broken.error.values, { column: 'B', value: '#DIV/0!' })
  assert.deepEqual(plain(good), [3, '1', '2'])
})

test('gaps: missing cells are empty, missing rows are not there, a cell beyond the header is ragged', async () => {
  const { rows } = await readBook({
    sheets: [
      {
        name: 'a',
        rows:
          texts(1, 'a', 'b', 'c') +
          '<row r="3"><c r="C3" t="str"><v>x</v></c></row><row r="5"><c r="AB5" t="str"><v>far</v></c></row><row/>' +
          '<row><c t="str"><v>y</v></c></row>',
      },
    ],
  })
  assert.deepEqual(rows.map(plain), [
    [3, '', '', 'x'],
    [5, 'files.rowRagged'],
    [7, 'y', '', ''],
  ])
})

test('the first visible sheet that holds rows is read; the others are named; a named one is found', async () => {
  const sheets = [
    { name: '隐藏', rows: texts(1, 'no'), state: 'hidden' },
    { name: '空', rows: '' },
    { name: '台账', rows: texts(1, '标题') + texts(2, 'a', 'b', 'c') + texts(3, '1', '2', '3') },
    { name: '字典', rows: texts(1, 'k') + texts(2, 'v') },
  ]
  const { headers, notes } = await readBook({ sheets })
  assert.deepEqual(headers, ['a', 'b', 'c'])
  assert.deepEqual(notes, [
    { key: 'rowsAboveHeader', values: { row: 2 } },
    { key: 'otherSheets', values: { sheet: '台账', others: '空、字典' } },
  ])
  assert.deepEqual((await readBook({ sheets }, { sheet: '字典' })).rows.map(plain), [[2, 'v']])
  await assert.rejects(readBook({ sheets }, { sheet: '没有' }), refusedWith('files.sheetMissing'))
  await assert.rejects(
    readBook({ sheets: [{ name: 'a', rows: '' }] }),
    refusedWith('files.tableEmpty'),
  )
})

test('zip bombs are refused before anything is unpacked', async () => {
  const zeros = Buffer.alloc(30 * 2 ** 20)
  const sheets = [{ name: 'a', rows: texts(1, 'a') }]
  const swollen = workbookOf({ sheets, extra: [{ name: 'xl/media/a.bin', content: zeros }] })
  assert.ok(swollen.length < 100_000)
  await assert.rejects(readBytes(swollen), refusedWith('files.zipBomb'))
  const many = Array.from({ length: 2001 }, (_, i) => ({
    name: `x${i}`,
    content: Buffer.from('x'),
  }))
  await assert.rejects(readBook({ sheets, extra: many }), refusedWith('files.zipBomb'))
})

test('a directory that lies about a size gains nothing', async () => {
  const parts = workbookParts({
    sheets: [{ name: 'a', rows: texts(1, 'a') + texts(2, 'b'.repeat(5000)) }],
  })
  const lying = parts.map((part) =>
    part.name.endsWith('sheet1.xml') ? { ...part, claimedSize: 100 } : part,
  )
  const read = readBytes(zipOf(lying))
  await assert.rejects(read, Refused)
})

test('encrypted, doubled, foreign, binary and truncated archives are refused', async () => {
  const sheets = [{ name: 'a', rows: texts(1, 'a') + texts(2, 'b') }]
  const parts = workbookParts({ sheets })
  const cases: readonly (readonly [Uint8Array, string])[] = [
    [zipOf(parts.map((part) => ({ ...part, flags: 1 }))), 'files.zipLocked'],
    [
      zipOf([...parts, { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }]),
      'files.zipBroken',
    ],
    [zipOf([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]), 'files.tableUnreadable'],
    [zipOf([{ name: 'xl/workbook.bin', content: Buffer.from('x') }]), 'files.spreadsheetOld'],
    [zipOf(parts).subarray(0, -200), 'files.zipBroken'],
    [workbookOf({ sheets, texts: '<!DOCTYPE x><si/>' }), 'files.zipBroken'],
  ]
  for (const [content, key] of cases)
    await assert.rejects(readBytes(content), refusedWith(key), key)
})

test('a sheet that breaks off yields the rows before and says where it ended', async () => {
  const { rows } = await readBook({
    sheets: [{ name: 'a', rows: `${texts(1, 'a')}${texts(2, 'x')}</broken>` }],
  })
  assert.deepEqual(rows.map(plain), [
    [2, 'x'],
    [3, 'files.tableCutShort'],
  ])
})

test('a workbook under the name .csv is read as the workbook it is', async () => {
  const { notes } = await readBook(
    { sheets: [{ name: 'a', rows: texts(1, 'a') + texts(2, 'b') }] },
    { name: '导出.csv' },
  )
  assert.deepEqual(notes, [{ key: 'nameLies', values: { said: 'CSV', format: 'XLSX' } }])
})

test('a header wider than the limit is refused, a row far out is not kept', async () => {
  const limits = { columns: 5 }
  await assert.rejects(
    readBook({ sheets: [{ name: 'a', rows: texts(1, ...'abcdef') }] }, { limits }),
    refusedWith('files.tooManyColumns'),
  )
})

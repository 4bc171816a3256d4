import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import excel from 'exceljs'
import type { TableRow } from './read-table/table.ts'
import { readTable } from './read-table.ts'
import { type CellValue, type Column, type ColumnKind, textWidth } from './write-table/cells.ts'
import { writeCsv, writeXlsx } from './write-table.ts'

const columns = [
  { key: 'number', title: '编号', kind: 'text' },
  { key: 'words', title: '诉求内容', kind: 'text' },
  { key: 'count', title: '次数', kind: 'number' },
  { key: 'day', title: '日期', kind: 'day' },
  { key: 'at', title: '时间', kind: 'moment' },
] as const satisfies readonly Column[]

const rows = [
  {
    number: '007',
    words: '路灯不亮，夜里很黑',
    count: 3,
    day: '2026-01-31',
    at: new Date('2026-11-22T16:00:03Z'),
  },
  { number: '430111199001011234', words: '他说"好"\n又来', count: '-12.50', day: null, at: null },
]

const text = async (stream: Readable) => (await buffer(stream)).toString()

/** The lines of a CSV of one column. */
async function linesOf(
  cells: readonly CellValue[],
  kind: ColumnKind = 'text',
  title = 't',
): Promise<string[]> {
  const rows = cells.map((cell) => ({ cell }))
  return (await text(writeCsv(rows, [{ key: 'cell', title, kind }]))).slice(1).split('\r\n')
}

test('CSV: byte-order mark, quoting, Beijing wall clock across midnight, numbers as numbers', async () => {
  const whole = await buffer(writeCsv(rows, columns))
  assert.deepEqual([...whole.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  assert.equal(
    whole.toString().slice(1),
    '编号,诉求内容,次数,日期,时间\r\n' +
      '007,路灯不亮，夜里很黑,3,2026-01-31,2026-11-23 00:00:03\r\n' +
      '430111199001011234,"他说""好""\n又来",-12.50,,\r\n',
  )
})

test('CSV: what a spreadsheet would run as a formula gets an apostrophe, titles too', async () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']
  for (const start of starts) {
    const [, line = ''] = await linesOf([`${start}SUM(A1)`])
    assert.match(line, /^"?'/, JSON.stringify(start))
  }
  assert.deepEqual(await linesOf(["=cmd|' /C calc'!A0", 'a=1'], 'text', '=题'), [
    "'=题",
    "'=cmd|' /C calc'!A0",
    'a=1',
    '',
  ])
})

test('CSV: a number is a number in any column; digits as text only in a column of numbers', async () => {
  assert.deepEqual(await linesOf([-5, Number.NaN, true, null, '-5']), [
    't',
    '-5',
    '',
    'true',
    '',
    "'-5",
    '',
  ])
  assert.deepEqual(await linesOf(['-12.50', '-1+cmd'], 'number'), ['t', '-12.50', "'-1+cmd", ''])
})

test('what is written is read again: CSV', async () => {
  const table = await readTable(writeCsv(rows, columns))
  const found: TableRow[] = []
  for await (const row of table.rows) found.push(row)
  assert.deepEqual(found[1], {
    row: 3,
    cells: {
      编号: '430111199001011234',
      诉求内容: '他说"好"\n又来',
      次数: '-12.50',
      日期: '',
      时间: '',
    },
  })
})

test('what is written is read again: XLSX, with days, moments, exact digits and dangerous texts as they were', async () => {
  const odd = {
    number: '=1+1',
    words: '_x0041_ \u0001\ud800<&>',
    count: '12345678901234567890',
    day: '1899-05-01',
    at: new Date('2026-01-01T00:00:00Z'),
  }
  const table = await readTable(writeXlsx([...rows, odd], columns, { sheet: '台账' }))
  assert.equal(table.format, 'xlsx')
  assert.deepEqual(table.headers, ['编号', '诉求内容', '次数', '日期', '时间'])
  const found: unknown[] = []
  for await (const row of table.rows)
    found.push('cells' in row ? Object.values(row.cells) : row.error.key)
  assert.deepEqual(found, [
    ['007', '路灯不亮，夜里很黑', '3', '2026-01-31', '2026-11-23T00:00:03'],
    ['430111199001011234', '他说"好"\n又来', '-12.5', '', ''],
    ['=1+1', '_x0041_ \ufffd<&>', '12345678901234567890', '1899-05-01', '2026-01-01T08:00:00'],
  ])
})

test('XLSX: texts are texts, the header stands still, columns are as wide as Chinese needs', async () => {
  const book = new excel.Workbook()
  // exceljs has Buffer types of an older Node.
  await book.xlsx.load(
    (await buffer(
      writeXlsx([...rows, { number: '', words: '=1+1', count: 0, day: '', at: null }], columns),
    )) as never,
  )
  const [sheet] = book.worksheets
  assert.ok(sheet)
  assert.deepEqual(
    sheet.views.map((view) => view.state === 'frozen' && view.ySplit),
    [1],
  )
  assert.equal(sheet.getCell('B4').value, '=1+1')
  assert.equal(sheet.getCell('A2').numFmt, '@')
  assert.equal(sheet.getCell('C3').value, -12.5)
  assert.ok(sheet.getCell('E2').value instanceof Date)
  assert.equal(sheet.getColumn(2).width, textWidth('路灯不亮，夜里很黑') + 2)
  assert.equal(sheet.getColumn(1).width, 20)
  assert.equal(textWidth('灯a\n𠮷'), 3)
})

test('XLSX: a text longer than a cell may be is cut with a mark', async () => {
  const table = await readTable(
    writeXlsx([{ a: '字'.repeat(40_000) }], [{ key: 'a', title: 'a', kind: 'text' }]),
  )
  for await (const row of table.rows) {
    assert.ok('cells' in row)
    assert.equal(row.cells.a?.length, 32_767)
    assert.ok(row.cells.a?.endsWith('字…'))
  }
})

test('an empty table still has its header', async () => {
  assert.deepEqual((await readTable(writeXlsx([], columns))).headers.length, 5)
  assert.match(await text(writeCsv([], columns)), /编号.*\r\n$/)
})

async function* failing() {
  yield { a: '1' }
  throw new Error('the store has gone')
}

test('a source that fails destroys the stream instead of ending it', async () => {
  const column = [{ key: 'a', title: 'a', kind: 'text' }] as const
  await assert.rejects(text(writeCsv(failing(), column)), /the store has gone/)
  await assert.rejects(buffer(writeXlsx(failing(), column)), /the store has gone/)
})

test('a reader who leaves stops the source', async () => {
  let stopped = 0
  async function* endless() {
    try {
      for (let a = 0; ; a++) yield { a }
    } finally {
      stopped += 1
    }
  }
  const column = [{ key: 'a', title: 'a', kind: 'number' }] as const
  for (const stream of [writeCsv(endless(), column), writeXlsx(endless(), column)]) {
    const { promise, resolve } = Promise.withResolvers<void>()
    stream.once('data', () => stream.destroy())
    stream.once('close', resolve)
    await promise
  }
  for (let wait = 0; stopped < 2 && wait < 100; wait++)
    await new Promise((done) => setTimeout(done, 20))
  assert.equal(stopped, 2)
})

test('a slow reader gets the whole workbook', async () => {
  const source = (function* () {
    for (let a = 0; a < 20_000; a++) yield { a: `${a} ${Math.sin(a)}` }
  })()
  const written = writeXlsx(source, [{ key: 'a', title: 'a', kind: 'text' }])
  const pieces: Buffer[] = []
  for await (const piece of written as AsyncIterable<Buffer>) {
    pieces.push(piece)
    await new Promise((done) => setTimeout(done, 5))
  }
  let count = 0
  for await (const _ of (await readTable(Readable.from(pieces))).rows) count += 1
  assert.equal(count, 20_000)
})

test('100,000 rows of XLSX are written whole', async () => {
  const source = (function* () {
    for (let a = 0; a < 100_000; a++) yield { a, b: `居民反映第${a}号路灯不亮` }
  })()
  const written = writeXlsx(source, [
    { key: 'a', title: '序号', kind: 'number' },
    { key: 'b', title: '内容', kind: 'text' },
  ])
  let count = 0
  for await (const _ of (await readTable(written)).rows) count += 1
  assert.equal(count, 100_000)
})

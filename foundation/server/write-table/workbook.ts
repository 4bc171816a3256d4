import type { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { Worksheet } from 'exceljs'
import {
  type CellValue,
  type Column,
  isDecimal,
  type TableRecord,
  type TableRecords,
  textWidth,
} from './cells.ts'

type Clock = (moment: Date) => string

const formats = {
  text: '@',
  number: 'General',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm:ss',
} as const
const widthMin = 8
const widthMax = 60

// So many rows decide the widths, which stand in the file before the first of them.
const measuredRows = 200

// Microsoft, "Excel specifications and limits": a longer text makes Excel call the file damaged.
const textMax = 32_767

/** What XML can hold; a written-out `_x0041_` must not turn into a letter (ECMA-376 part 1 §22.9.2.19). */
function cellText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
  return clean.length > textMax ? `${clean.slice(0, textMax - 1)}…` : clean
}

/** Excel counts days from a wall clock without zone, which exceljs takes from the UTC fields of a Date. */
const wallDate = (text: string) => new Date(`${text.replace(' ', 'T')}Z`)

function excelValue(value: CellValue, column: Column, clock: Clock): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : wallDate(clock(value))
  const text = String(value)
  // More than 15 digits would lose some: then the text is the truer form.
  if (column.kind === 'number' && isDecimal(text) && text.replace(/\D/g, '').length <= 15)
    return Number(text)
  // Excel has no days before March 1900 that others agree on.
  if (column.kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(text) && text >= '1900-03-01')
    return wallDate(`${text} 00:00:00`)
  return cellText(text)
}

/** Takes the first rows off a source, for measuring; the rest follows from the same iterator. */
async function takeSome<Row>(
  rows: AsyncIterator<Row> | Iterator<Row>,
  count: number,
): Promise<Row[]> {
  const taken: Row[] = []
  while (taken.length < count) {
    const next = await rows.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

function setColumns(
  sheet: Worksheet,
  columns: readonly Column[],
  sample: readonly TableRecord[],
  clock: Clock,
): void {
  const shown = (value: CellValue) => (value instanceof Date ? clock(value) : String(value ?? ''))
  sheet.columns = columns.map(({ key, title, kind }) => {
    const widest = sample.reduce(
      (most, row) => Math.max(most, textWidth(shown(row[key]))),
      textWidth(title),
    )
    const width = Math.min(widthMax, Math.max(widthMin, widest + 2))
    return { header: cellText(title), width, style: { numFmt: formats[kind] } }
  })
  const header = sheet.getRow(1)
  header.font = { bold: true }
  header.commit()
}

/** Lets the archive catch up, then waits until the reader has taken what is ready or has gone. */
async function untilRead(out: PassThrough): Promise<void> {
  await setImmediate()
  if (!out.writableNeedDrain || out.destroyed) return
  await new Promise<void>((resolve) => {
    const done = () => {
      out.off('drain', done).off('close', done)
      resolve()
    }
    out.on('drain', done).on('close', done)
  })
}

/** Writes the workbook into `out`; waits while nobody reads, and stops when the reader has gone. */
export async function fillWorkbook<Key extends string>(
  out: PassThrough,
  rows: TableRecords<Key>,
  columns: readonly Column<Key>[],
  clock: Clock,
  name: string,
): Promise<void> {
  // Loaded when first needed: it is large, and most processes never export.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  workbook.creator = 'Linli'
  workbook.lastModifiedBy = 'Linli'
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  const iterator =
    Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  try {
    let batch = await takeSome(iterator, measuredRows)
    setColumns(sheet, columns, batch, clock)
    while (batch.length > 0) {
      for (const row of batch) {
        sheet.addRow(columns.map((column) => excelValue(row[column.key], column, clock))).commit()
      }
      await untilRead(out)
      if (out.destroyed) return
      batch = await takeSome(iterator, measuredRows)
    }
    await workbook.commit()
  } finally {
    await iterator.return?.()
  }
}

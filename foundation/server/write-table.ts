import { PassThrough, Readable } from 'node:stream'
import {
  type CellValue,
  type Column,
  isDecimal,
  type TableRecords,
  wallClock,
} from './write-table/cells.ts'
import { fillWorkbook } from './write-table/workbook.ts'

export type WriteOptions = {
  /** Moments are shown on the wall clock of this zone: neither CSV nor Excel knows zones. */
  readonly timeZone?: string
  /** XLSX: the name of the sheet. */
  readonly sheet?: string
}

// OWASP, "CSV Injection": these first characters, full-width ones included, make a spreadsheet run a cell as a formula.
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

function csvCell(value: CellValue, column: Column, clock: (moment: Date) => string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (value instanceof Date) return clock(value)
  const text = String(value)
  if (column.kind === 'number' && isDecimal(text)) return text
  const harmless = formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

async function* csvPieces<Key extends string>(
  rows: TableRecords<Key>,
  columns: readonly Column<Key>[],
  clock: (moment: Date) => string,
): AsyncGenerator<string> {
  const title: Column = { key: '', title: '', kind: 'text' }
  // The mark by which Excel knows UTF-8.
  let piece = `\ufeff${columns.map((column) => csvCell(column.title, title, clock)).join(',')}\r\n`
  for await (const row of rows) {
    piece += `${columns.map((column) => csvCell(row[column.key], column, clock)).join(',')}\r\n`
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

/**
 * Comma separated text (RFC 4180) in UTF-8 with a byte-order mark, so that Excel opens it. Text that a spreadsheet
 * would take for a formula gets a leading apostrophe; numbers stay numbers. A failing source destroys the stream.
 */
export function writeCsv<Key extends string>(
  rows: TableRecords<Key>,
  columns: readonly Column<Key>[],
  options: WriteOptions = {},
): Readable {
  return Readable.from(csvPieces(rows, columns, wallClock(options.timeZone)), { objectMode: false })
}

/**
 * An Excel workbook of one sheet, streamed: header frozen, columns as wide as their first rows need, text as text
 * (never a formula), numbers, days and moments as real ones. A failing source destroys the stream.
 */
export function writeXlsx<Key extends string>(
  rows: TableRecords<Key>,
  columns: readonly Column<Key>[],
  options: WriteOptions = {},
): Readable {
  const out = new PassThrough()
  const clock = wallClock(options.timeZone)
  fillWorkbook(out, rows, columns, clock, options.sheet ?? 'Sheet1').catch((error: Error) =>
    out.destroy(error),
  )
  return out
}

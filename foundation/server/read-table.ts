import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Refused, refuse, unless } from '../refusal.ts'
import { spool, whyNotSize } from './file-store/receive.ts'
import { openDelimited } from './read-table/delimited.ts'
import type { TextEncoding } from './read-table/encoding.ts'
import { noteName, type ToldFormat, tellFormat } from './read-table/format.ts'
import { openJson } from './read-table/json.ts'
import {
  type OpenedTable,
  type TableFormat,
  type TableLimits,
  type TableNote,
  type TableRow,
  tableLimits,
} from './read-table/table.ts'
import { openXlsx } from './read-table/xlsx.ts'

export type Table = {
  readonly format: TableFormat
  /** Null for XLSX. */
  readonly encoding: TextEncoding | null
  readonly headers: readonly string[]
  /** What a careful reader should be told about the file, beside its rows. */
  readonly notes: readonly TableNote[]
  /** Every row once, in order; blank rows are left out. Closes the file when it ends or is left. */
  readonly rows: AsyncIterable<TableRow>
  /** For a caller who wants the headers only. */
  close(): Promise<void>
}

export type TableOptions = {
  /** The name the file came under; used for a note when it lies, never to choose the format. */
  readonly name?: string
  readonly limits?: Partial<TableLimits>
  /** XLSX: the sheet to read; otherwise the first visible one that holds rows. */
  readonly sheet?: string
}

type Closer = () => Promise<void>

async function* untilClosed(
  rows: AsyncGenerator<TableRow>,
  close: Closer,
): AsyncGenerator<TableRow> {
  try {
    yield* rows
  } finally {
    await close()
  }
}

function openAs(
  path: string,
  told: ToldFormat,
  limits: TableLimits,
  sheet?: string,
): Promise<OpenedTable | null> {
  if (told.format === 'xlsx') return openXlsx(path, limits, sheet)
  if (told.format === 'csv') return openDelimited(path, told.told, limits)
  return openJson(path, told.format, told.told, limits)
}

async function openTable(path: string, options: TableOptions, discard: Closer): Promise<Table> {
  const limits = { ...tableLimits, ...options.limits }
  unless(whyNotSize((await stat(path)).size, limits.bytes))
  const told = await tellFormat(path)
  const opened = await openAs(path, told, limits, options.sheet)
  if (opened === null) throw new Refused(refuse('files.tableEmpty', 'invalid'))
  const close = async () => {
    await opened.close()
    await discard()
  }
  return {
    format: told.format,
    encoding: told.format === 'xlsx' ? null : told.told.encoding,
    headers: opened.headers,
    notes: [...noteName(options.name, told.format), ...opened.notes],
    rows: untilClosed(opened.rows, close),
    close,
  }
}

/**
 * Reads a table of any of the usual kinds, row by row: XLSX; comma, semicolon or tab separated text; JSON Lines; a JSON
 * array of objects. The content decides, in UTF-8, UTF-16 or GB18030; see `TableRow` for what a row number means.
 * A row that is wrong is yielded with its refusal and reading goes on. Dates of XLSX come as ISO text without a zone.
 * @param source a path, or a stream, which is laid down in a temporary file first
 * @throws Refused when the file as a whole cannot be read (`files.…`); past the limit of rows also while reading
 */
export async function readTable(
  source: string | Readable,
  options: TableOptions = {},
): Promise<Table> {
  if (typeof source === 'string') return openTable(source, options, async () => {})
  const { path, discard } = await spool(source, options.limits?.bytes ?? tableLimits.bytes)
  try {
    return await openTable(path, options, discard)
  } catch (error) {
    await discard()
    throw error
  }
}

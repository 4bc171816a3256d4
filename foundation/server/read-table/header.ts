import { type Refusal, Refused, refuse } from '../../refusal.ts'
import {
  columnLetters,
  type OpenedTable,
  type RawRow,
  type TableLimits,
  type TableNote,
  type TableRow,
} from './table.ts'

// Chinese sheets often carry a title and a line about who fills it in above the header.
const headRows = 10

const isBlank = (cell: string) => cell.trim() === ''
const countFilled = (row: RawRow) =>
  row.cells.reduce((count, cell) => count + (isBlank(cell) ? 0 : 1), 0)

/** The first row more than half as full as the fullest of the first rows; only rows as wide as the first one count. */
function findHeader(head: readonly RawRow[], evenRows: boolean): number {
  const width = head[0]?.cells.length
  const counts = head.map((row) => (evenRows && row.cells.length !== width ? 0 : countFilled(row)))
  const fullest = Math.max(...counts)
  return Math.max(
    0,
    counts.findIndex((count) => count * 2 > fullest),
  )
}

/** Trims the titles, gives the column letter to a nameless column and a number to a repeated name. */
function nameColumns(titles: readonly string[]): { headers: string[]; renamed: string[] } {
  const headers: string[] = []
  const renamed: string[] = []
  const taken = new Set<string>()
  for (const [index, title] of titles.entries()) {
    const wanted = title.replace(/\s+/g, ' ').trim()
    let name = wanted || columnLetters(index)
    for (let again = 2; taken.has(name); again++)
      name = `${wanted || columnLetters(index)} (${again})`
    if (name !== wanted) renamed.push(name)
    taken.add(name)
    headers.push(name)
  }
  return { headers, renamed }
}

type Shape = {
  readonly limits: TableLimits
  /** Delimited text must have as many cells in each row as the header; a sheet simply leaves cells out. */
  readonly evenRows: boolean
  /** Look for U+FFFD, the mark of a character that could not be read. */
  readonly broken: boolean
}

/** Says what is wrong with one cell, or null. */
export function whyNotCell(
  cell: string,
  column: string,
  shape: Pick<Shape, 'limits' | 'broken'>,
): Refusal | null {
  if (cell.length > shape.limits.cellLength) {
    return refuse('files.cellTooLong', 'too-large', {
      values: { column, limit: shape.limits.cellLength },
    })
  }
  if (shape.broken && cell.includes('\ufffd'))
    return refuse('files.brokenCharacters', 'invalid', { values: { column } })
  return null
}

function nameCells(raw: RawRow, headers: readonly string[], shape: Shape): TableRow {
  const { row, cells } = raw
  if (raw.error) return { row, error: raw.error }
  const extra = cells.findLastIndex((cell) => !isBlank(cell)) >= headers.length
  if (extra || (shape.evenRows && cells.length < headers.length)) {
    return {
      row,
      error: refuse('files.rowRagged', 'invalid', {
        values: { expected: headers.length, found: cells.length },
      }),
    }
  }
  const named: [string, string][] = []
  for (const [index, header] of headers.entries()) {
    const cell = (cells[index] ?? '').replace(/\r\n?/g, '\n')
    const error = whyNotCell(cell, header, shape)
    if (error) return { row, error }
    named.push([header, cell])
  }
  return { row, cells: Object.fromEntries(named) }
}

/** Fails when a table has more rows than allowed; called with the number of rows seen so far. */
export function withinRows(count: number, limit: number): void {
  if (count > limit)
    throw new Refused(refuse('files.tooManyRows', 'too-large', { values: { limit } }))
}

/** Fails when a table has more columns than allowed. */
export function withinColumns(count: number, limits: TableLimits): void {
  if (count <= limits.columns) return
  throw new Refused(
    refuse('files.tooManyColumns', 'too-large', { values: { limit: limits.columns } }),
  )
}

/** Leaves out rows in which nothing stands; they cost time too, so there is an end to them. */
async function* filledRows(
  raws: AsyncGenerator<RawRow>,
  limits: TableLimits,
): AsyncGenerator<RawRow> {
  let count = 0
  for await (const raw of raws) {
    withinRows(++count, limits.rowsWithBlank)
    if (raw.error || !raw.cells.every(isBlank)) yield raw
  }
}

async function* rowsBelow(
  waiting: readonly RawRow[],
  rest: AsyncGenerator<RawRow>,
  headers: readonly string[],
  shape: Shape,
): AsyncGenerator<TableRow> {
  let count = 0
  const name = (raw: RawRow) => {
    withinRows(++count, shape.limits.rows)
    return nameCells(raw, headers, shape)
  }
  for (const raw of waiting) yield name(raw)
  for await (const raw of rest) yield name(raw)
}

/** Finds the header among the first rows and names the cells of all rows below it. Null when there is no row at all. */
export async function shapeTable(
  raws: AsyncGenerator<RawRow>,
  shape: Shape,
): Promise<OpenedTable | null> {
  const filled = filledRows(raws, shape.limits)
  const head: RawRow[] = []
  while (head.length < headRows) {
    const next = await filled.next()
    if (next.done) break
    head.push(next.value)
  }
  const at = findHeader(head, shape.evenRows)
  const header = head[at]
  if (!header) return null
  if (header.error) throw new Refused(header.error)
  const width = header.cells.findLastIndex((cell) => !isBlank(cell)) + 1
  withinColumns(width, shape.limits)
  const { headers, renamed } = nameColumns(header.cells.slice(0, width))
  for (const [index, name] of headers.entries()) {
    const error = whyNotCell(name, columnLetters(index), shape)
    if (error) throw new Refused(error)
  }
  const notes: TableNote[] = []
  if (at > 0) notes.push({ key: 'rowsAboveHeader', values: { row: header.row } })
  if (renamed.length > 0)
    notes.push({ key: 'headersRenamed', values: { names: renamed.join('、') } })
  const close = async () => {
    await filled.return(undefined)
  }
  return { headers, notes, rows: rowsBelow(head.slice(at + 1), filled, headers, shape), close }
}

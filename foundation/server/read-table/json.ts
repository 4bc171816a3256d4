import { type Refusal, refuse } from '../../refusal.ts'
import { type ToldEncoding, textOf } from './encoding.ts'
import { whyNotCell, withinColumns, withinRows } from './header.ts'
import { plainNumber } from './plain-number.ts'
import type { OpenedTable, TableLimits, TableRow } from './table.ts'

type Piece = { readonly row: number; readonly text: string; readonly cut?: boolean }
type JsonObject = Record<string, unknown>

/** Lines with their numbers; empty ones are counted and left out. */
async function* linesOf(text: AsyncGenerator<string>): AsyncGenerator<Piece> {
  let row = 0
  let rest = ''
  for await (const chunk of text) {
    let from = 0
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      const line = rest + chunk.slice(from, at)
      rest = ''
      from = at + 1
      row += 1
      if (line.trim()) yield { row, text: line }
    }
    rest += chunk.slice(from)
  }
  if (rest.trim()) yield { row: row + 1, text: rest }
}

/** Cuts a JSON array into its elements without holding the whole; a broken element does not hide the next. */
async function* elementsOf(text: AsyncGenerator<string>): AsyncGenerator<Piece> {
  let row = 0
  let depth = 0
  let quoted = false
  let escaped = false
  let piece = ''
  for await (const chunk of text) {
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const char = chunk[i]
      if (quoted) {
        if (escaped) escaped = false
        else if (char === '\\') escaped = true
        else if (char === '"') quoted = false
      } else if (char === '"') quoted = true
      else if (char === '[' || char === '{') {
        depth += 1
        if (depth === 1) from = i + 1
      } else if (char === ']' || char === '}') depth -= 1
      const ends = !quoted && ((char === ',' && depth === 1) || (depth === 0 && char === ']'))
      if (!ends) continue
      piece += chunk.slice(from, i)
      from = i + 1
      if (piece.trim() || char === ',') yield { row: ++row, text: piece }
      piece = ''
      if (depth === 0) return
    }
    piece += chunk.slice(from)
  }
  yield { row: row + 1, text: piece, cut: true }
}

// Whole numbers past 2^53 (identity numbers, order numbers) keep their digits. `context` is of the ECMAScript proposal
// "JSON.parse source text access".
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value))
    return value
  return context?.source ? plainNumber(context.source) : value
}

type Parsed = { readonly object: JsonObject } | { readonly error: Refusal }

function parsePiece(piece: Piece): Parsed {
  if (piece.cut) return { error: refuse('files.tableCutShort', 'invalid') }
  try {
    const value: unknown = JSON.parse(piece.text, keepDigits)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { object: value as JsonObject }
    return { error: refuse('files.jsonNotObject', 'invalid') }
  } catch {
    return { error: refuse('files.jsonBroken', 'invalid') }
  }
}

/** Numbers without exponent, null as nothing, lists and objects as JSON. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return plainNumber(String(value))
  if (typeof value === 'boolean') return String(value)
  return JSON.stringify(value)
}

type Source = {
  readonly path: string
  readonly told: ToldEncoding
  readonly limits: TableLimits
  readonly pieces: (text: AsyncGenerator<string>) => AsyncGenerator<Piece>
}

const piecesOf = (source: Source) => source.pieces(textOf(source.path, source.told.encoding))

/** Records leave unknown fields out, so the columns are known only after the last one: one pass for the names. */
async function collectHeaders(source: Source): Promise<{ headers: string[]; found: number }> {
  const headers = new Set<string>()
  let found = 0
  for await (const piece of piecesOf(source)) {
    withinRows(++found, source.limits.rows)
    const parsed = parsePiece(piece)
    if ('error' in parsed) continue
    for (const key of Object.keys(parsed.object)) headers.add(key)
    withinColumns(headers.size, source.limits)
  }
  return { headers: [...headers], found }
}

async function* readObjects(source: Source, headers: readonly string[]): AsyncGenerator<TableRow> {
  const shape = { limits: source.limits, broken: source.told.broken }
  for await (const piece of piecesOf(source)) {
    const { row } = piece
    const parsed = parsePiece(piece)
    if ('error' in parsed) {
      yield { row, error: parsed.error }
      continue
    }
    const { object } = parsed
    const cells: [string, string][] = headers.map((header) => [
      header,
      Object.hasOwn(object, header) ? cellText(object[header]) : '',
    ])
    const [error] = cells.flatMap(([header, cell]) => whyNotCell(cell, header, shape) ?? [])
    yield error ? { row, error } : { row, cells: Object.fromEntries(cells) }
  }
}

/** Opens JSON Lines (`jsonl`) or one JSON array of objects (`json`). Null when it holds nothing. */
export async function openJson(
  path: string,
  format: 'jsonl' | 'json',
  told: ToldEncoding,
  limits: TableLimits,
): Promise<OpenedTable | null> {
  const source: Source = { path, told, limits, pieces: format === 'jsonl' ? linesOf : elementsOf }
  const { headers, found } = await collectHeaders(source)
  if (found === 0) return null
  return { headers, notes: [], rows: readObjects(source, headers), async close() {} }
}

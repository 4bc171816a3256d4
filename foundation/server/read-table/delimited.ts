import { pipeline, Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { refuse } from '../../refusal.ts'
import { headOf, type ToldEncoding, textOf } from './encoding.ts'
import { shapeTable } from './header.ts'
import type { OpenedTable, RawRow, TableLimits } from './table.ts'

const delimiters = [',', ';', '\t'] as const
type Delimiter = (typeof delimiters)[number]

/** Reads the delimiter off the header: the one met most often outside quotes; a comma when there is none. */
export function tellDelimiter(head: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 }
  let quoted = false
  let text = false
  for (const char of head) {
    if (char === '"') quoted = !quoted
    else if (!quoted && (char === '\n' || char === '\r') && text) break
    else if (!quoted && char in counts) counts[char as Delimiter] += 1
    if (char !== '\n' && char !== '\r') text = true
  }
  return delimiters.reduce((best, one) => (counts[one] > counts[best] ? one : best))
}

type Parsed = { readonly record: string[]; readonly info: Info }

async function* readRecords(
  text: AsyncGenerator<string>,
  delimiter: Delimiter,
  skipFirst: boolean,
): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // Empty lines are counted (`info`), so that a row number is the one a spreadsheet shows.
    skip_empty_lines: true,
    info: true,
    // Bounds the memory an opening quote without its end can take, in bytes.
    max_record_size: 8 * 2 ** 20,
  })
  pipeline(Readable.from(text), parser, () => {
    // A failure destroys the parser and so reaches the loop below.
  })
  let row = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      row = info.records + info.empty_lines
      if (row > 1 || !skipFirst) yield { row, cells: record }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // After an open quote nobody can tell where the next row begins: this row is the last that can be named.
    yield { row: row + 1, cells: [], error: refuse('files.quoteOpen', 'invalid') }
  }
}

/** Opens comma, semicolon or tab separated text (RFC 4180 read leniently). Null when it holds no row. */
export async function openDelimited(
  path: string,
  told: ToldEncoding,
  limits: TableLimits,
): Promise<OpenedTable | null> {
  const head = await headOf(path, told.encoding, 65_536)
  // Excel writes and obeys a first line `sep=;`.
  const stated = /^sep=([,;\t])\r?\n/i.exec(head)
  const delimiter = stated ? (stated[1] as Delimiter) : tellDelimiter(head)
  const records = readRecords(textOf(path, told.encoding), delimiter, stated !== null)
  return shapeTable(records, { limits, evenRows: true, broken: told.broken })
}

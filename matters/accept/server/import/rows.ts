import type { Refusal } from '#foundation/refusal.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { readTable, type Table } from '#foundation/server/read-table.ts'
import type { ImportMapping } from '../../import-mapping.ts'
import { type ImportRow, readImportRow } from '../../import-mapping-row.ts'

/** One row of the file: as it was understood, or null, and what is wrong with it. */
export type FileRow = {
  readonly at: number
  readonly row: ImportRow | null
  readonly troubles: readonly Refusal[]
}

/** Opens a file of matters. @throws Refused when there is none, or it cannot be read as a table */
export async function openFileOfMatters(path: string): Promise<Table> {
  try {
    return await readTable(path, { name: path })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Refused(refuse('import.fileMissing', 'missing', { values: { path } }))
  }
}

/**
 * The rows of a file in their order. A number that stands twice counts once, where it stands first. Reading the file
 * again gives the same rows.
 */
export async function* rowsOfFile(
  path: string,
  mapping: ImportMapping,
  { limit, now }: { readonly limit: number; readonly now: Date },
): AsyncGenerator<FileRow> {
  const table = await openFileOfMatters(path)
  const firstRows = new Map<string, number>()
  let count = 0
  for await (const read of table.rows) {
    if (++count > limit) return
    if ('error' in read) {
      yield { at: read.row, row: null, troubles: [read.error] }
      continue
    }
    const { row, troubles } = readImportRow(read.cells, read.row, mapping, now)
    const first = row ? firstRows.get(row.sourceNumber) : undefined
    if (row && first === undefined) firstRows.set(row.sourceNumber, row.row)
    const twice =
      first === undefined
        ? []
        : [refuse('import.numberTwice', 'invalid', { field: 'sourceNumber', values: { first } })]
    yield { at: read.row, row: first === undefined ? row : null, troubles: [...troubles, ...twice] }
  }
}

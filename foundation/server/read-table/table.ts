import type { Refusal } from '../../refusal.ts'

/** What a file really is, told from its bytes. `csv` stands for any delimited text. */
export type TableFormat = 'xlsx' | 'csv' | 'jsonl' | 'json'

/** Bytes of the file, data rows, rows with the blank ones, columns, and characters (UTF-16 units) of one cell. */
export type TableLimits = {
  readonly bytes: number
  readonly rows: number
  readonly rowsWithBlank: number
  readonly columns: number
  readonly cellLength: number
}

// 1,048,576 rows and 32,767 characters are what Excel can hold (Microsoft, "Excel specifications and limits").
export const tableLimits: TableLimits = {
  bytes: 20 * 2 ** 20,
  rows: 200_000,
  rowsWithBlank: 1_048_576,
  columns: 200,
  cellLength: 32_767,
}

/**
 * One row as its reader sees it: the row number of the sheet for XLSX and CSV (the first line is 1), the line for JSON
 * Lines, the place in the list (from 1) for a JSON array. A broken row carries its refusal instead of cells.
 */
export type TableRow =
  | { readonly row: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly row: number; readonly error: Refusal }

/** Something worth telling that is no error; the sentence stands under `notes.<key>` of the files catalogue. */
export type TableNote = {
  readonly key: 'nameLies' | 'rowsAboveHeader' | 'otherSheets' | 'headersRenamed'
  readonly values: Readonly<Record<string, string | number>>
}

/** A row of positions, before the header gives them names. */
export type RawRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly error?: Refusal
}

/** What every format's reader hands to `readTable`. */
export type OpenedTable = {
  readonly headers: readonly string[]
  readonly notes: readonly TableNote[]
  readonly rows: AsyncGenerator<TableRow>
  close(): Promise<void>
}

/** Column letters as spreadsheets print them: 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

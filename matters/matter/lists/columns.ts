/** Columns a list of matters can show; the same words name them in an address, in a saved view and in an export. */
export const listColumns = [
  'title',
  'due',
  'state',
  'place',
  'category',
  'urgency',
  'office',
  'number',
  'kind',
  'channel',
  'received',
] as const
export type ListColumn = (typeof listColumns)[number]

/** What a list shows until somebody chooses. */
export const usualColumns: readonly ListColumn[] = listColumns.slice(0, 8)

const isColumn = (word: string): word is ListColumn => listColumns.some((name) => name === word)

/**
 * Columns as an address names them, `title,due,office`: each once, in that order, the title always among them. A word
 * that is no column is passed over, as an old bookmark may hold one.
 */
export function columnsFrom(text: string | undefined): readonly ListColumn[] {
  const named = [...new Set((text ?? '').split(',').filter(isColumn))]
  if (named.length === 0) return usualColumns
  return named.includes('title') ? named : ['title', ...named]
}

/** One column moved by one place; the title stays first, since a row is known by it. */
export function columnMoved(
  columns: readonly ListColumn[],
  column: ListColumn,
  by: -1 | 1,
): readonly ListColumn[] {
  const at = columns.indexOf(column)
  const to = at + by
  if (at < 1 || to < 1 || to >= columns.length) return columns
  return columns.with(at, columns[to] as ListColumn).with(to, column)
}

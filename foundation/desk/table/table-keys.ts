/** Where a key leads in a list of `length` rows from row `from` (-1: none yet); null when the key moves nothing. */
export function rowAfter(key: string, from: number, length: number, page: number): number | null {
  if (length === 0) return null
  const within = (row: number) => Math.max(0, Math.min(length - 1, row))
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return within(from + 1)
    case 'ArrowUp':
    case 'k':
      return within(from < 0 ? 0 : from - 1)
    case 'PageDown':
      return within(from + page)
    case 'PageUp':
      return within(from - page)
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return null
  }
}

/** Rows from one to another, both included, whichever is first. */
export function span<T>(rows: readonly T[], from: number, to: number): readonly T[] {
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1)
}

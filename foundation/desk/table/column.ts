import type { ReactNode } from 'react'

export type Column<R> = {
  readonly key: string
  readonly label: string
  /** CSS grid track: '7rem', 'minmax(12rem, 1fr)'. */
  readonly width: string
  readonly cell: (row: R) => ReactNode
  /** In a narrow pane: `title` is the first line, `about` stands in the second, `none` is left out. */
  readonly narrow: 'title' | 'about' | 'none'
  readonly align?: 'end'
}

export type TableProps<R> = {
  label: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  idOf: (row: R) => string
  /** The row whose page is open beside the list. */
  open?: string | null
  onOpen: (row: R) => void
  /** Rows chosen for a bulk act; leave both out where there is none. */
  chosen?: ReadonlySet<string>
  onChoose?: (chosen: ReadonlySet<string>) => void
  /** What stands under a row across all its columns; null where there is nothing. */
  below?: ((row: R) => ReactNode) | undefined
  /** Asks for the next rows when the end comes near. */
  onMore?: (() => void) | undefined
  /** Shown instead of rows when there are none. */
  empty: ReactNode
}

import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useId, useRef } from 'react'
import type { TableProps } from './column.ts'
import { TableRow } from './TableRow.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useWidth } from './use-width.ts'

const narrowPixels = 560

/**
 * A list of any length: only the rows in sight are in the page. One tab stop; inside it arrows or j and k move,
 * Enter opens, x chooses, Shift with a click chooses a span.
 */
export function Table<R>(props: TableProps<R>) {
  const { columns, rows, idOf, chosen, onMore } = props
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const narrow = width > 0 && width < narrowPixels
  const tableId = useId()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? 61 : 37),
    // Rows change height with the layout; sizes are remembered by this key.
    getItemKey: (index) => `${narrow ? 'narrow' : 'wide'} ${idOf(rows[index] as R)}`,
    overscan: 12,
    scrollPaddingStart: narrow ? 0 : 34,
  })
  const keys = useRowKeys(props, (index) => virtual.scrollToIndex(index))
  const items = virtual.getVirtualItems()
  useMoreRows(items, rows.length, onMore)

  const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
  const rowId = (id: string) => `${tableId}-${id}`
  const activeRow = rows[keys.active]
  const inPage = items.some(({ index }) => index === keys.active)
  return (
    <div ref={scroller} className={narrow ? 'table-scroller table-narrow' : 'table-scroller'}>
      {rows.length === 0 ? <div className="table-empty">{props.empty}</div> : null}
      <table
        className="table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows grid on a table.
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={chosen ? true : undefined}
        // A row far out of sight is not in the page, and nothing may point at it.
        aria-activedescendant={activeRow && inPage ? rowId(idOf(activeRow)) : undefined}
        tabIndex={0}
        hidden={rows.length === 0}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onClick={keys.onClick}
      >
        <TableHead columns={columns} tracks={tracks} choosable={chosen !== undefined} />
        <tbody style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index] as R
            const id = idOf(row)
            return (
              <TableRow
                key={item.key}
                id={rowId(id)}
                row={row}
                columns={columns}
                below={props.below?.(row)}
                narrow={narrow}
                tracks={tracks}
                place={item}
                measure={virtual.measureElement}
                active={item.index === keys.active}
                open={id === props.open}
                chosen={chosen ? chosen.has(id) : null}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function useMoreRows(items: readonly VirtualItem[], length: number, onMore?: () => void) {
  const last = items.at(-1)?.index ?? -1
  const asked = useRef(-1)
  useEffect(() => {
    // Once for each length: the same end is not asked for again while the answer is on its way.
    if (!onMore || last < length - 8 || asked.current === length) return
    asked.current = length
    onMore()
  }, [last, length, onMore])
}

type TableHeadProps = {
  columns: readonly { readonly key: string; readonly label: string; readonly align?: 'end' }[]
  tracks: CSSProperties
  choosable: boolean
}

function TableHead({ columns, tracks, choosable }: TableHeadProps) {
  return (
    <thead>
      <tr className={choosable ? 'row row-choosable' : 'row'} aria-rowindex={1} style={tracks}>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={column.align === 'end' ? 'number' : undefined}
          >
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

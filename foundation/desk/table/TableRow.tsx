import type { CSSProperties, ReactNode } from 'react'
import { Sign } from '../parts/Sign.tsx'
import type { Column } from './column.ts'

type TableRowProps<R> = {
  id: string
  row: R
  columns: readonly Column<R>[]
  below: ReactNode
  narrow: boolean
  tracks: CSSProperties
  place: { readonly index: number; readonly start: number }
  measure: (element: HTMLElement | null) => void
  active: boolean
  open: boolean
  /** Null where rows cannot be chosen. */
  chosen: boolean | null
}

export function TableRow<R>(props: TableRowProps<R>) {
  const { row, columns, below, narrow, place, chosen } = props
  const kind = ['row', chosen === null ? '' : 'row-choosable', props.active ? 'row-active' : '']
  return (
    <tr
      id={props.id}
      ref={props.measure}
      data-index={place.index}
      className={kind.filter(Boolean).join(' ')}
      aria-rowindex={place.index + 2}
      aria-selected={chosen ?? undefined}
      aria-current={props.open ? 'true' : undefined}
      style={{
        ...(narrow ? {} : props.tracks),
        transform: `translateY(${place.start}px)`,
      }}
    >
      {chosen === null ? null : (
        <td className="row-check" data-choose>
          <span className={chosen ? 'check-box check-box-on' : 'check-box'}>
            <Sign name="check" />
          </span>
        </td>
      )}
      {narrow ? (
        <NarrowCells row={row} columns={columns} below={below} />
      ) : (
        <WideCells row={row} columns={columns} />
      )}
      {below && !narrow ? <td className="cell-below">{below}</td> : null}
    </tr>
  )
}

type CellsProps<R> = { row: R; columns: readonly Column<R>[] }

function WideCells<R>({ row, columns }: CellsProps<R>) {
  return columns.map((column) => (
    <td key={column.key} className={column.align === 'end' ? 'cell number' : 'cell'}>
      {column.cell(row)}
    </td>
  ))
}

function NarrowCells<R>({ row, columns, below }: CellsProps<R> & { below: ReactNode }) {
  return (
    <td className="cell-narrow">
      {(['title', 'about'] as const).map((line) => (
        <div key={line} className={`cell-${line}`}>
          {columns
            .filter((column) => column.narrow === line)
            .map((column) => (
              <span key={column.key}>{column.cell(row)}</span>
            ))}
        </div>
      ))}
      {below ? <div className="cell-below">{below}</div> : null}
    </td>
  )
}

import { type ReactNode, useState } from 'react'
import { fill } from '../../languages.ts'
import type { ProblemError } from '../ask.ts'
import { Button } from '../parts/Button.tsx'
import { useScreenWords } from '../setting.ts'
import { SplitView } from '../sheet/SplitView.tsx'
import type { Column } from '../table/column.ts'
import { Table } from '../table/Table.tsx'
import { FindField } from './FindField.tsx'
import { useOpenRow } from './use-open-row.ts'

/** What an asked list knows of itself; a query's answer fits. */
export type Asking = {
  readonly isPending: boolean
  readonly error: ProblemError | null
  readonly refetch: () => unknown
}

type RegisterProps<R> = {
  title: string
  /** What it is for, in a sentence. */
  about: ReactNode
  columns: readonly Column<R>[]
  rows: readonly R[]
  idOf: (row: R) => string
  nameOf: (row: R) => string
  asking: Asking
  /** What the field "find" looks through; no field without it. */
  textOf?: (row: R) => string
  /** Narrow what is asked for. */
  filters?: ReactNode
  /** What can be done with the register as a whole. */
  acts?: ReactNode
  /** Says what to do when there is nothing. */
  empty: ReactNode
  onMore?: (() => void) | undefined
  detail: (row: R) => ReactNode
}

/** A list of things the county keeps (offices, rules, holidays …) with one of them beside it; its address names it. */
export function Register<R>(props: RegisterProps<R>) {
  const { rows, idOf, textOf, detail } = props
  const words = useScreenWords()
  const [find, setFind] = useState('')
  const { open, openRow } = useOpenRow()
  const sought = find.trim().toLowerCase()
  const shown = sought ? rows.filter((row) => textOf?.(row).toLowerCase().includes(sought)) : rows
  const chosen = rows.find((row) => idOf(row) === open)
  const list = (
    <div className="register">
      <RegisterHead {...props} count={shown.length} find={find} onFind={setFind} />
      {props.asking.error ? (
        <div className="table-empty" role="alert">
          <p>{props.asking.error.detail}</p>
          <Button onPress={() => props.asking.refetch()}>{words.again}</Button>
        </div>
      ) : (
        <Table
          label={props.title}
          columns={props.columns}
          rows={shown}
          idOf={idOf}
          open={open}
          onOpen={(row) => openRow(idOf(row))}
          onMore={props.onMore}
          empty={<EmptyWords asking={props.asking} sought={sought} empty={props.empty} />}
        />
      )}
    </div>
  )
  return (
    <SplitView
      label={props.title}
      list={list}
      detail={chosen ? detail(chosen) : null}
      detailLabel={chosen ? props.nameOf(chosen) : ''}
      detailKey={open}
      onBack={() => openRow(null)}
    />
  )
}

type EmptyWordsProps = { asking: Asking; sought: string; empty: ReactNode }

function EmptyWords({ asking, sought, empty }: EmptyWordsProps) {
  const words = useScreenWords()
  if (asking.isPending) return <p role="status">{words.loading}</p>
  return sought ? <p role="status">{words.nothingFound}</p> : empty
}

type RegisterHeadProps<R> = Pick<
  RegisterProps<R>,
  'title' | 'about' | 'textOf' | 'filters' | 'acts' | 'asking' | 'onMore'
> & { count: number; find: string; onFind: (find: string) => void }

function RegisterHead<R>(props: RegisterHeadProps<R>) {
  const words = useScreenWords()
  return (
    <header className="register-head">
      <div className="register-title">
        <h1>{props.title}</h1>
        <p role="status">
          {props.asking.isPending
            ? null
            : fill(props.onMore ? words.rowsSoFar : words.rows, { count: props.count })}
        </p>
      </div>
      <p className="register-about">{props.about}</p>
      <div className="register-tools">
        {props.textOf ? <FindField value={props.find} onChange={props.onFind} /> : null}
        {props.filters}
        {props.acts ? <div className="register-acts">{props.acts}</div> : null}
      </div>
    </header>
  )
}

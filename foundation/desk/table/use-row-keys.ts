import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { useShortcut } from '../keys/shortcuts.ts'
import { useScreenWords } from '../setting.ts'
import type { TableProps } from './column.ts'
import { rowAfter, span } from './table-keys.ts'

/** Rows a page key moves by. */
const pageRows = 15

function toggled(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  on: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen)
  for (const id of ids) {
    if (on) next.add(id)
    else next.delete(id)
  }
  return next
}

/** The active row of a table, and what keys and clicks do to it. */
export function useRowKeys<R>(props: TableProps<R>, scrollTo: (index: number) => void) {
  const { rows, idOf, chosen, onChoose, onOpen } = props
  const [activeId, setActiveId] = useState<string | null>(null)
  // Known by its id: rows that come in above do not move it.
  const active = rows.findIndex((row) => idOf(row) === (activeId ?? props.open))

  const moveTo = (index: number) => {
    const row = rows[index]
    if (!row) return
    setActiveId(idOf(row))
    scrollTo(index)
    // With a matter open beside the list, the matter follows.
    if (props.open !== undefined && props.open !== null) onOpen(row)
  }
  const choose = (from: number, to: number, on: boolean) => {
    if (!chosen || !onChoose) return
    onChoose(toggled(chosen, span(rows, from, to).map(idOf), on))
  }
  const isChosen = (index: number) => {
    const row = rows[index]
    return row !== undefined && (chosen?.has(idOf(row)) ?? false)
  }
  const press = (key: string) => {
    const to = rowAfter(key, active, rows.length, pageRows)
    if (to !== null) moveTo(to)
    return to !== null
  }

  useRowShortcuts({
    press,
    open: () => rows[active] && onOpen(rows[active]),
    choose: chosen ? () => choose(active, active, !isChosen(active)) : null,
  })

  return {
    active,
    onFocus: () => {
      if (active < 0 && rows[0]) setActiveId(idOf(rows[0]))
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key.length > 1 && press(event.key)) event.preventDefault()
      if (event.key === ' ' && chosen) {
        event.preventDefault()
        choose(active, active, !isChosen(active))
      }
    },
    onClick: (event: MouseEvent) => {
      const place = event.target instanceof Element ? event.target.closest('tr[data-index]') : null
      const index = Number(place?.getAttribute('data-index') ?? -1)
      const row = rows[index]
      if (!row) return
      setActiveId(idOf(row))
      const onBox =
        event.target instanceof Element && event.target.closest('[data-choose]') !== null
      if (!chosen || !(onBox || event.shiftKey)) return onOpen(row)
      if (event.shiftKey && active >= 0) choose(active, index, true)
      else choose(index, index, !isChosen(index))
    },
  }
}

type RowDeeds = { press: (key: string) => boolean; open: () => void; choose: (() => void) | null }

/** The same keys work from anywhere on the screen where nothing is being typed. */
function useRowShortcuts({ press, open, choose }: RowDeeds): void {
  const { keys } = useScreenWords()
  useShortcut({ keys: 'j', label: keys.next, group: 'list', run: () => press('j') })
  useShortcut({ keys: 'k', label: keys.previous, group: 'list', run: () => press('k') })
  useShortcut({ keys: 'Enter', label: keys.open, group: 'list', run: open })
  useShortcut(choose ? { keys: 'x', label: keys.choose, group: 'list', run: choose } : null)
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Contract, InputOf } from '#foundation/contract.ts'
import { ask, ProblemError } from '#foundation/desk/ask.ts'
import { filled } from '#foundation/desk/form/filled.ts'
import { newActId } from '#foundation/desk/new-act-id.ts'
import type { ActId } from '#foundation/ids.ts'
import type { MatterRow } from '../view.ts'

/** One matter of a bulk act. `unsent`: stopped, or no network, before it was known to be done. */
export type BulkItem = {
  readonly row: MatterRow
  readonly actId: ActId
  readonly outcome: 'waiting' | 'sending' | 'done' | 'refused' | 'unsent'
  /** Why it was refused, or what kept it from being sent. */
  readonly detail: string | null
}

/**
 * The same act for many matters, one after the other, each with its own id: what is interrupted goes on where
 * it stopped
 * and does nothing twice.
 */
export function useBulk(contract: Contract) {
  const client = useQueryClient()
  const [items, setItems] = useState<readonly BulkItem[]>([])
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  // The same for each; kept for those that go on later.
  const said = useRef<object>({})
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )

  const note = (actId: ActId, more: Partial<BulkItem>) =>
    setItems((list) => list.map((item) => (item.actId === actId ? { ...item, ...more } : item)))

  /** True when the next may be sent. */
  const send = async ({ row, actId }: BulkItem): Promise<boolean> => {
    note(actId, { outcome: 'sending', detail: null })
    try {
      const input = { ...said.current, matter: row.id, actId, seen: row.version }
      await ask(contract, input as unknown as InputOf<Contract>)
      note(actId, { outcome: 'done' })
      return true
    } catch (error) {
      const { status, detail } = error instanceof ProblemError ? error : { status: 0, detail: '' }
      const unanswered = status === 0 || status === 401 || status >= 500
      note(actId, { outcome: unanswered ? 'unsent' : 'refused', detail })
      return !unanswered
    }
  }

  const run = async (todo: readonly BulkItem[]) => {
    stopped.current = false
    setRunning(true)
    const ids = new Set(todo.map(({ actId }) => actId))
    setItems((list) =>
      list.map((item) => (ids.has(item.actId) ? { ...item, outcome: 'waiting' } : item)),
    )
    for (const item of todo) if (stopped.current || !(await send(item))) break
    setItems((list) =>
      list.map((item) => (item.outcome === 'waiting' ? { ...item, outcome: 'unsent' } : item)),
    )
    setRunning(false)
    await client.invalidateQueries()
  }

  return {
    items,
    running,
    start: (rows: readonly MatterRow[], more: object = {}) => {
      said.current = filled(more)
      const todo = rows.map(
        (row): BulkItem => ({ row, actId: newActId(), outcome: 'waiting', detail: null }),
      )
      setItems(todo)
      void run(todo)
    },
    resume: () => void run(items.filter(({ outcome }) => outcome === 'unsent')),
    stop: () => {
      stopped.current = true
    },
  }
}

import { useState } from 'react'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { BulkBar } from '#foundation/desk/table/BulkBar.tsx'
import { fill } from '#foundation/languages.ts'
import { useMatterWords } from '../matter-words.ts'
import type { MatterRow } from '../view.ts'
import { type BulkAct, BulkDialog } from './BulkDialog.tsx'

type BulkActsProps = {
  rows: readonly MatterRow[]
  /** Numbers of the chosen matters. */
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  acts: readonly BulkAct[]
}

/**
 * What can be done with all that is chosen; what only some of it allows is shown off, with how many stand
 * against it.
 */
export function BulkActs({ rows, chosen, onChoose, acts }: BulkActsProps) {
  const words = useMatterWords()
  const { bulk } = words.desk
  const [running, setRunning] = useState<{ act: BulkAct; rows: readonly MatterRow[] } | null>(null)
  const meant = rows.filter(({ number }) => chosen.has(number))
  const offered = acts
    .map((act) => ({ act, fit: meant.filter(({ may }) => may.includes(act.verb)).length }))
    .filter(({ fit }) => fit > 0)
  return (
    <>
      <BulkBar rows={rows} idOf={({ number }) => number} chosen={chosen} onChoose={onChoose}>
        {offered.length === 0 ? <span className="bulk-none">{bulk.none}</span> : null}
        {offered.map(({ act, fit }) => (
          <Button
            key={act.verb}
            tight
            whyNot={fit < meant.length ? fill(bulk.notAll, { count: meant.length - fit }) : null}
            onPress={() => setRunning({ act, rows: meant })}
          >
            {words.act[act.verb]}
          </Button>
        ))}
      </BulkBar>
      {running ? (
        <BulkDialog
          act={running.act}
          rows={running.rows}
          onClose={(done) => {
            setRunning(null)
            const left = new Set(chosen)
            for (const number of done) left.delete(number)
            onChoose(left)
          }}
        />
      ) : null}
    </>
  )
}

import type { Contract } from '#foundation/contract.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { Dialog } from '#foundation/desk/parts/Dialog.tsx'
import { useScreenWords } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { Toned } from '#foundation/screens/Toned.tsx'
import type { Tone } from '#foundation/screens/tone.ts'
import type { Verb } from '../../model.ts'
import { useMatterWords } from '../matter-words.ts'
import type { MatterRow } from '../view.ts'
import { shortNumber } from './matter-columns.tsx'
import { type BulkItem, useBulk } from './use-bulk.ts'

/** An act that needs nothing but the matter, so that it can be done to many at once. */
export type BulkAct = { readonly verb: Verb; readonly contract: Contract }

type BulkDialogProps = {
  act: BulkAct
  rows: readonly MatterRow[]
  /** Numbers of the matters it was done to. */
  onClose: (done: readonly string[]) => void
}

/** Asks once, then does it to each, shows how far it is, and lists what became of every one. */
export function BulkDialog({ act, rows, onClose }: BulkDialogProps) {
  const words = useMatterWords()
  const screen = useScreenWords()
  const { bulk } = words.desk
  const { items, running, start, resume, stop } = useBulk(act.contract)
  const name = words.act[act.verb]
  const count = (outcome: BulkItem['outcome']) =>
    items.filter((item) => item.outcome === outcome).length
  const [done, refused, unsent] = [count('done'), count('refused'), count('unsent')]
  const all = refused > 0 ? bulk.summary : bulk.allDone
  const summary = unsent > 0 ? bulk.summaryUnsent : all
  const close = () => {
    stop()
    onClose(items.flatMap(({ row, outcome }) => (outcome === 'done' ? [row.number] : [])))
  }
  return (
    <Dialog
      title={fill(bulk.title, { act: name, count: rows.length })}
      open
      keep
      onClose={close}
      actions={
        <>
          {items.length === 0 ? (
            <Button kind="next" autoFocus onPress={() => start(rows)}>
              {fill(bulk.start, { act: name, count: rows.length })}
            </Button>
          ) : null}
          {running ? <Button onPress={stop}>{bulk.stop}</Button> : null}
          {!running && unsent > 0 ? (
            <Button kind="next" onPress={resume}>
              {fill(bulk.resume, { count: unsent })}
            </Button>
          ) : null}
          {running ? null : <Button onPress={close}>{screen.close}</Button>}
        </>
      }
    >
      {items.length === 0 ? (
        <p>{fill(bulk.ask, { count: rows.length })}</p>
      ) : (
        <>
          <p role="status" className="bulk-progress">
            {running
              ? fill(bulk.progress, { done: done + refused, count: items.length })
              : fill(summary, { done, refused, unsent })}
          </p>
          <progress
            aria-label={fill(bulk.title, { act: name, count: items.length })}
            max={items.length}
            value={done + refused}
          />
          <BulkResults items={items} />
        </>
      )}
    </Dialog>
  )
}

const toneOf: Readonly<Record<BulkItem['outcome'], Tone>> = {
  waiting: 'waiting',
  sending: 'open',
  done: 'done',
  refused: 'late',
  unsent: 'paused',
}

function BulkResults({ items }: { items: readonly BulkItem[] }) {
  const { bulk } = useMatterWords().desk
  const say = ({ outcome, detail }: BulkItem) =>
    outcome === 'refused' ? (detail ?? '') : bulk[outcome]
  return (
    <ul className="bulk-results" aria-label={bulk.results}>
      {items.map((item) => (
        <li key={item.actId}>
          <p>
            <span className="bulk-number">{shortNumber(item.row.number)}</span> {item.row.title}
          </p>
          <Toned tone={toneOf[item.outcome]} words={say(item)} />
        </li>
      ))}
    </ul>
  )
}

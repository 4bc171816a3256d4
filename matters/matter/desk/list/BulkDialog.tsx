import { type ComponentType, useState } from 'react'
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

/** What is said once for all the matters: the office they all go to, the category of all. */
export type BulkFields = {
  readonly Form: ComponentType<BulkFormProps>
  /** Fields without which it cannot begin. */
  readonly needs: readonly string[]
}
export type BulkSaid = Readonly<Record<string, string | null>>
export type BulkFormProps = {
  readonly said: BulkSaid
  readonly change: (more: BulkSaid) => void
}

/** An act that can be done to many at once: nothing is to be said, or the same of each. */
export type BulkAct = {
  readonly verb: Verb
  readonly contract: Contract
  readonly fields?: BulkFields
}

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
  const [said, setSaid] = useState<BulkSaid>({})
  const { items, running, start, resume, stop } = useBulk(act.contract)
  const missing = act.fields?.needs.some((name) => !said[name]?.trim()) ?? false
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
            <Button
              kind="next"
              autoFocus={!act.fields}
              whyNot={missing ? bulk.missing : null}
              onPress={() => start(rows, said)}
            >
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
        <BulkQuestion act={act} rows={rows} said={said} onSaid={setSaid} />
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

type BulkQuestionProps = Pick<BulkDialogProps, 'act' | 'rows'> & {
  said: BulkSaid
  onSaid: (said: BulkSaid) => void
}

/** What will happen to which, and what has to be said for all of them. */
function BulkQuestion({ act, rows, said, onSaid }: BulkQuestionProps) {
  const { bulk } = useMatterWords().desk
  const Form = act.fields?.Form
  return (
    <>
      <p>{fill(bulk.ask, { count: rows.length })}</p>
      {Form ? <Form said={said} change={(more) => onSaid({ ...said, ...more })} /> : null}
      <ul className="bulk-results" aria-label={bulk.chosen}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="bulk-number">{shortNumber(row.number)}</span> {row.title}
          </li>
        ))}
      </ul>
    </>
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

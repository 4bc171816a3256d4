import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { FormTrouble } from '#foundation/desk/form/FormDialog.tsx'
import { useShortcut } from '#foundation/desk/keys/shortcuts.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import type { Verb } from '../../model.ts'
import { useMatterWords } from '../matter-words.ts'
import { sayDone } from '../pane/say-done.ts'
import type { MatterView } from '../view.ts'
import { ActAs } from './ActAs.tsx'
import type { ActFormState } from './use-act-form.ts'

type ActFormProps = {
  verb: Verb
  form: ActFormState
  /** What this will bring about, before it is done. */
  lead?: ReactNode
  /** What the button does: "派给城管局"; the name of the act unless told otherwise. */
  send?: string
  /** Why it cannot be sent just now, although the act may be done. */
  wait?: string | null
  onClose: () => void
  children?: ReactNode
}

/** The frame of every act's form: what it will do, its fields, what went wrong, and the button that does it. */
export function ActForm(props: ActFormProps) {
  const { verb, form, lead, send, wait = null, onClose, children } = props
  const words = useMatterWords()
  const screen = useScreenWords()
  const id = useId()
  const label = send ?? words.act[verb]
  const choice = form.matter.acts.find((act) => act.verb === verb)
  const refusal = choice?.refusal ?? null
  // What was sent without an answer may have made the act impossible: it must still be possible to find out.
  const whyNot = form.unanswered ? null : (refusal?.detail ?? wait)
  const sendOnce = () => {
    if (!form.busy && !whyNot) form.send()
  }
  useShortcut({ keys: 'Control+Enter', label, group: 'here', run: sendOnce })
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => beginIn(place.current), [])
  const { problem } = form
  useEffect(() => {
    if (problem) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [problem])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  return (
    <form
      ref={place}
      className="act-form"
      data-keys="own"
      aria-labelledby={`${id}-title`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        sendOnce()
      }}
    >
      <h2 id={`${id}-title`} tabIndex={-1}>
        {words.act[verb]}
      </h2>
      <ActAs post={choice?.post} />
      {lead ? <div className="act-lead">{lead}</div> : null}
      <div className="act-fields" inert={form.offline || form.unanswered}>
        {children}
      </div>
      <ActNews form={form} />
      <FormTrouble sentence={form.trouble} />
      <div className="form-actions">
        <Button kind="next" type="submit" busy={form.busy} whyNot={whyNot} keyHint="Control+Enter">
          {form.unanswered ? words.desk.act.again : label}
        </Button>
        {form.unanswered ? <Button onPress={form.edit}>{words.desk.act.edit}</Button> : null}
        <Button kind="quiet" keyHint="Escape" onPress={onClose}>
          {screen.cancel}
        </Button>
      </div>
    </form>
  )
}

const firstField =
  '.act-fields :is(input:not([type=file]), textarea, button):not([disabled], [tabindex="-1"])'

/** Where the hands go: the first field. A finger is not thrown into a keyboard it did not ask for. */
function beginIn(form: HTMLFormElement | null): void {
  const byFinger = matchMedia('(pointer: coarse)').matches
  const field = byFinger ? null : form?.querySelector<HTMLElement>(firstField)
  const place = field ?? form?.querySelector<HTMLElement>('h2')
  place?.focus()
}

type ActWords = ReturnType<typeof useMatterWords>['desk']['act']

/** How the sending stands, where it does not just go through. */
function toldOf(form: ActFormState, act: ActWords): string | null {
  if (form.offline) return act.offline
  if (form.retrying) return act.retrying
  return form.unanswered ? act.unknown : null
}

/** What the officer must know before pressing again: no network, no answer, somebody else was faster. */
function ActNews({ form }: { form: ActFormState }) {
  const { act } = useMatterWords().desk
  const place = useRef<HTMLDivElement>(null)
  const told = toldOf(form, act)
  const news = told ?? form.changedSince
  useEffect(() => {
    if (news !== null) place.current?.scrollIntoView({ block: 'nearest' })
  }, [news])
  return (
    <div role="status" ref={place} className="act-news-place">
      {told ? <p className="act-news">{told}</p> : null}
      {form.changedSince === null ? null : (
        <div className="act-news">
          <p>{act.changed}</p>
          <ChangesSince matter={form.matter} seen={form.changedSince} />
          <p>
            {act.changedHint}
            {act.kept}
          </p>
        </div>
      )}
    </div>
  )
}

function ChangesSince({ matter, seen }: { matter: MatterView; seen: number }) {
  const words = useMatterWords()
  const language = useLanguage()
  const now = useNow()
  return (
    <ul className="act-changes">
      {matter.timeline
        .filter((entry) => entry.seq > seen)
        .map((entry) => (
          <li key={entry.seq}>
            {fill('{at}  {by}  {done}', {
              at: sayMoment(entry.at, language, now),
              by: entry.office ?? words.actor.system,
              done: sayDone(entry, words, language),
            })}
          </li>
        ))}
    </ul>
  )
}

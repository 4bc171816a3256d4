import { useState } from 'react'
import type { TSchema } from 'typebox'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import type { ProblemError } from '#foundation/desk/ask.ts'
import { forgetDraft, keepDraft } from '#foundation/desk/form/draft.ts'
import { troubleOf } from '#foundation/desk/form/form-trouble.ts'
import { useMe } from '#people/desk/me.ts'
import { useMatterWords } from '../matter-words.ts'
import type { ActFormProps } from './act-form.ts'
import { beginAct, type KeptAct, resumeAct } from './kept-act.ts'
import { isConflict, isUnanswered, useSending } from './use-sending.ts'

/** What a form adds to the envelope every act has. */
export type FieldsOf<C> = Omit<InputOf<C>, 'matter' | 'actId' | 'seen'>

/** What a form does with an answer that says more than that it was done. */
type Answering<C> = {
  /** A sentence for the officer. */
  readonly tell?: (answer: OutputOf<C>) => string | null
  /** Shows the answer itself instead of ending. */
  readonly show?: (answer: OutputOf<C>) => void
}

/** Beside its field, a refusal need not name the field. */
function useFieldRefusal() {
  const { missing, wrong } = useMatterWords().desk.act
  const short: Readonly<Record<string, string>> = {
    'foundation.fieldMissing': missing,
    'foundation.fieldWrongType': wrong,
  }
  return ({ refusal, field, detail }: ProblemError) => ({
    field,
    detail: (refusal && short[refusal]) ?? detail,
  })
}

/**
 * One act being filled in and sent.
 * @param known what is known already and filled in; anything typed stands above it
 * @param fieldsOf what is sent, made from the whole draft
 */
export function useActForm<C extends Contract<TSchema, TSchema>, D extends object>(
  contract: C,
  { matter, begin, onDone }: ActFormProps,
  known: D,
  fieldsOf: (draft: D) => FieldsOf<C>,
  { tell, show }: Answering<C> = {},
) {
  const name = `act.${useMe().person}.${contract.name}.${matter.id}`
  const [act, setAct] = useState<KeptAct<D>>(() => {
    const kept = resumeAct<D>(name, matter.version)
    return kept.unanswered ? kept : { ...kept, typed: { ...kept.typed, ...begin } }
  })
  const update = (change: (before: KeptAct<D>) => KeptAct<D>) =>
    setAct((before) => {
      const next = change(before)
      keepDraft(name, next)
      return next
    })
  const draft: D = { ...known, ...act.typed }
  const sending = useSending(contract, {
    onAnswer: (answer) => {
      forgetDraft(name)
      if (show) show(answer)
      else onDone(tell?.(answer))
    },
    onTrouble: (error) => update((before) => ({ ...before, unanswered: isUnanswered(error) })),
  })
  const problem = sending.error
  const conflict = problem !== null && isConflict(problem)
  const said = useFieldRefusal()
  const trouble = troubleOf(problem && said(problem), Object.keys(draft))
  const change = (more: Partial<D>) =>
    update((before) => ({ ...before, typed: { ...before.typed, ...more } }))
  return {
    draft,
    change,
    /** Value, change and error of one field. */
    bind: <K extends keyof D & string>(field: K) => ({
      value: draft[field],
      onChange: (value: D[K]) => change({ [field]: value } as unknown as Partial<D>),
      error: trouble.at(field),
    }),
    matter,
    problem,
    busy: sending.isPending,
    /** Waits for the network to come back. */
    offline: sending.isPaused,
    /** Asked in vain so far, and asking again by itself. */
    retrying: sending.isPending && !sending.isPaused && sending.failureCount > 0,
    unanswered: act.unanswered && !sending.isPending,
    /** Others acted after this version, which the officer had seen; null while nobody did. */
    changedSince: conflict ? act.seen : null,
    trouble: act.unanswered || conflict ? null : trouble.rest,
    send: () => {
      // Pressed again after a conflict: the officer has read what is new.
      const { actId, seen } = conflict ? beginAct<D>(matter.version) : act
      update((before) => ({ ...before, actId, seen, unanswered: true }))
      const envelope = { matter: matter.id, actId, seen }
      sending.mutate({ ...envelope, ...fieldsOf(draft) } as InputOf<C>)
    },
    /** Gives up waiting for an answer. Should the act have been done after all, the version seen tells. */
    edit: () => {
      update(({ seen, typed }) => beginAct(seen, typed))
      sending.reset()
    },
  }
}

export type ActFormState = Omit<ReturnType<typeof useActForm>, 'bind' | 'change' | 'draft'>

import { Fragment } from 'react'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Quote } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { lastText } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { useMe } from '#people/desk/me.ts'
import { OfficesChoice } from '#people/desk/OfficeChoice.tsx'
import { useOfficeName } from '#people/desk/offices.ts'
import { concludeConsultation, consult, opine } from '../../contract.ts'
import { reasonLengthMax } from '../../model.ts'
import { useDispatchWords } from '../dispatch-words.ts'
import { askedOffices, opinionsGiven } from './opinions.ts'

/** Asks several offices before a hard case is dispatched. */
export function ConsultForm(props: ActFormProps) {
  const words = useDispatchWords().desk.consult
  const { act } = useMatterWords().desk
  const known = { question: '', offices: [] as readonly string[] }
  const form = useActForm(consult, props, known, ({ question, offices }) => ({
    question: question.trim(),
    offices: [...offices],
  }))
  return (
    <ActForm verb="consult" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <TextField
        label={words.question}
        hint={act.insideHint}
        {...form.bind('question')}
        rows={3}
        maxLength={reasonLengthMax}
        required
      />
      <OfficesChoice label={words.offices} {...form.bind('offices')} required />
    </ActForm>
  )
}

function Question({ matter }: Pick<ActFormProps, 'matter'>) {
  const words = useDispatchWords().desk.concludeConsultation
  return (
    <>
      <p>{words.asked}</p>
      <Quote>{lastText(matter, 'consult', 'question')}</Quote>
    </>
  )
}

/** What an office that is asked says itself. What it said before stands there to be changed. */
export function OpineForm(props: ActFormProps) {
  const words = useDispatchWords().desk.opine
  const { act } = useMatterWords().desk
  const mine = useMe().posts.map(({ office }) => office)
  const before = [...opinionsGiven(props.matter)].find(([office]) => mine.includes(office))
  const known = { opinion: before?.[1] ?? '' }
  const form = useActForm(opine, props, known, ({ opinion }) => ({ opinion: opinion.trim() }))
  return (
    <ActForm
      verb="opine"
      form={form}
      lead={
        <>
          <p>{words.lead}</p>
          <Question matter={props.matter} />
        </>
      }
      send={words.send}
      onClose={props.onClose}
    >
      <TextField
        label={words.opinion}
        hint={act.insideHint}
        {...form.bind('opinion')}
        rows={4}
        maxLength={reasonLengthMax}
        required
      />
    </ActForm>
  )
}

/** Ends it with what each office said and what was agreed. */
export function ConcludeConsultationForm(props: ActFormProps) {
  const words = useDispatchWords().desk.concludeConsultation
  const officeName = useOfficeName()
  const given = opinionsGiven(props.matter)
  const asked = askedOffices(props.matter).filter((office) => !given.has(office))
  const known = { conclusion: '', opinions: {} as Readonly<Record<string, string>> }
  const form = useActForm(concludeConsultation, props, known, ({ conclusion, opinions }) => {
    const told = asked.flatMap((office) => {
      const opinion = opinions[office]?.trim()
      return opinion ? [{ office, opinion }] : []
    })
    return {
      conclusion: conclusion.trim(),
      opinions: told.length > 0 ? told : undefined,
    }
  })
  const { draft, bind, change } = form
  return (
    <ActForm
      verb="concludeConsultation"
      form={form}
      lead={
        <>
          <p>{words.lead}</p>
          <Question matter={props.matter} />
          {[...given].map(([office, opinion]) => (
            <Fragment key={office}>
              <p>{fill(words.opinion, { office: officeName(office) ?? '' })}</p>
              <Quote>{opinion}</Quote>
            </Fragment>
          ))}
        </>
      }
      send={words.send}
      onClose={props.onClose}
    >
      {asked.map((office) => (
        <TextField
          key={office}
          label={fill(words.opinion, { office: officeName(office) ?? '' })}
          hint={words.writeFor}
          value={draft.opinions[office] ?? ''}
          onChange={(opinion) => change({ opinions: { ...draft.opinions, [office]: opinion } })}
          rows={2}
          maxLength={reasonLengthMax}
        />
      ))}
      <TextField
        label={words.conclusion}
        {...bind('conclusion')}
        rows={3}
        maxLength={reasonLengthMax}
        required
      />
    </ActForm>
  )
}

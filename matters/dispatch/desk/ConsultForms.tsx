import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Quote } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { lastEntry, lastText } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { OfficesChoice } from '#people/desk/OfficeChoice.tsx'
import { useOfficeName } from '#people/desk/offices.ts'
import { concludeConsultation, consult } from '../contract.ts'
import { reasonLengthMax } from '../model.ts'
import { useDispatchWords } from './dispatch-words.ts'

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

/** The offices that were asked, as the record has them. */
function askedOffices(matter: ActFormProps['matter']): readonly string[] {
  const asked = lastEntry(matter, 'consult')?.body?.offices
  return Array.isArray(asked) ? asked.filter((one) => typeof one === 'string') : []
}

/** Ends it with what each office said and what was agreed. */
export function ConcludeConsultationForm(props: ActFormProps) {
  const words = useDispatchWords().desk.concludeConsultation
  const officeName = useOfficeName()
  const asked = askedOffices(props.matter)
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
          <p>{words.asked}</p>
          <Quote>{lastText(props.matter, 'consult', 'question')}</Quote>
        </>
      }
      send={words.send}
      onClose={props.onClose}
    >
      {asked.map((office) => (
        <TextField
          key={office}
          label={fill(words.opinion, { office: officeName(office) ?? '' })}
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

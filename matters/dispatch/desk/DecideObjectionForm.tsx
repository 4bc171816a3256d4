import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Quote } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, lastEntry, lastText } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { useOfficeName } from '#people/desk/offices.ts'
import { decideObjection } from '../contract.ts'
import { objectionDecisions, reasonLengthMax } from '../model.ts'
import { useDispatchWords } from './dispatch-words.ts'

type Decision = (typeof objectionDecisions)[number]

/** Decides a contested dispatch for good, with what was said against it in sight. */
export function DecideObjectionForm(props: ActFormProps) {
  const { objectionDecision, desk } = useDispatchWords()
  const words = desk.decideObjection
  const known = { decision: null as Decision | null, reason: '' }
  const form = useActForm(decideObjection, props, known, ({ decision, reason }) => ({
    decision: chosen(decision),
    reason: reason.trim(),
  }))
  const { draft, bind, change } = form
  return (
    <ActForm
      verb="decideObjection"
      form={form}
      lead={<Objection matter={props.matter} />}
      {...(draft.decision === null ? {} : { send: words.send[draft.decision] })}
      onClose={props.onClose}
    >
      <RadioGroup
        label={words.decision}
        required
        choices={objectionDecisions.map((key) => ({ key, label: objectionDecision[key] }))}
        {...bind('decision')}
        onChange={(decision) => change({ decision: decision as Decision })}
      />
      <TextField
        label={words.reason}
        {...bind('reason')}
        rows={3}
        maxLength={reasonLengthMax}
        required
      />
    </ActForm>
  )
}

function Objection({ matter }: { matter: MatterView }) {
  const words = useDispatchWords().desk.decideObjection
  const officeName = useOfficeName()
  const wanted = lastText(matter, 'object', 'wanted')
  const office = lastEntry(matter, 'object')?.office ?? ''
  return (
    <>
      <p>{words.lead}</p>
      <p>{fill(words.by, { office })}</p>
      <Quote>{lastText(matter, 'object', 'reason')}</Quote>
      {wanted === null ? null : (
        <p>{fill(words.wanted, { office: officeName(wanted) ?? wanted })}</p>
      )}
    </>
  )
}

import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { contact } from '../contract.ts'
import { type ContactWay, contactWays, replyLengthMax } from '../model.ts'
import { useHandleWords } from './handle-words.ts'

type Reached = 'yes' | 'no'

/** Records a try to reach the reporter. */
export function ContactForm(props: ActFormProps) {
  const { desk, how: ways, reached: results } = useHandleWords()
  const words = desk.contact
  const known = { how: 'phone' as ContactWay, reached: null as Reached | null, note: '' }
  const form = useActForm(contact, props, known, ({ how, reached, note }) => ({
    how,
    reached: chosen(reached === null ? null : reached === 'yes'),
    note: said(note),
  }))
  const { bind, change } = form
  return (
    <ActForm verb="contact" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <RadioGroup
        label={words.how}
        required
        inline
        choices={contactWays.map((key) => ({ key, label: ways[key] }))}
        {...bind('how')}
        onChange={(how) => change({ how: how as ContactWay })}
      />
      <RadioGroup
        label={words.reached}
        required
        inline
        choices={(['yes', 'no'] as const).map((key) => ({ key, label: results[key] }))}
        {...bind('reached')}
        onChange={(reached) => change({ reached: reached as Reached })}
      />
      <TextField label={words.note} {...bind('note')} rows={3} maxLength={replyLengthMax} />
    </ActForm>
  )
}

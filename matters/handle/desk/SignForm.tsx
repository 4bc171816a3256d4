import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { sign } from '../contract.ts'
import { replyLengthMax } from '../model.ts'
import { useHandleWords } from './handle-words.ts'

/** Takes a matter on for the office. */
export function SignForm(props: ActFormProps) {
  const words = useHandleWords().desk.sign
  const form = useActForm(sign, props, { note: '' }, ({ note }) => ({ note: said(note) }))
  return (
    <ActForm verb="sign" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <TextField label={words.note} {...form.bind('note')} rows={2} maxLength={replyLengthMax} />
    </ActForm>
  )
}

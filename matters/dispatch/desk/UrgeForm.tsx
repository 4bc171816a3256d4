import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { urge } from '../contract.ts'
import { reasonLengthMax } from '../model.ts'
import { useDispatchWords } from './dispatch-words.ts'

/** Reminds the handling office. */
export function UrgeForm(props: ActFormProps) {
  const words = useDispatchWords().desk.urge
  const form = useActForm(urge, props, { note: '' }, ({ note }) => ({ note: said(note) }))
  return (
    <ActForm verb="urge" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <TextField label={words.note} {...form.bind('note')} rows={2} maxLength={reasonLengthMax} />
    </ActForm>
  )
}

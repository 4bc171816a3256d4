import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { withdraw } from '../../contract.ts'
import { useActsWords } from './acts-words.ts'

/** Ends a matter because its reporter asks for it. */
export function WithdrawForm(props: ActFormProps) {
  const words = useActsWords().withdraw
  const form = useActForm(withdraw, props, { reason: '' }, ({ reason }) => ({
    reason: said(reason),
  }))
  return (
    <ActForm
      verb="withdraw"
      form={form}
      lead={words.lead}
      send={words.send}
      onClose={props.onClose}
    >
      <TextField label={words.reason} {...form.bind('reason')} rows={2} maxLength={500} />
    </ActForm>
  )
}

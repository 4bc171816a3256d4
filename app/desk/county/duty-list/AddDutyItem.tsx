import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import { addDutyItem } from '#matters/dispatch/lists-contract.ts'
import { blankItem, DutyItemFields, itemInput } from './DutyItemFields.tsx'
import { useDutyWords } from './duty-words.ts'

/** A new item, the number first as it stands in the county's printed list. */
export function AddDutyItem({ onClose }: { onClose: () => void }) {
  const words = useDutyWords()
  const form = useCommandForm(addDutyItem, blankItem, itemInput, ['note'])
  const { fields, change, trouble } = form
  return (
    <FormDialog
      title={words.add}
      open
      onClose={onClose}
      lead={words.addLead}
      send={words.add}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() =>
        form.send(({ id }) => {
          onClose()
          tellDone(fill(words.added, { id }))
        })
      }
    >
      <DutyItemFields fields={fields} change={change} trouble={trouble} fixed={false} />
    </FormDialog>
  )
}

import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useOpenRow } from '#foundation/desk/register/use-open-row.ts'
import { fill } from '#foundation/languages.ts'
import { addOfficer } from '../../../administration-contract.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'

/** Enters somebody; their page opens, where posts and account are given. */
export function AddOfficer({ onClose }: { onClose: () => void }) {
  const { people: words } = useAdministrationWords()
  const people = usePeopleWords()
  const { openRow } = useOpenRow()
  const form = useCommandForm(addOfficer, { name: '', from: '' }, (fields, actId) => ({
    ...fields,
    actId,
  }))
  const { fields, change, trouble } = form
  return (
    <FormDialog
      title={people.administration.addOfficer}
      open
      onClose={onClose}
      lead={words.addLead}
      send={people.administration.addOfficer}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() =>
        form.send(({ officer }) => {
          onClose()
          openRow(officer)
          tellDone(fill(words.added, { name: fields.name }))
        })
      }
    >
      <TextField
        label={words.nameTitle}
        error={trouble.at('name')}
        value={fields.name}
        onChange={(name) => change({ name })}
        maxLength={100}
        autoComplete="off"
        required
        autoFocus
      />
      <TextField
        label={words.from}
        error={trouble.at('from')}
        type="date"
        value={fields.from}
        onChange={(from) => change({ from })}
      />
    </FormDialog>
  )
}

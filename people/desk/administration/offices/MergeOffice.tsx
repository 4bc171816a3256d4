import { useNow } from '#foundation/desk/clock.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { succeedOffice } from '../../../administration-contract.ts'
import type { Office } from '../../../model.ts'
import { OfficeChoice } from '../../OfficeChoice.tsx'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'

/** The office goes on in another one that is there already. */
export function MergeOffice({ office, onClose }: { office: Office; onClose: () => void }) {
  const { offices: words } = useAdministrationWords()
  const people = usePeopleWords()
  const language = useLanguage()
  const now = useNow()
  const form = useCommandForm(succeedOffice, { successor: '', on: '' }, (fields) => ({
    office: office.id,
    ...fields,
  }))
  const { fields, change, trouble } = form
  const done = () => {
    onClose()
    tellDone(fill(words.merged, { day: sayDay(fields.on, language, now) }))
  }
  return (
    <FormDialog
      title={words.merge}
      open
      onClose={onClose}
      lead={fill(words.mergeLead, { office: office.name })}
      send={words.merge}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() => form.send(done)}
    >
      <OfficeChoice
        label={people.fields.successor}
        error={trouble.at('successor')}
        without={[office.id]}
        value={fields.successor || null}
        onChange={(successor) => change({ successor: successor ?? '' })}
        required
      />
      <TextField
        label={people.fields.on}
        error={trouble.at('on')}
        type="date"
        value={fields.on}
        onChange={(on) => change({ on })}
        required
      />
    </FormDialog>
  )
}

import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { filled } from '#foundation/desk/form/filled.ts'
import { useTrouble } from '#foundation/desk/form/use-trouble.ts'
import { newActId } from '#foundation/desk/new-act-id.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useDo } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { dayHere } from '#foundation/screens/local-time.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { openOffice, succeedOffice } from '../../../administration-contract.ts'
import type { Office } from '../../../model.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'

/**
 * A new name is a new office that takes over: opened first, then the old one goes on in it. The act id is the new
 * office's id, so that sending again after half of it was done opens no second one.
 */
function useRename(office: Office, onDone: () => void) {
  const [actId] = useState<string>(newActId)
  const [fields, setFields] = useState({ name: '', nameEn: '', on: '' })
  const opening = useDo(openOffice)
  const succeeding = useDo(succeedOffice)
  const { name, nameEn, on } = fields
  const { kind, division, parent, phone, duties } = office
  const kept = {
    kind,
    division: division ?? '',
    parent: parent ?? '',
    phone: phone ?? '',
    duties: duties ?? '',
  }
  const succeed = () =>
    succeeding.mutate({ office: office.id, successor: actId, on }, { onSuccess: onDone })
  return {
    fields,
    change: (more: Partial<typeof fields>) => setFields({ ...fields, ...more }),
    busy: opening.isPending || succeeding.isPending,
    trouble: useTrouble(opening.error ?? succeeding.error, ['name', 'nameEn', 'from', 'on']),
    send: () =>
      opening.mutate(filled({ actId, name, nameEn, from: on, ...kept }), { onSuccess: succeed }),
  }
}

export function RenameOffice({ office, onClose }: { office: Office; onClose: () => void }) {
  const { offices: words } = useAdministrationWords()
  const people = usePeopleWords()
  const now = useNow()
  const language = useLanguage()
  const form = useRename(office, () => {
    onClose()
    const { name, on } = form.fields
    tellDone(fill(words.renamed, { name, day: sayDay(on, language, now) }))
  })
  const { fields, change, trouble } = form
  return (
    <FormDialog
      title={words.rename}
      open
      onClose={onClose}
      lead={fill(words.renameLead, { office: office.name })}
      send={words.rename}
      busy={form.busy}
      trouble={trouble.rest}
      // Refused after the new office was opened, the old one would not end: so it is asked for before.
      whyNot={fields.on < dayHere(now) ? words.renameNeedsDay : null}
      onSend={form.send}
    >
      <TextField
        label={words.newName}
        error={trouble.at('name')}
        value={fields.name}
        onChange={(name) => change({ name })}
        maxLength={100}
        autoComplete="off"
        required
        autoFocus
      />
      <TextField
        label={words.newNameEn}
        error={trouble.at('nameEn')}
        value={fields.nameEn}
        onChange={(nameEn) => change({ nameEn })}
        maxLength={100}
        autoComplete="off"
      />
      <TextField
        label={people.fields.on}
        error={trouble.at('on') ?? trouble.at('from')}
        type="date"
        value={fields.on}
        onChange={(on) => change({ on })}
        required
      />
    </FormDialog>
  )
}

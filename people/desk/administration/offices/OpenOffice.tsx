import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import type { Trouble } from '#foundation/desk/form/form-trouble.ts'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { openOffice } from '../../../administration-contract.ts'
import type { OfficeKind } from '../../../model.ts'
import { useMe } from '../../me.ts'
import { OfficeChoice } from '../../OfficeChoice.tsx'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'

const blank = {
  name: '',
  nameEn: '',
  kind: '' as OfficeKind | '',
  division: '',
  divisionName: '',
  parent: '',
  phone: '',
  duties: '',
  from: '',
}

/** A new office: its name first, the rest where it is known. */
export function OpenOffice({ onClose }: { onClose: () => void }) {
  const { offices: words } = useAdministrationWords()
  const people = usePeopleWords()
  const form = useCommandForm(openOffice, blank, ({ divisionName: _, kind, ...fields }, actId) => ({
    ...fields,
    actId,
    kind: kind as OfficeKind,
  }))
  const { fields, change, trouble } = form
  const done = () => {
    onClose()
    tellDone(fill(words.opened, { name: fields.name }))
  }
  const text = (field: 'name' | 'nameEn' | 'phone' | 'duties' | 'from') => ({
    value: fields[field],
    onChange: (value: string) => change({ [field]: value }),
    error: trouble.at(field),
    autoComplete: 'off',
  })
  return (
    <FormDialog
      title={people.administration.openOffice}
      open
      onClose={onClose}
      lead={words.openLead}
      send={people.administration.openOffice}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() => form.send(done)}
    >
      <TextField
        {...text('name')}
        label={people.fields.officeName}
        maxLength={100}
        required
        autoFocus
      />
      <TextField {...text('nameEn')} label={people.fields.officeNameEn} maxLength={100} />
      <Select
        label={people.fields.officeKind}
        error={trouble.at('kind')}
        required
        choices={Object.entries(people.officeKinds).map(([key, label]) => ({ key, label }))}
        value={fields.kind || null}
        onChange={(kind) => change({ kind: kind as OfficeKind })}
      />
      <BelongingFields fields={fields} change={change} trouble={trouble} />
      <div className="fields-row">
        <TextField {...text('phone')} label={people.fields.officePhone} maxLength={40} />
        <TextField {...text('from')} label={words.from} hint={words.fromHint} type="date" />
      </div>
      <TextField {...text('duties')} label={people.fields.duties} rows={2} maxLength={2000} />
    </FormDialog>
  )
}

type BelongingFieldsProps = {
  fields: typeof blank
  change: (more: Partial<typeof blank>) => void
  trouble: Trouble
}

/** Where it works and whose it is. */
function BelongingFields({ fields, change, trouble }: BelongingFieldsProps) {
  const { offices: words } = useAdministrationWords()
  const people = usePeopleWords()
  const { county } = useMe()
  return (
    <>
      <DivisionChoice
        label={people.fields.division}
        hint={words.divisionHint}
        error={trouble.at('division')}
        county={county}
        value={fields.division || null}
        valueName={fields.divisionName}
        onChange={(division, name) =>
          change({ division: division ?? '', divisionName: name ?? '' })
        }
      />
      <OfficeChoice
        label={people.fields.parent}
        error={trouble.at('parent')}
        value={fields.parent || null}
        onChange={(parent) => change({ parent: parent ?? '' })}
      />
    </>
  )
}

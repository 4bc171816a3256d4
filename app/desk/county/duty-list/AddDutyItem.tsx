import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import type { Trouble } from '#foundation/desk/form/form-trouble.ts'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { Checkbox } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import { type TimeUnit, timeUnits } from '#foundation/time.ts'
import { CategoryChoice } from '#matters/analyse/desk/CategoryChoice.tsx'
import { addDutyItem } from '#matters/dispatch/lists-contract.ts'
import { useMe } from '#people/desk/me.ts'
import { OfficeChoice, OfficesChoice } from '#people/desk/OfficeChoice.tsx'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { useDutyWords } from './duty-words.ts'

const blank = {
  id: '',
  item: '',
  category: '',
  division: null as string | null,
  divisionName: null as string | null,
  lead: '',
  assisting: [] as readonly string[],
  legalBasis: '',
  limited: false,
  amount: '',
  unit: 'workingDay' as TimeUnit,
  note: '',
  from: '',
  /** Where the server blames the limit as a whole. */
  limit: '',
}

type Fields = typeof blank
type FieldsProps = {
  fields: Fields
  change: (more: Partial<Fields>) => void
  trouble: Trouble
}

function inputOf({ divisionName: _, limited, amount, unit, assisting, ...fields }: Fields) {
  return {
    ...fields,
    assisting: [...assisting],
    limit: limited ? { unit, amount: Number(amount) } : null,
  }
}

/** A new item, the number first as it stands in the county's printed list. */
export function AddDutyItem({ onClose }: { onClose: () => void }) {
  const words = useDutyWords()
  const form = useCommandForm(addDutyItem, blank, inputOf, ['note'])
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
      <WhatFields fields={fields} change={change} trouble={trouble} />
      <WhoFields fields={fields} change={change} trouble={trouble} />
      <LimitFields fields={fields} change={change} trouble={trouble} />
      <TextField
        label={words.note}
        error={trouble.at('note')}
        value={fields.note}
        onChange={(note) => change({ note })}
        maxLength={500}
      />
      <TextField
        label={words.from}
        hint={words.fromHint}
        error={trouble.at('from')}
        type="date"
        value={fields.from}
        onChange={(from) => change({ from })}
      />
    </FormDialog>
  )
}

function WhatFields({ fields, change, trouble }: FieldsProps) {
  const words = useDutyWords()
  const { county } = useMe()
  return (
    <>
      <TextField
        label={words.id}
        hint={words.idHint}
        error={trouble.at('id')}
        value={fields.id}
        onChange={(id) => change({ id })}
        maxLength={40}
        autoComplete="off"
        required
        autoFocus
      />
      <TextField
        label={words.item}
        error={trouble.at('item')}
        value={fields.item}
        onChange={(item) => change({ item })}
        maxLength={200}
        autoComplete="off"
        required
      />
      <CategoryChoice
        label={words.category}
        error={trouble.at('category')}
        value={fields.category || null}
        onChange={(category) => change({ category: category ?? '' })}
        required
      />
      <DivisionChoice
        label={words.division}
        hint={words.divisionHint}
        error={trouble.at('division')}
        county={county}
        value={fields.division}
        valueName={fields.divisionName}
        onChange={(division, divisionName) => change({ division, divisionName })}
      />
    </>
  )
}

function WhoFields({ fields, change, trouble }: FieldsProps) {
  const words = useDutyWords()
  return (
    <>
      <OfficeChoice
        label={words.lead}
        error={trouble.at('lead')}
        without={fields.assisting}
        value={fields.lead || null}
        onChange={(lead) => change({ lead: lead ?? '' })}
        required
      />
      <OfficesChoice
        label={words.assisting}
        error={trouble.at('assisting')}
        without={fields.lead ? [fields.lead] : []}
        value={fields.assisting}
        onChange={(assisting) => change({ assisting })}
      />
      <TextField
        label={words.legalBasis}
        hint={words.legalBasisHint}
        error={trouble.at('legalBasis')}
        value={fields.legalBasis}
        onChange={(legalBasis) => change({ legalBasis })}
        rows={2}
        maxLength={500}
        required
      />
    </>
  )
}

function LimitFields({ fields, change, trouble }: FieldsProps) {
  const words = useDutyWords()
  return (
    <>
      <Checkbox
        label={words.ownLimit}
        hint={words.noLimit}
        checked={fields.limited}
        onChange={(limited) => change({ limited })}
      />
      {fields.limited ? (
        <div className="fields-row">
          <TextField
            label={words.amount}
            error={trouble.at('limit')}
            value={fields.amount}
            onChange={(amount) => change({ amount })}
            inputMode="numeric"
            required
          />
          <Select
            label={words.unit}
            required
            choices={timeUnits.map((key) => ({ key, label: words.units[key] }))}
            value={fields.unit}
            onChange={(unit) => change({ unit: unit as TimeUnit })}
          />
        </div>
      ) : null}
    </>
  )
}

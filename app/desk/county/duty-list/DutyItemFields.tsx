import type { Trouble } from '#foundation/desk/form/form-trouble.ts'
import { Checkbox } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { type TimeUnit, timeUnits } from '#foundation/time.ts'
import { CategoryChoice } from '#matters/analyse/desk/CategoryChoice.tsx'
import type { DutyItemView } from '#matters/dispatch/model.ts'
import { useMe } from '#people/desk/me.ts'
import { OfficeChoice, OfficesChoice } from '#people/desk/OfficeChoice.tsx'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { useDutyWords } from './duty-words.ts'

/** A new item: nothing is known of it. */
export const blankItem = {
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

export type DutyFields = typeof blankItem
type FieldsProps = {
  fields: DutyFields
  change: (more: Partial<DutyFields>) => void
  trouble: Trouble
}

/** What is sent of the fields. */
export function itemInput({
  divisionName: _,
  limited,
  amount,
  unit,
  assisting,
  ...fields
}: DutyFields) {
  return {
    ...fields,
    assisting: [...assisting],
    limit: limited ? { unit, amount: Number(amount) } : null,
  }
}

/** An item as it stands, to be changed. */
export function fieldsOfItem(item: DutyItemView, divisionName: string | null): DutyFields {
  const { id, category, division, lead, assisting, legalBasis, limit, note } = item
  return {
    ...{ id, item: item.item, category, division, divisionName, lead, assisting, legalBasis, note },
    limited: limit !== null,
    amount: limit === null ? '' : String(limit.amount),
    unit: limit?.unit ?? 'workingDay',
    from: '',
    limit: '',
  }
}

/** Every field of an item; its number is fixed once it has one. */
export function DutyItemFields(props: FieldsProps & { fixed: boolean }) {
  const { fields, change, trouble, fixed } = props
  const words = useDutyWords()
  return (
    <>
      <WhatFields fields={fields} change={change} trouble={trouble} fixed={fixed} />
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
        hint={fixed ? words.changeHint : words.fromHint}
        error={trouble.at('from')}
        type="date"
        value={fields.from}
        onChange={(from) => change({ from })}
      />
    </>
  )
}

function WhatFields({ fields, change, trouble, fixed }: FieldsProps & { fixed: boolean }) {
  const words = useDutyWords()
  const { county } = useMe()
  return (
    <>
      {fixed ? null : (
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
      )}
      <TextField
        label={words.item}
        error={trouble.at('item')}
        value={fields.item}
        onChange={(item) => change({ item })}
        maxLength={200}
        autoComplete="off"
        required
        autoFocus={fixed}
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

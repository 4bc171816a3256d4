import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import type { RuleValue } from '#foundation/rules-with-citations.ts'
import { type TimeUnit, timeUnits } from '#foundation/time.ts'
import type { RuleFields } from './rule-fields.ts'
import { useRulesWords } from './rules-words.ts'

type RuleValueFieldsProps = {
  kind: RuleValue['kind']
  fields: RuleFields
  onChange: (more: Partial<RuleFields>) => void
  error: string | null
}

/** The fields a value of that kind is written in. */
export function RuleValueFields({ kind, fields, onChange, error }: RuleValueFieldsProps) {
  const { rules: words } = useRulesWords()
  if (kind === 'list' || kind === 'officeHours' || kind === 'windows') {
    const list = kind === 'list'
    return (
      <TextField
        label={list ? words.list : words.spans}
        hint={list ? words.listHint : words.spansHint}
        error={error}
        value={fields.text}
        onChange={(text) => onChange({ text })}
        {...(list ? { rows: 4 } : {})}
        autoComplete="off"
        required
        autoFocus
      />
    )
  }
  const amount = (
    <TextField
      label={kind === 'limit' ? words.amount : words[kind]}
      hint={kind === 'share' ? words.shareHint : null}
      error={error}
      value={fields.amount}
      onChange={(text) => onChange({ amount: text })}
      inputMode="numeric"
      autoComplete="off"
      required
      autoFocus
    />
  )
  if (kind !== 'limit') return amount
  return (
    <div className="fields-row">
      {amount}
      <Select
        label={words.unit}
        required
        choices={timeUnits.map((key) => ({ key, label: words.units[key] }))}
        value={fields.unit}
        onChange={(unit) => onChange({ unit: unit as TimeUnit })}
      />
    </div>
  )
}

import { Checkbox } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { OfficeChoice } from '#people/desk/OfficeChoice.tsx'
import { exclude } from '../contract.ts'
import { type Indicator, indicators } from '../model.ts'
import { useCountyList } from './county-list.ts'
import { useEvaluateWords } from './evaluate-words.ts'

/** Leaves a matter out of indicators, for a reason the county has listed. */
export function ExcludeForm(props: ActFormProps) {
  const { desk, indicator: names, exclusionReason } = useEvaluateWords()
  const words = desk.exclude
  const reasons = useCountyList('list.exclusionReasons', exclusionReason)
  const known = {
    indicators: [...indicators] as readonly Indicator[],
    reason: null as string | null,
    words: '',
    askedBy: props.matter.leadOffice,
  }
  const form = useActForm(exclude, props, known, (draft) => ({
    indicators: [...draft.indicators],
    reason: chosen(draft.reason),
    words: draft.words.trim(),
    askedBy: draft.askedBy ?? undefined,
  }))
  const { draft, bind, change } = form
  return (
    <ActForm verb="exclude" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <fieldset className="field">
        <legend>{words.indicators}</legend>
        {indicators.map((indicator) => (
          <Checkbox
            key={indicator}
            label={names[indicator]}
            checked={draft.indicators.includes(indicator)}
            onChange={(on) =>
              change({
                indicators: indicators.filter((one) =>
                  one === indicator ? on : draft.indicators.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <Select
        label={words.reason}
        required
        choices={reasons}
        {...bind('reason')}
        onChange={(reason) => change({ reason })}
      />
      <TextField label={words.words} {...bind('words')} rows={3} maxLength={2000} required />
      <OfficeChoice label={words.askedBy} {...bind('askedBy')} />
    </ActForm>
  )
}

import type { OutputOf } from '#foundation/contract.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayWeekday } from '#foundation/screens/say-time.ts'
import { type listHolidays, putHolidays } from '../../../rules-contract.ts'
import { daysToPut } from './holiday-range.ts'
import { useRulesWords } from './rules-words.ts'

export type Holiday = OutputOf<typeof listHolidays>['days'][number]

type Kind = Holiday['kind']
type Region = 'nation' | 'county'

const blankOf = (day: Holiday | null) => ({
  region: (day?.region === 'CN' ? 'nation' : 'county') as Region,
  kind: (day?.kind ?? 'off') as Kind,
  first: day?.day ?? '',
  last: '',
  name: day?.name ?? '',
  citation: day?.citation ?? '',
  /** Where the server blames one of the days. */
  days: '',
})

type PutHolidaysProps = {
  /** The day to correct; null for new ones. */
  day: Holiday | null
  onClose: () => void
}

/** Enters a holiday or the days worked for it; the days that will be written stand below before anything is sent. */
export function PutHolidays({ day, onClose }: PutHolidaysProps) {
  const { holidays: words } = useRulesWords()
  const language = useLanguage()
  const form = useCommandForm(
    putHolidays,
    blankOf(day),
    ({ region, kind, first, last, name, citation }, actId) => ({
      actId,
      region,
      // A day that is corrected may become the opposite of what its weekday says.
      days: (day ? [first] : daysToPut(first, last, kind)).map((one) => ({
        day: one,
        kind,
        name,
        citation,
      })),
    }),
  )
  const { fields, change, trouble } = form
  const days = day ? [day.day] : daysToPut(fields.first, fields.last, fields.kind)
  const said = days.map((one) => sayWeekday(one, language)).join(language === 'en' ? ', ' : '、')
  return (
    <FormDialog
      title={day ? words.again : words.put}
      open
      onClose={onClose}
      lead={words.putLead}
      send={words.put}
      busy={form.busy}
      trouble={trouble.rest}
      whyNot={days.length === 0 ? words.willNothing : null}
      onSend={() =>
        form.send(({ changed }) => {
          onClose()
          tellDone(changed > 0 ? fill(words.done, { count: changed }) : words.unchanged)
        })
      }
    >
      <HolidayFields fields={fields} change={change} trouble={trouble} fixed={day !== null} />
      <p role="status" className="hint">
        {days.length > 0 ? fill(words.willPut, { count: days.length, days: said }) : null}
      </p>
    </FormDialog>
  )
}

type HolidayFieldsProps = {
  fields: ReturnType<typeof blankOf>
  change: (more: Partial<ReturnType<typeof blankOf>>) => void
  trouble: { readonly at: (field: string) => string | null }
  /** The day stands. */
  fixed: boolean
}

function HolidayFields({ fields, change, trouble, fixed }: HolidayFieldsProps) {
  const { holidays: words } = useRulesWords()
  return (
    <>
      <RadioGroup
        label={words.kind}
        inline
        required
        choices={(['off', 'work'] as const).map((key) => ({ key, label: words.kinds[key] }))}
        value={fields.kind}
        onChange={(kind) => change({ kind: kind as Kind })}
      />
      {fixed ? null : (
        <div className="fields-row">
          <TextField
            label={words.first}
            error={trouble.at('days')}
            type="date"
            value={fields.first}
            onChange={(first) => change({ first })}
            required
          />
          <TextField
            label={words.last}
            hint={words.lastHint}
            type="date"
            value={fields.last}
            onChange={(last) => change({ last })}
          />
        </div>
      )}
      <RadioGroup
        label={words.region}
        hint={words.regionHint}
        error={trouble.at('region')}
        inline
        required
        choices={(['county', 'nation'] as const).map((key) => ({ key, label: words[key] }))}
        value={fields.region}
        onChange={(region) => change({ region: region as Region })}
      />
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={fields.name}
        onChange={(name) => change({ name })}
        maxLength={40}
        autoComplete="off"
        required
      />
      <TextField
        label={words.citation}
        hint={words.citationHint}
        value={fields.citation}
        onChange={(citation) => change({ citation })}
        rows={2}
        maxLength={500}
        required
      />
    </>
  )
}

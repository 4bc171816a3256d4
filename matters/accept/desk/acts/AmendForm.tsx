import { useCitedRule } from '#foundation/desk/cited-rules.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayAmount } from '#foundation/time-words.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { useMe } from '#people/desk/me.ts'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { amend } from '../../contract.ts'
import { type Place, wordsLengthMax } from '../../model.ts'
import { useActsWords } from './acts-words.ts'

type Draft = { words: string; division: string | null; placeText: string }

/** The place as it should be, where that is another one; a point stays only as long as it is the same village. */
function placeOf(matter: MatterView, { division, placeText }: Draft): Place | undefined {
  const same = division === matter.division
  if (same && placeText.trim() === matter.placeText) return undefined
  const { lon, lat } = matter
  const point = same && lon !== null && lat !== null ? { lon, lat } : {}
  return { division: division ?? undefined, text: said(placeText), ...point }
}

/** Puts right what was taken down, as long as nobody has worked with it. */
export function AmendForm(props: ActFormProps) {
  const words = useActsWords().amend
  const language = useLanguage()
  const { county } = useMe()
  const { matter } = props
  const window = useCitedRule()('window.receiptEdit')?.value
  const known: Draft = {
    words: matter.words,
    division: matter.division,
    placeText: matter.placeText,
  }
  const form = useActForm(amend, props, known, (draft) => ({
    words: draft.words.trim() === matter.words ? undefined : draft.words.trim(),
    place: placeOf(matter, draft),
  }))
  const { bind } = form
  return (
    <ActForm
      verb="amend"
      form={form}
      lead={
        window?.kind === 'minutes'
          ? fill(words.lead, { window: sayAmount(window.minutes, 'minute', language) })
          : null
      }
      send={words.send}
      onClose={props.onClose}
    >
      <TextField
        label={words.words}
        {...bind('words')}
        rows={5}
        maxLength={wordsLengthMax}
        required
      />
      <div className="fields-row">
        <DivisionChoice
          label={words.division}
          county={county}
          valueName={matter.divisionName}
          {...bind('division')}
        />
        <TextField label={words.place} {...bind('placeText')} maxLength={200} />
      </div>
    </ActForm>
  )
}

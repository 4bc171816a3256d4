import { useCitedRule } from '#foundation/desk/cited-rules.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayLimit } from '#foundation/time-words.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { OfficeChoice } from '#people/desk/OfficeChoice.tsx'
import { object } from '../contract.ts'
import { reasonLengthMax } from '../model.ts'
import { useDispatchWords } from './dispatch-words.ts'

/** Contests a dispatch, once, with the office whose matter it is. */
export function ObjectForm(props: ActFormProps) {
  const words = useDispatchWords().desk.object
  const language = useLanguage()
  const window = useCitedRule()('window.objection')?.value
  const known = { reason: '', wanted: null as string | null }
  const form = useActForm(object, props, known, ({ reason, wanted }) => ({
    reason: reason.trim(),
    wanted: wanted ?? undefined,
  }))
  const limit = window?.kind === 'limit' ? sayLimit(window.limit, language) : null
  return (
    <ActForm
      verb="object"
      form={form}
      lead={
        <>
          {words.lead}
          {limit === null ? null : fill(words.window, { limit })}
        </>
      }
      send={words.send}
      onClose={props.onClose}
    >
      <TextField
        label={words.reason}
        {...form.bind('reason')}
        rows={4}
        maxLength={reasonLengthMax}
        required
      />
      <OfficeChoice
        label={words.wanted}
        {...form.bind('wanted')}
        without={props.matter.offices.map(({ id }) => id)}
      />
    </ActForm>
  )
}

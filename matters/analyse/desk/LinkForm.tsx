import { Checkbox, RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { link, similarTo } from '../contract.ts'
import { useAnalyseWords } from './analyse-words.ts'
import { useLikenessWords } from './likeness.ts'

/** Says that two matters are one, or takes that back. */
export function LinkForm(props: ActFormProps) {
  const { matter } = props
  const words = useAnalyseWords().desk.link
  const sayLikeness = useLikenessWords()
  const similar = useAsk(similarTo, { matter: matter.id }).data ?? []
  const form = useActForm(link, props, { to: '', undo: false }, ({ to, undo }) => ({
    to: undo ? null : to.trim(),
  }))
  const { draft, bind, change } = form
  const to = draft.to.trim()
  const sending = to === '' ? {} : { send: fill(words.send, { number: to }) }
  return (
    <ActForm
      verb="link"
      form={form}
      lead={words.lead}
      {...(draft.undo ? { send: words.sendUndo } : sending)}
      onClose={props.onClose}
    >
      {matter.duplicateOf === null ? null : (
        <Checkbox
          label={fill(words.undo, { number: matter.duplicateOf })}
          checked={draft.undo}
          onChange={(undo) => change({ undo })}
        />
      )}
      {draft.undo ? null : (
        <>
          {similar.length > 0 ? (
            <RadioGroup
              label={words.candidates}
              choices={similar.map((one) => ({
                key: one.number,
                label: one.title,
                about: `${one.number} · ${sayLikeness(one)}`,
              }))}
              value={similar.some(({ number }) => number === to) ? to : null}
              onChange={(number) => change({ to: number })}
            />
          ) : null}
          <TextField
            label={words.to}
            hint={similar.length > 0 ? words.toHint : words.toNumber}
            {...bind('to')}
            maxLength={40}
            required
          />
        </>
      )}
    </ActForm>
  )
}

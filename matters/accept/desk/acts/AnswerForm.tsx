import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { answer } from '../../contract.ts'
import { wordsLengthMax } from '../../model.ts'
import { useActsWords } from './acts-words.ts'

/** Answers a question at once. */
export function AnswerForm(props: ActFormProps) {
  const words = useActsWords().answer
  const { act } = useMatterWords().desk
  const form = useActForm(answer, props, { reply: '' }, ({ reply }) => ({ reply: reply.trim() }))
  return (
    <ActForm verb="answer" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <TextField
        label={words.reply}
        hint={act.publicHint}
        {...form.bind('reply')}
        rows={6}
        maxLength={wordsLengthMax}
        required
      />
    </ActForm>
  )
}

import type { KeptFile } from '#foundation/desk/form/use-sent-files.ts'
import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Quote } from '#foundation/desk/sheet/Sheet.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, lastText, said } from '#matters/matter/desk/act/last-entry.ts'
import { type RemarkOnReply, ReplyRemark } from '#matters/matter/desk/act/ReplyRemark.tsx'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { hashesOf, useActPhotos } from '#matters/matter/desk/act/use-act-photos.tsx'
import { check } from '../contract.ts'
import { type CheckResult, checkResults } from '../model.ts'
import { useEvaluateWords } from './evaluate-words.ts'

/** Checks what was reported, with the office's own reply in sight. */
export function CheckForm({ remark, ...props }: ActFormProps & { remark?: RemarkOnReply }) {
  const { desk, checkResult } = useEvaluateWords()
  const words = desk.check
  const { matter } = props
  const reported = lastText(matter, 'feedBack', 'reply') ?? lastText(matter, 'solveOnSpot', 'reply')
  const known = {
    result: null as CheckResult | null,
    note: '',
    files: [] as readonly KeptFile[],
  }
  const form = useActForm(check, props, known, ({ result, note, files }) => ({
    result: chosen(result),
    note: said(note),
    files: hashesOf(files),
  }))
  const { draft, bind, change } = form
  const photos = useActPhotos(form.bind('files'))
  return (
    <ActForm
      verb="check"
      form={form}
      lead={
        <>
          <p>{words.lead}</p>
          {reported === null ? null : (
            <>
              <p>{words.reported}</p>
              <Quote>{reported}</Quote>
              <ReplyRemark remark={remark?.(reported)} />
            </>
          )}
        </>
      }
      send={draft.result === null ? words.sendAny : words.send[draft.result]}
      wait={photos.whyNot}
      onClose={props.onClose}
    >
      <RadioGroup
        label={words.result}
        required
        inline
        choices={checkResults.map((key) => ({ key, label: checkResult[key] }))}
        {...bind('result')}
        onChange={(result) => change({ result: result as CheckResult })}
      />
      <TextField
        label={words.note}
        hint={words.noteHint}
        {...bind('note')}
        rows={3}
        maxLength={2000}
        required={draft.result !== null && draft.result !== 'passed'}
      />
      {photos.field}
    </ActForm>
  )
}

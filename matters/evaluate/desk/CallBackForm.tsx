import { useCitedRule } from '#foundation/desk/cited-rules.ts'
import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { callBack, readEvaluation } from '../contract.ts'
import { type Grade, grades } from '../model.ts'
import { useEvaluateWords } from './evaluate-words.ts'

type YesNo = 'yes' | 'no'
type Solved = YesNo | 'unsaid'

const clockOf = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** Records what the reporter said on the phone, or that nobody answered. */
export function CallBackForm(props: ActFormProps) {
  const { desk, advice, reached: results, solved: answers, grade: names } = useEvaluateWords()
  const words = desk.callBack
  const known = {
    reached: null as YesNo | null,
    solved: 'unsaid' as Solved,
    grade: null as Grade | null,
    words: '',
  }
  const form = useActForm(
    callBack,
    props,
    known,
    (draft) => {
      const answered = draft.reached === 'yes'
      return {
        reached: chosen(draft.reached === null ? null : answered),
        solved: answered && draft.solved !== 'unsaid' ? draft.solved === 'yes' : undefined,
        grade: answered ? (draft.grade ?? undefined) : undefined,
        words: said(draft.words),
      }
    },
    { tell: (answer) => advice[answer.advice] },
  )
  const { draft, bind, change } = form
  return (
    <ActForm
      verb="callBack"
      form={form}
      lead={<CallLead matter={props.matter.id} />}
      send={words.send}
      onClose={props.onClose}
    >
      <RadioGroup
        label={words.reached}
        required
        inline
        choices={(['yes', 'no'] as const).map((key) => ({ key, label: results[key] }))}
        {...bind('reached')}
        onChange={(reached) => change({ reached: reached as YesNo })}
      />
      {draft.reached === 'yes' ? (
        <>
          <RadioGroup
            label={words.solved}
            required
            inline
            choices={(['yes', 'no', 'unsaid'] as const).map((key) => ({
              key,
              label: answers[key],
            }))}
            {...bind('solved')}
            onChange={(solved) => change({ solved: solved as Solved })}
          />
          <Select
            label={words.grade}
            choices={[
              { key: 'none', label: words.gradeNone },
              ...grades.map((key) => ({ key, label: names[key] })),
            ]}
            {...bind('grade')}
            value={draft.grade ?? 'none'}
            onChange={(grade) => change({ grade: grade === 'none' ? null : (grade as Grade) })}
          />
        </>
      ) : null}
      <TextField label={words.words} {...bind('words')} rows={3} maxLength={2000} />
    </ActForm>
  )
}

function CallLead({ matter }: { matter: string }) {
  const words = useEvaluateWords().desk.callBack
  const separator = useLanguage() === 'en' ? ', ' : '、'
  const left = useAsk(readEvaluation, { matter }).data?.callsLeft
  const hours = useCitedRule()('window.calls')?.value
  const spans =
    hours?.kind === 'windows'
      ? hours.spans.map(([from, to]) => `${clockOf(from)}–${clockOf(to)}`).join(separator)
      : null
  return (
    <>
      <p>{words.lead}</p>
      <p>
        {left === undefined ? null : fill(words.left, { count: left })}{' '}
        {spans === null ? null : fill(words.hours, { spans })}
      </p>
    </>
  )
}

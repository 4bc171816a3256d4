import type { OutputOf } from '#foundation/contract.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { close, readEvaluation } from '../contract.ts'
import type { Round } from '../model.ts'
import { saysUnsolved } from '../rules.ts'
import { useCountyList } from './county-list.ts'
import { useEvaluateWords } from './evaluate-words.ts'

type Evaluation = OutputOf<typeof readEvaluation>

/** The current round as the rules read it; they say the same here as on the server. */
function roundOf({ round, calls, verdicts }: Evaluation): Round {
  const verdict = verdicts.find((one) => one.round === round)
  return {
    round,
    verdict: verdict ? { ...verdict, at: new Date(verdict.at) } : null,
    calls: calls.filter((call) => call.round === round),
    reopenings: 0,
  }
}

/** Closes what was checked, once the reporter has been heard; over "not solved" only with a ground. */
export function CloseForm(props: ActFormProps) {
  const { desk, closeGround } = useEvaluateWords()
  const words = desk.close
  const { matter } = props
  const evaluation = useAsk(readEvaluation, { matter: matter.id }).data
  const grounds = useCountyList('list.closeAgainstGrounds', closeGround)
  const against = evaluation !== undefined && saysUnsolved(roundOf(evaluation))
  const known = { because: null as string | null, words: '' }
  const form = useActForm(close, props, known, (draft) =>
    against ? { because: draft.because ?? undefined, words: said(draft.words) } : {},
  )
  const { bind, change } = form
  return (
    <ActForm
      verb="close"
      form={form}
      lead={
        <>
          <p>{words.lead}</p>
          {evaluation ? <Heard matter={matter} evaluation={evaluation} /> : null}
        </>
      }
      send={words.send}
      onClose={props.onClose}
    >
      {against ? (
        <>
          <p className="act-warning">
            <strong>{words.against}</strong>
            <br />
            {words.againstHint}
          </p>
          <Select
            label={words.because}
            required
            choices={grounds}
            {...bind('because')}
            onChange={(because) => change({ because })}
          />
          <TextField label={words.words} {...bind('words')} rows={3} maxLength={2000} required />
        </>
      ) : null}
    </ActForm>
  )
}

/** What the reporter said in this round, or that they have not been heard. */
function Heard({ matter, evaluation }: { matter: MatterView; evaluation: Evaluation }) {
  const { desk, solved, grade } = useEvaluateWords()
  const words = desk.close
  const { verdict, calls } = roundOf(evaluation)
  if (verdict) {
    const told = [
      verdict.solved === null ? null : verdict.solved ? solved.yes : solved.no,
      verdict.grade && grade[verdict.grade],
    ]
    return <p>{fill(words.heard, { told: told.filter(Boolean).join(' · ') })}</p>
  }
  if (calls.some(({ reached }) => reached)) return null
  if (!matter.replyWanted || matter.kind === 'finding') return <p>{words.noReply}</p>
  const { callsLeft } = evaluation
  return <p>{callsLeft > 0 ? fill(words.unheard, { count: callsLeft }) : words.unreached}</p>
}

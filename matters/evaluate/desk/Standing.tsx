import type { OutputOf } from '#foundation/contract.ts'
import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Part } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { readEvaluation } from '../contract.ts'
import { useEvaluateWords } from './evaluate-words.ts'

type Verdict = OutputOf<typeof readEvaluation>['verdicts'][number]

/** What the reporter says of it, until when they may, and what was left out of the figures. */
export function Standing({ matter }: { matter: string }) {
  const { desk, indicator, exclusionReason } = useEvaluateWords()
  const words = desk.standing
  const language = useLanguage()
  const now = useNow()
  const sayVerdict = useVerdictWords()
  const evaluation = useAsk(readEvaluation, { matter }).data
  if (!evaluation) return null
  const { verdicts, rateUntil, reopenUntil, exclusions } = evaluation
  const facts = [
    ...verdicts.map((verdict) => ({
      name: words.verdict,
      value: sayVerdict(verdict),
    })),
    ...(rateUntil ? [{ name: words.rateUntil, value: sayDay(rateUntil, language, now) }] : []),
    ...(reopenUntil
      ? [{ name: words.reopenUntil, value: sayDay(reopenUntil, language, now) }]
      : []),
    ...exclusions.map((one) => ({
      name: fill(words.excluded, { indicator: indicator[one.indicator] }),
      value: [
        exclusionReason[one.reason as keyof typeof exclusionReason] ?? one.reason,
        one.words,
        one.approver && fill(words.approvedBy, { office: one.approver }),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  ]
  if (facts.length === 0) return null
  return (
    <Part heading={words.title}>
      <Facts facts={facts} />
    </Part>
  )
}

function useVerdictWords(): (verdict: Verdict) => string {
  const { desk, solved: answers, grade: grades, source: sources, round } = useEvaluateWords()
  return ({ solved, grade, words, source, published, round: nth }) =>
    [
      solved === null ? null : solved ? answers.yes : answers.no,
      grade && grades[grade],
      words && `“${words}”`,
      sources[source],
      nth > 1 ? fill(round, { round: nth }) : null,
      published ? desk.standing.published : null,
    ]
      .filter(Boolean)
      .join(' · ')
}

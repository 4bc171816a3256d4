import { useCitedRule } from '#foundation/desk/cited-rules.ts'
import { fill } from '#foundation/languages.ts'
import type { Rate } from '../../model.ts'
import { useEvaluateWords } from '../evaluate-words.ts'

/** "83.3%": one digit behind the point, and only what was counted. */
export const sayShare = (value: number) => `${Math.round(value * 1000) / 10}%`

/** How a rate is said: its value, and what it is made of. */
export function useSayRate() {
  const { rate: words, desk } = useEvaluateWords()
  const minimum = useCitedRule()('count.ratingsForDisplay')?.value
  const count = minimum?.kind === 'count' ? minimum.count : ''
  return {
    /** Short for a table: fewer answers than the rule asks for. */
    few: fill(desk.rates.few, { count }),
    value: ({ value, tooFew }: Rate) => (value === null || tooFew ? '–' : sayShare(value)),
    made: ({ numerator, denominator, tooFew }: Rate) => {
      if (tooFew) return fill(words.tooFew, { count })
      return denominator === 0 || denominator === null ? words.none : `${numerator}/${denominator}`
    },
  }
}

import { useMemo } from 'react'
import { usePaused } from '#foundation/desk/form/use-paused.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { type Advice, noAdvice } from '#matters/accept/desk/intake/advice.ts'
import { suggestFor } from '#matters/analyse/contract.ts'
import { useArticleAbout } from '#matters/analyse/desk/knowledge/article-about.ts'
import { matchArticles } from '#matters/analyse/knowledge/contract.ts'
import { words } from '../../words.ts'
import { adviceFrom, answerFrom } from './advice-from.ts'

const pauseMilliseconds = 300
/** Fewer characters speak for nothing. */
const fewest = 3
/** Characters that are matched with the knowledge base. */
const mostMatched = 500

/** What the analysing room suggests for words as they are typed; the last answer stays until the next one comes. */
export function useAdvice(
  typed: string,
  division: string | null,
): { advice: Advice; trouble: boolean } {
  const language = useLanguage()
  const said = usePaused(typed, pauseMilliseconds).trim()
  const when = said.length >= fewest
  const input = { words: said, ...(division === null ? {} : { division }) }
  const answer = useAsk(suggestFor, input, { when, keep: true })
  const suggested = when ? answer.data : undefined
  // What is asked stands at the beginning; a longer address the server would not read.
  const asked = { words: said.slice(0, mostMatched) }
  const found = useAsk(matchArticles, asked, { when, keep: true })
  const about = useArticleAbout()
  const articles = useMemo(
    () => (when ? (found.data ?? []) : []).map((one) => answerFrom(one, about(one))),
    [when, found.data, about],
  )
  const rest = useMemo(() => {
    if (!suggested) return noAdvice
    const { state } = words[language].matter
    const { similar } = words[language].analyse
    return adviceFrom(suggested, language, (one) =>
      [
        state[one.state as keyof typeof state],
        one.placeText,
        one.voices > 1 ? fill(similar.voices, { count: one.voices }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    )
  }, [suggested, language])
  const advice = useMemo(() => ({ ...rest, articles }), [rest, articles])
  return { advice, trouble: answer.isError }
}

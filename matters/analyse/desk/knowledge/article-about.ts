import { useCallback } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import type { Article } from '../../knowledge/model.ts'
import { useKnowledgeWords } from './knowledge-words.ts'

type Told = Pick<Article, 'citation' | 'validTo'>

/** Says what an article rests on and until when it holds: "依据：…… · 有效至 12 月 1 日前". */
export function useArticleAbout(): (article: Told) => string {
  const { advice } = useKnowledgeWords()
  const language = useLanguage()
  const today = useNow().toISOString().slice(0, '2026-01-31'.length)
  return useCallback(
    ({ citation, validTo }) =>
      [
        fill(advice.citation, { citation }),
        validTo === null
          ? advice.lasting
          : fill(advice.until, { until: sayDay(validTo, language, today) }),
      ].join(' · '),
    [advice, language, today],
  )
}

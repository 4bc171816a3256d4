import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { useAdministrationWords } from './administration-words.ts'

/** The days something holds, as people say them. */
export function useSaySpan(): (thing: { validFrom: string; validTo: string | null }) => string {
  const words = useAdministrationWords()
  const language = useLanguage()
  const now = useNow()
  return ({ validFrom, validTo }) => {
    const from = sayDay(validFrom, language, now)
    return validTo === null
      ? fill(words.since, { from })
      : fill(words.span, { from, until: sayDay(validTo, language, now) })
  }
}

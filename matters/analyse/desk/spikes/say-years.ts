import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import type { PatternYear } from '../../spikes/model.ts'
import { useSpikesWords } from './spikes-words.ts'

/** "2024-07 14 件、2025-07 11 件". */
export function useSayYears(): (years: readonly PatternYear[]) => string {
  const { proposals: words } = useSpikesWords()
  const separator = useLanguage() === 'en' ? ', ' : '、'
  return (years) => years.map((one) => fill(words.year, one)).join(separator)
}

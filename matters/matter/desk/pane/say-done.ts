import { fill, type Language } from '#foundation/languages.ts'
import type { MatterWords } from '../matter-words.ts'
import type { TimelineEntry } from '../view.ts'

/** What was done, as a few words: "派给城管局". */
export function sayDone(entry: TimelineEntry, words: MatterWords, language: Language): string {
  const { lead, leadEn } = entry.shown ?? {}
  const office = language === 'en' ? (leadEn ?? lead) : lead
  return fill(words.done[entry.act], { lead: typeof office === 'string' ? office : '' })
}

import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import type { PatternYear } from '../../spikes/model.ts'
import { useSpikesWords } from './spikes-words.ts'

const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** Says a month, YYYY-MM: "2025 年 7 月"; or which month of the year it is: "7 月". */
export function useSayMonth(): (month: string, alone?: 'alone') => string {
  const { proposals: words } = useSpikesWords()
  return (month, alone) =>
    fill(alone ? words.monthAlone : words.month, {
      year: month.slice(0, 4),
      number: Number(month.slice(5, 7)),
      name: monthName.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`)),
    })
}

/** "2024 年 7 月 14 件、2025 年 7 月 11 件". */
export function useSayYears(): (years: readonly PatternYear[]) => string {
  const { proposals: words } = useSpikesWords()
  const sayMonth = useSayMonth()
  const separator = useLanguage() === 'en' ? ', ' : '、'
  return (years) =>
    years
      .map(({ month, count }) => fill(words.year, { month: sayMonth(month), count }))
      .join(separator)
}

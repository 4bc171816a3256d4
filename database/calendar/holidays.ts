import { readFileSync } from 'node:fs'
import { type OfficeHours, type WorkCalendar, workCalendar } from '#foundation/calendar.ts'
import type { Day } from '#foundation/time.ts'

/** One row of the table `holidays`: a day that differs from its weekday in a region ('CN' or a division code). */
export type Holiday = {
  readonly region: string
  readonly day: Day
  readonly kind: 'off' | 'work'
  readonly name: string
  readonly citation: string
}

type CalendarFile = {
  readonly region: string
  readonly years: readonly {
    readonly year: number
    readonly citation: string
    readonly days: readonly Pick<Holiday, 'day' | 'kind' | 'name'>[]
  }[]
}

/** The holidays and make-up workdays an installation begins with; see generate.ts. */
export function readHolidays(): Holiday[] {
  const path = new URL('./cn.json', import.meta.url)
  const { region, years } = JSON.parse(readFileSync(path, 'utf8')) as CalendarFile
  return years.flatMap(({ citation, days }) => days.map((day) => ({ region, ...day, citation })))
}

/** The calendar of the mainland without a store: for tests, benchmarks and the command line. */
export function nationalCalendar(officeHours: OfficeHours): WorkCalendar {
  const holidays = readHolidays()
  return workCalendar({
    timeZone: 'Asia/Shanghai',
    officeHours,
    days: holidays.map(({ day, kind }) => [day, kind] as const),
    knownYears: holidays.map(({ day }) => Number(day.slice(0, 4))),
  })
}

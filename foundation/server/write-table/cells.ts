/** `moment`: a Date; `day`: text like `2026-01-31`; `number`: a number, or digits as the store gives exact ones. */
export type ColumnKind = 'text' | 'number' | 'moment' | 'day'
export type Column<Key extends string = string> = {
  readonly key: Key
  readonly title: string
  readonly kind: ColumnKind
}
export type CellValue = string | number | boolean | Date | null | undefined
export type TableRecord<Key extends string = string> = Readonly<Record<Key, CellValue>>
export type TableRecords<Key extends string = string> =
  | Iterable<TableRecord<Key>>
  | AsyncIterable<TableRecord<Key>>

/** A plain decimal number and nothing else. */
export const isDecimal = (text: string) => /^-?\d+(\.\d+)?$/.test(text)

/** Shows moments as `2026-11-22 21:58:03` on the wall clock of a zone. */
export function wallClock(timeZone = 'Asia/Shanghai'): (moment: Date) => string {
  const two = '2-digit'
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  })
  return (moment) => {
    if (Number.isNaN(moment.getTime())) return ''
    const part: Record<string, string> = {}
    for (const { type, value } of format.formatToParts(moment)) part[type] = value
    return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}`
  }
}

// Characters that take the room of two: CJK, kana, hangul, full-width forms. Those beyond the first plane are two units
// long as they stand.
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** Width of the longest line in Latin characters, as Excel counts column widths. */
export function textWidth(text: string): number {
  const widthOf = (line: string) => line.length + (line.match(wide)?.length ?? 0)
  return text.split('\n').reduce((most, line) => Math.max(most, widthOf(line)), 0)
}

import type { Column } from '#foundation/desk/table/column.ts'
import type { Language } from '#foundation/languages.ts'
import { Marked } from '#foundation/screens/Marked.tsx'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { Toned } from '#foundation/screens/Toned.tsx'
import type { ListColumn } from '../../lists/columns.ts'
import type { MatterWords } from '../matter-words.ts'
import { sayLeft } from '../say-matter.ts'
import type { MatterRow } from '../view.ts'

type ColumnsOf = {
  readonly words: MatterWords
  readonly language: Language
  readonly now: Date
  readonly categoryName: (code: string) => string | undefined
  /** Which, in this order. */
  readonly shown: readonly ListColumn[]
}

/** Without the county, which is the same in every row: "2026-000123". */
export const shortNumber = (number: string) => number.replace(/^\d+-(?=\d{4}-)/, '')

function Flags({ row, words }: { row: MatterRow; words: MatterWords }) {
  if (row.flags.length === 0) return null
  return (
    <span className="flags">
      {row.flags.map((flag) => (
        <span key={flag} className="flag">
          {words.flag[flag]}
        </span>
      ))}
    </span>
  )
}

function Left({ row, language }: { row: MatterRow; language: Language }) {
  const left = sayLeft(row.left, language)
  return left ? <Toned tone={left.tone} words={left.words} /> : null
}

type Look = Omit<Column<MatterRow>, 'key' | 'label'>

/** The columns of a list of matters, and which of them stay where there is little room. */
export function matterColumns(of: ColumnsOf): readonly Column<MatterRow>[] {
  const { words, language, now, categoryName, shown } = of
  const { column, list } = words.desk
  const looks: Readonly<Record<ListColumn, Look>> = {
    title: {
      width: 'minmax(14rem, 3fr)',
      narrow: 'title',
      cell: (row) => (
        <span className="matter-title">
          <span className="matter-title-words">
            {row.found ? <Marked parts={row.found.title} /> : row.title}
          </span>
          <Flags row={row} words={words} />
        </span>
      ),
    },
    due: {
      width: '9.5rem',
      narrow: 'about',
      cell: (row) => <Left row={row} language={language} />,
    },
    state: { width: '7rem', narrow: 'about', cell: (row) => words.state[row.state] },
    place: {
      width: 'minmax(7rem, 1fr)',
      narrow: 'about',
      cell: (row) => row.divisionName ?? row.placeText,
    },
    category: {
      width: '6.5rem',
      narrow: 'none',
      cell: (row) => (row.category && categoryName(row.category)) ?? list.noCategory,
    },
    urgency: { width: '4.25rem', narrow: 'none', cell: (row) => words.urgency[row.urgency] },
    office: { width: '8rem', narrow: 'none', cell: (row) => row.leadOfficeName ?? list.noOffice },
    number: { width: '6rem', narrow: 'about', cell: (row) => shortNumber(row.number) },
    kind: { width: '5rem', narrow: 'none', cell: (row) => words.kind[row.kind] },
    channel: { width: '5rem', narrow: 'none', cell: (row) => words.channel[row.channel] },
    received: {
      width: '8rem',
      narrow: 'none',
      cell: (row) => sayMoment(row.receivedAt, language, now),
    },
  }
  return shown.map((key) => ({ key, label: column[key], ...looks[key] }))
}

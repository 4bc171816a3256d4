import type { Column } from '#foundation/desk/table/column.ts'
import type { Language } from '#foundation/languages.ts'
import { Toned } from '#foundation/screens/Toned.tsx'
import type { MatterWords } from '../matter-words.ts'
import { sayLeft } from '../say-matter.ts'
import type { MatterRow } from '../view.ts'

type ColumnsOf = {
  readonly words: MatterWords
  readonly language: Language
  readonly categoryName: (code: string) => string | undefined
  /** All rows of a queue stand in the same state: nothing to tell. */
  readonly withState: boolean
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

/** The columns of every list of matters, and which of them stay where there is little room. */
export function matterColumns(of: ColumnsOf): readonly Column<MatterRow>[] {
  const { words, language, categoryName, withState } = of
  const { column, list } = words.desk
  const all: (Column<MatterRow> | null)[] = [
    {
      key: 'title',
      label: column.title,
      width: 'minmax(14rem, 3fr)',
      narrow: 'title',
      cell: (row) => (
        <span className="matter-title">
          <span className="matter-title-words">{row.title}</span>
          <Flags row={row} words={words} />
        </span>
      ),
    },
    {
      key: 'due',
      label: column.due,
      width: '9.5rem',
      narrow: 'about',
      cell: (row) => <Left row={row} language={language} />,
    },
    withState
      ? {
          key: 'state',
          label: column.state,
          width: '7rem',
          narrow: 'about',
          cell: (row) => words.state[row.state],
        }
      : null,
    {
      key: 'place',
      label: column.place,
      width: 'minmax(7rem, 1fr)',
      narrow: 'about',
      cell: (row) => row.divisionName ?? row.placeText,
    },
    {
      key: 'category',
      label: column.category,
      width: '6.5rem',
      narrow: 'none',
      cell: (row) => (row.category && categoryName(row.category)) ?? list.noCategory,
    },
    {
      key: 'urgency',
      label: column.urgency,
      width: '4.25rem',
      narrow: 'none',
      cell: (row) => words.urgency[row.urgency],
    },
    {
      key: 'office',
      label: column.office,
      width: '8rem',
      narrow: 'none',
      cell: (row) => row.leadOfficeName ?? list.noOffice,
    },
    {
      key: 'number',
      label: column.number,
      width: '6rem',
      narrow: 'about',
      cell: (row) => shortNumber(row.number),
    },
  ]
  return all.filter((one) => one !== null)
}

import { Register } from '#foundation/desk/register/Register.tsx'
import type { Column } from '#foundation/desk/table/column.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { listHotIssues } from '../../hot/contract.ts'
import { HotIssueSheet } from './HotIssueSheet.tsx'
import type { HotIssueView } from './hot-view.ts'
import { useHotWords } from './hot-words.ts'
import { Trend } from './Trend.tsx'

/** What many residents bring: the hottest first, one of them with its matters beside the list. */
export function HotIssuesPage() {
  const { desk: words } = useHotWords()
  const asking = useAsk(listHotIssues, {}, { keep: true, everySeconds: 60 })
  const { issues = [], mayManage = false } = asking.data ?? {}
  return (
    <Register
      title={words.title}
      about={words.about}
      columns={useColumns()}
      rows={issues}
      idOf={({ id }) => id}
      nameOf={({ title }) => title}
      asking={asking}
      textOf={({ title, place }) => `${title} ${place}`}
      empty={<p>{words.empty}</p>}
      detail={(issue) => (
        <HotIssueSheet key={issue.id} issue={issue} issues={issues} manages={mayManage} />
      )}
    />
  )
}

function useColumns(): readonly Column<HotIssueView>[] {
  const { desk: words } = useHotWords()
  return [
    {
      key: 'title',
      label: words.name,
      width: 'minmax(12rem, 3fr)',
      narrow: 'title',
      cell: ({ title }) => title,
    },
    {
      key: 'place',
      label: words.place,
      width: 'minmax(6rem, 1fr)',
      narrow: 'about',
      cell: ({ place }) => place,
    },
    {
      key: 'residents',
      label: words.residents,
      width: '6.5rem',
      narrow: 'about',
      cell: ({ residents }) => fill(words.residentsOf, { count: residents }),
    },
    {
      key: 'trend',
      label: words.trend,
      width: '8rem',
      narrow: 'none',
      cell: ({ weeks }) => <Trend weeks={weeks} />,
    },
    {
      key: 'theme',
      label: words.theme,
      width: 'minmax(8rem, 1.2fr)',
      narrow: 'none',
      cell: (issue) => <Theme issue={issue} />,
    },
  ]
}

/** Month and lead office of a theme; nothing of an issue that is none. */
export function Theme({ issue: { themeMonth, leadName } }: { issue: HotIssueView }) {
  const { desk: words } = useHotWords()
  return themeMonth === null
    ? null
    : fill(words.themeOf, { month: themeMonth, office: leadName ?? '' })
}

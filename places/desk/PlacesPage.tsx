import { Register } from '#foundation/desk/register/Register.tsx'
import type { Column } from '#foundation/desk/table/column.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { listDivisions } from '../contract.ts'
import type { Division } from '../model.ts'
import { usePlacesWords } from './places-words.ts'
import { TownshipSheet } from './TownshipSheet.tsx'

/** The county's townships with their villages and grids, to look up. */
export function PlacesPage({ county }: { county: number }) {
  const { desk: words } = usePlacesWords()
  const answer = useAsk(listDivisions, { county }, { freshSeconds: 300 })
  return (
    <Register
      title={words.title}
      about={words.about}
      columns={useColumns()}
      rows={answer.data?.divisions ?? []}
      idOf={({ code }) => code}
      nameOf={({ name }) => name}
      textOf={({ name, code }) => `${name} ${code}`}
      asking={answer}
      empty={<p>{words.empty}</p>}
      detail={(division) => (
        <TownshipSheet key={division.code} county={county} township={division} />
      )}
    />
  )
}

function useColumns(): readonly Column<Division>[] {
  const { desk: words, kinds, levels } = usePlacesWords()
  return [
    {
      key: 'name',
      label: levels.township,
      width: 'minmax(10rem, 2fr)',
      narrow: 'title',
      cell: ({ name }) => name,
    },
    {
      key: 'kind',
      label: words.kind,
      width: 'minmax(6rem, 1fr)',
      narrow: 'about',
      cell: ({ kind, level }) => (kind ? kinds[kind] : levels[level]),
    },
    {
      key: 'code',
      label: words.code,
      width: '9rem',
      narrow: 'about',
      cell: ({ code }) => code,
    },
  ]
}

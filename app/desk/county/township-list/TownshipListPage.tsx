import { useState } from 'react'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { Register } from '#foundation/desk/register/Register.tsx'
import { usePages } from '#foundation/desk/register/use-pages.ts'
import type { Column } from '#foundation/desk/table/column.ts'
import { useDispatchWords } from '#matters/dispatch/desk/dispatch-words.ts'
import { listTownshipItems } from '#matters/dispatch/lists-contract.ts'
import { type TownshipItemView, type TownshipKind, townshipKinds } from '#matters/dispatch/model.ts'
import { useMe } from '#people/desk/me.ts'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { useDivisionName } from '#places/desk/division-name.ts'
import { TownshipItemSheet } from './TownshipItemSheet.tsx'
import { useTownshipWords } from './township-words.ts'

const allKinds = 'all'

/** What is the townships' own, where they only help, and what departments took back: read by all, bound by it. */
export function TownshipListPage() {
  const words = useTownshipWords()
  const { townshipKind } = useDispatchWords()
  const { county } = useMe()
  const [place, setPlace] = useState<{ code: string | null; name: string | null }>({
    code: null,
    name: null,
  })
  const [kind, setKind] = useState<TownshipKind | null>(null)
  const [on, setOn] = useState('')
  const { pages, asking, more } = usePages(listTownshipItems, {
    county,
    ...(place.code === null ? {} : { division: place.code }),
    ...(kind === null ? {} : { kind }),
    ...(on === '' ? {} : { on }),
  })
  return (
    <Register
      title={words.title}
      about={words.about}
      columns={useColumns()}
      rows={pages.flatMap(({ items }) => items)}
      idOf={idOf}
      nameOf={({ item }) => item}
      asking={asking}
      onMore={more}
      empty={<p>{words.empty}</p>}
      filters={
        <>
          <DivisionChoice
            label={words.byPlace}
            county={county}
            value={place.code}
            valueName={place.name}
            onChange={(code, name) => setPlace({ code, name })}
          />
          <Select
            label={words.byKind}
            required
            choices={[
              { key: allKinds, label: words.allKinds },
              ...townshipKinds.map((key) => ({ key, label: townshipKind[key] })),
            ]}
            value={kind ?? allKinds}
            onChange={(key) => setKind(key === allKinds ? null : (key as TownshipKind))}
          />
          <TextField label={words.byDay} type="date" value={on} onChange={setOn} />
        </>
      }
      detail={(item) => <TownshipItemSheet key={idOf(item)} item={item} />}
    />
  )
}

const idOf = ({ division, item }: TownshipItemView) => `${division} ${item}`

function PlaceName({ code }: { code: string }) {
  return useDivisionName(useMe().county, code) ?? code
}

function useColumns(): readonly Column<TownshipItemView>[] {
  const words = useTownshipWords()
  const { townshipKind } = useDispatchWords()
  return [
    {
      key: 'item',
      label: words.item,
      width: 'minmax(12rem, 2fr)',
      narrow: 'title',
      cell: ({ item }) => item,
    },
    {
      key: 'place',
      label: words.place,
      width: 'minmax(9rem, 1.2fr)',
      narrow: 'about',
      cell: ({ division }) => <PlaceName code={division} />,
    },
    {
      key: 'kind',
      label: words.kind,
      width: 'minmax(9rem, 1fr)',
      narrow: 'about',
      cell: ({ kind }) => townshipKind[kind],
    },
    {
      key: 'department',
      label: words.department,
      width: 'minmax(8rem, 1fr)',
      narrow: 'none',
      cell: ({ departmentName }) => departmentName ?? '',
    },
  ]
}

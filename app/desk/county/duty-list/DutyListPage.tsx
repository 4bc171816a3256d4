import { useState } from 'react'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Register } from '#foundation/desk/register/Register.tsx'
import { usePages } from '#foundation/desk/register/use-pages.ts'
import type { Column } from '#foundation/desk/table/column.ts'
import { CategoryChoice } from '#matters/analyse/desk/CategoryChoice.tsx'
import { useCategoryName } from '#matters/analyse/desk/categories.ts'
import { listDutyItems } from '#matters/dispatch/lists-contract.ts'
import type { DutyItemView } from '#matters/dispatch/model.ts'
import { useHolds, useMe } from '#people/desk/me.ts'
import { OfficeChoice } from '#people/desk/OfficeChoice.tsx'
import { AddDutyItem } from './AddDutyItem.tsx'
import { DutyItemSheet } from './DutyItemSheet.tsx'
import { useDutyWords } from './duty-words.ts'

/** Who is responsible for what, where and by which law: read by all, kept by leader and system administrator. */
export function DutyListPage() {
  const words = useDutyWords()
  const { county } = useMe()
  const keeps = useHolds('leader', 'systemAdmin')
  const [category, setCategory] = useState<string | null>(null)
  const [office, setOffice] = useState<string | null>(null)
  const [on, setOn] = useState('')
  const [adding, setAdding] = useState(false)
  const { pages, asking, more } = usePages(listDutyItems, {
    county,
    ...(category === null ? {} : { category }),
    ...(office === null ? {} : { office }),
    ...(on === '' ? {} : { on }),
  })
  return (
    <>
      <Register
        title={words.title}
        about={words.about}
        columns={useColumns()}
        rows={pages.flatMap(({ items }) => items)}
        idOf={({ id }) => id}
        nameOf={({ item }) => item}
        asking={asking}
        onMore={more}
        empty={<p>{words.empty}</p>}
        filters={
          <>
            <CategoryChoice label={words.byCategory} value={category} onChange={setCategory} />
            <OfficeChoice label={words.byOffice} value={office} onChange={setOffice} />
            <TextField label={words.byDay} type="date" value={on} onChange={setOn} />
          </>
        }
        acts={keeps ? <Button onPress={() => setAdding(true)}>{words.add}</Button> : null}
        detail={(item) => (
          <DutyItemSheet key={`${item.id} ${item.validFrom}`} item={item} keeps={keeps} />
        )}
      />
      {adding ? <AddDutyItem onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function useColumns(): readonly Column<DutyItemView>[] {
  const words = useDutyWords()
  const categoryName = useCategoryName()
  return [
    {
      key: 'id',
      label: words.id,
      width: '6rem',
      narrow: 'about',
      cell: ({ id }) => id,
    },
    {
      key: 'item',
      label: words.item,
      width: 'minmax(12rem, 2.5fr)',
      narrow: 'title',
      cell: ({ item }) => item,
    },
    {
      key: 'category',
      label: words.category,
      width: 'minmax(7rem, 1fr)',
      narrow: 'none',
      cell: ({ category }) => categoryName(category) ?? category,
    },
    {
      key: 'lead',
      label: words.lead,
      width: 'minmax(9rem, 1.4fr)',
      narrow: 'about',
      cell: ({ leadName }) => leadName,
    },
    {
      key: 'assisting',
      label: words.assisting,
      width: 'minmax(8rem, 1.4fr)',
      narrow: 'none',
      cell: ({ assistingOffices }) => assistingOffices.map(({ name }) => name).join('、'),
    },
  ]
}

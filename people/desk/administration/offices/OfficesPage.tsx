import { useState } from 'react'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Register } from '#foundation/desk/register/Register.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import type { Column } from '#foundation/desk/table/column.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { offices as officesContract } from '../../../contract.ts'
import type { Office } from '../../../model.ts'
import { useHolds } from '../../me.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'
import { OfficeSheet } from './OfficeSheet.tsx'
import { OpenOffice } from './OpenOffice.tsx'
import { depthsOf } from './office-depth.ts'

/** Pixels a name is set in for each office above it. */
const stepPixels = 18

function useColumns(
  depths: ReadonlyMap<string, number>,
  nameOf: (office: Office) => string,
): readonly Column<Office>[] {
  const { fields, officeKinds } = usePeopleWords()
  return [
    {
      key: 'name',
      label: fields.officeName,
      width: 'minmax(12rem, 2fr)',
      narrow: 'title',
      cell: (office) => (
        <span style={{ paddingInlineStart: (depths.get(office.id) ?? 0) * stepPixels }}>
          {nameOf(office)}
        </span>
      ),
    },
    {
      key: 'kind',
      label: fields.officeKind,
      width: 'minmax(7rem, 1fr)',
      narrow: 'about',
      cell: (office) => officeKinds[office.kind],
    },
    {
      key: 'phone',
      label: fields.officePhone,
      width: '8rem',
      narrow: 'about',
      cell: (office) => office.phone,
    },
  ]
}

/** The offices of a day, to look up for everybody and to keep for the system administrator. */
export function OfficesPage() {
  const { offices: words } = useAdministrationWords()
  const people = usePeopleWords()
  const english = useLanguage() === 'en'
  const keeps = useHolds('systemAdmin')
  const [on, setOn] = useState('')
  const [opening, setOpening] = useState(false)
  const answer = useAsk(officesContract, on ? { on } : {}, { keep: true })
  const rows = answer.data?.offices ?? []
  const nameOf = (office: Office) => (english ? office.nameEn : office.name)
  return (
    <>
      <Register
        title={people.administration.offices}
        about={words.about}
        columns={useColumns(depthsOf(rows), nameOf)}
        rows={rows}
        idOf={({ id }) => id}
        nameOf={nameOf}
        textOf={({ name, nameEn, phone, duties }) => [name, nameEn, phone, duties].join(' ')}
        asking={answer}
        empty={<p>{words.empty}</p>}
        filters={
          <TextField label={words.on} type="date" value={on} onChange={setOn} autoComplete="off" />
        }
        acts={
          keeps ? (
            <Button onPress={() => setOpening(true)}>{people.administration.openOffice}</Button>
          ) : null
        }
        detail={(office) => (
          <OfficeSheet
            key={office.id}
            office={office}
            all={rows}
            on={answer.data?.on ?? ''}
            keeps={keeps}
          />
        )}
      />
      {opening ? <OpenOffice onClose={() => setOpening(false)} /> : null}
    </>
  )
}

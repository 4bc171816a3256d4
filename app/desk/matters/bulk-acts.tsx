import { TextField } from '#foundation/desk/parts/Field.tsx'
import { accept } from '#matters/accept/contract.ts'
import { judge } from '#matters/analyse/contract.ts'
import { CategoryChoice } from '#matters/analyse/desk/CategoryChoice.tsx'
import { dispatch, urge, wake } from '#matters/dispatch/contract.ts'
import { useDispatchWords } from '#matters/dispatch/desk/dispatch-words.ts'
import { archive, close } from '#matters/evaluate/contract.ts'
import { sign } from '#matters/handle/contract.ts'
import type { BulkAct, BulkFormProps } from '#matters/matter/desk/list/BulkDialog.tsx'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { OfficeChoice } from '#people/desk/OfficeChoice.tsx'

function CategoryForAll({ said, change }: BulkFormProps) {
  const { column } = useMatterWords().desk
  return (
    <CategoryChoice
      label={column.category}
      required
      value={said.category ?? null}
      onChange={(category) => change({ category })}
    />
  )
}

function OfficeForAll({ said, change }: BulkFormProps) {
  const words = useDispatchWords().desk.dispatch
  return (
    <>
      <OfficeChoice
        label={words.leadOffice}
        required
        value={said.lead ?? null}
        onChange={(lead) => change({ lead })}
      />
      <TextField
        label={words.basis}
        required
        rows={2}
        maxLength={500}
        value={said.basis ?? ''}
        onChange={(basis) => change({ basis })}
      />
    </>
  )
}

/** Acts for many matters at once, in the order of the work: nothing is said for each, or the same for all. */
export const bulkActs: readonly BulkAct[] = [
  { verb: 'accept', contract: accept },
  { verb: 'judge', contract: judge, fields: { Form: CategoryForAll, needs: ['category'] } },
  {
    verb: 'dispatch',
    contract: dispatch,
    fields: { Form: OfficeForAll, needs: ['lead', 'basis'] },
  },
  { verb: 'sign', contract: sign },
  { verb: 'urge', contract: urge },
  { verb: 'wake', contract: wake },
  { verb: 'close', contract: close },
  { verb: 'archive', contract: archive },
]

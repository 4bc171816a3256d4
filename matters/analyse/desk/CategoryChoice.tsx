import type { Asked } from '#foundation/desk/parts/Field.tsx'
import { ComboBox } from '#foundation/desk/parts/Select.tsx'
import { useCategories, useCategoryName } from './categories.ts'

type CategoryChoiceProps = Asked & {
  placeholder?: string | undefined
  value: string | null
  onChange: (category: string | null) => void
}

/** A category of the tree, found by typing; what it lies in stands below it. */
export function CategoryChoice({ value, onChange, ...asked }: CategoryChoiceProps) {
  const tree = useCategories()
  const nameOf = useCategoryName()
  const choices = tree.map(({ code, parent }) => ({
    key: code,
    label: nameOf(code) ?? code,
    about: parent === null ? undefined : nameOf(parent),
  }))
  // The box reads its choices once, when it is made: it is made again when they have come.
  return (
    <ComboBox key={choices.length} {...asked} choices={choices} value={value} onChange={onChange} />
  )
}

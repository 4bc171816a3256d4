import { useState } from 'react'
import type { Asked } from '#foundation/desk/parts/Field.tsx'
import { ComboBox } from '#foundation/desk/parts/Select.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { listDivisions } from '../contract.ts'

type DivisionChoiceProps = Asked & {
  placeholder?: string | undefined
  county: number
  value: string | null
  /** How the chosen place is called, where it is known already. */
  valueName?: string | null | undefined
  onChange: (division: string | null, name: string | null) => void
}

/** A township or village, found by typing a part of its name; the townships are offered at once. */
export function DivisionChoice(props: DivisionChoiceProps) {
  const { county, value, valueName, onChange, ...asked } = props
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const narrowed = name !== '' && name !== valueName
  const answer = useAsk(
    listDivisions,
    { county, ...(narrowed ? { name } : {}) },
    { keep: true, freshSeconds: 300 },
  )
  const found = answer.data?.divisions ?? []
  const townships = useAsk(listDivisions, { county }, { freshSeconds: 300 }).data?.divisions ?? []
  const nameOf = (code: string | null) => townships.find((one) => one.code === code)?.name
  const choices = found.map((division) => ({
    key: division.code,
    label: division.name,
    about: nameOf(division.parent),
  }))
  const known = value === null || choices.some(({ key }) => key === value)
  return (
    <ComboBox
      {...asked}
      choices={known ? choices : [{ key: value, label: valueName ?? value }, ...choices]}
      value={value}
      onType={setTyped}
      onChange={(code) => {
        const chosen = found.find((division) => division.code === code)
        const above = chosen ? (nameOf(chosen.parent) ?? '') : ''
        onChange(code, chosen ? above + chosen.name : null)
      }}
    />
  )
}

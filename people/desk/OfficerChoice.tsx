import type { Asked } from '#foundation/desk/parts/Field.tsx'
import { ComboBox } from '#foundation/desk/parts/Select.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { officeOfficers } from '../contract.ts'
import { usePeopleWords } from './people-words.ts'

type OfficerChoiceProps = Asked & {
  /** Whose officers; none are known without it. */
  office: string | null
  value: string | null
  onChange: (officer: string | null, name: string | null) => void
  /** Officers that cannot be meant. */
  without?: readonly string[]
}

/** Somebody who holds a post in an office, found by name; the posts stand below the name. */
export function OfficerChoice({
  office,
  value,
  onChange,
  without = [],
  ...asked
}: OfficerChoiceProps) {
  const { postKinds } = usePeopleWords()
  const input = { office: office ?? '' }
  const answer = useAsk(officeOfficers, input, { when: office !== null, freshSeconds: 60 })
  const held = office === null ? [] : (answer.data?.officers ?? [])
  const people = Map.groupBy(held, ({ officer }) => officer)
  const choices = [...people]
    .filter(([officer]) => !without.includes(officer))
    .map(([officer, posts]) => ({
      key: officer,
      label: posts[0]?.name ?? '',
      about: posts.map(({ kind }) => postKinds[kind]).join('、'),
    }))
  return (
    <ComboBox
      // The box reads its choices once, when it is made.
      key={`${office} ${choices.length}`}
      {...asked}
      choices={choices}
      value={value}
      onChange={(officer) =>
        onChange(officer, choices.find(({ key }) => key === officer)?.label ?? null)
      }
    />
  )
}

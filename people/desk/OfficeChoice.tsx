import { Fragment } from 'react'
import { Button } from '#foundation/desk/parts/Button.tsx'
import type { Asked } from '#foundation/desk/parts/Field.tsx'
import { type Choice, ComboBox } from '#foundation/desk/parts/Select.tsx'
import { Sign } from '#foundation/desk/parts/Sign.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import type { Office } from '../model.ts'
import { useOfficeName, useOffices } from './offices.ts'
import { usePeopleWords } from './people-words.ts'

/** An office with the kind it is of and what it is for, so that one finds it by its duties too. */
function useChoices(fits: (office: Office) => boolean): readonly Choice[] {
  const offices = useOffices()
  const { officeKinds } = usePeopleWords()
  const english = useLanguage() === 'en'
  return offices.filter(fits).map((office) => ({
    key: office.id,
    label: english ? office.nameEn : office.name,
    about: office.duties ?? officeKinds[office.kind],
  }))
}

type OfficeChoiceProps = Asked & {
  placeholder?: string | undefined
  value: string | null
  onChange: (office: string | null) => void
  /** Offices that cannot be meant. */
  without?: readonly string[]
}

/** One office of the county. */
export function OfficeChoice({ value, onChange, without = [], ...asked }: OfficeChoiceProps) {
  const choices = useChoices(({ id }) => !without.includes(id))
  // The box reads its choices once, when it is made: it is made again when they have come.
  return (
    <ComboBox key={choices.length} {...asked} choices={choices} value={value} onChange={onChange} />
  )
}

type OfficesChoiceProps = Asked & {
  value: readonly string[]
  onChange: (offices: readonly string[]) => void
  without?: readonly string[]
}

/** Several offices: those chosen stand below, each with a button that takes it out. */
export function OfficesChoice({ value, onChange, without = [], ...asked }: OfficesChoiceProps) {
  const nameOf = useOfficeName()
  const words = usePeopleWords().desk
  const choices = useChoices(({ id }) => !value.includes(id) && !without.includes(id))
  return (
    <Fragment>
      <ComboBox
        key={`${choices.length} ${value.length}`}
        {...asked}
        choices={choices}
        value={null}
        onChange={(office) => {
          if (office !== null) onChange([...value, office])
        }}
      />
      {value.length > 0 ? (
        <ul className="picked">
          {value.map((office) => (
            <li key={office}>
              {nameOf(office) ?? office}
              <Button
                kind="quiet"
                label={fill(words.takeOut, { office: nameOf(office) ?? '' })}
                onPress={() => onChange(value.filter((one) => one !== office))}
              >
                <Sign name="close" />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Fragment>
  )
}

import { useContext } from 'react'
import {
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  Button,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import { useScreenWords } from '../setting.ts'
import { type Asked, ariaOf, FieldLabel, FieldNotes } from './Field.tsx'
import { Sign } from './Sign.tsx'

export type Choice = {
  readonly key: string
  readonly label: string
  /** A second, smaller line. */
  readonly about?: string | undefined
  /** The key that chooses it, where there is one; whoever shows the choices makes it work. */
  readonly keys?: string | undefined
}

function ChoiceRow({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={choice.key} textValue={choice.label} className="option">
      <Text slot="label">
        {choice.label}
        {choice.about ? <span className="option-about">{choice.about}</span> : null}
      </Text>
      <Sign name="check" />
    </ListBoxItem>
  )
}

type SelectProps = Asked & {
  choices: readonly Choice[]
  value: string | null
  onChange: (key: string) => void
}

/** One of a few, all shown at once. */
export function Select({ choices, value, onChange, ...asked }: SelectProps) {
  const words = useScreenWords()
  return (
    <AriaSelect
      {...ariaOf(asked)}
      className="field"
      value={value}
      placeholder={words.chooseOne}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
    >
      <FieldLabel label={asked.label} required={asked.required ?? false} />
      <FieldNotes {...asked} />
      <Button className="control control-select">
        <SelectValue className="select-value" />
        <Sign name="caret" />
      </Button>
      <Popover className="popover" offset={2}>
        <ListBox items={choices} className="options">
          {(choice) => <ChoiceRow choice={{ ...choice }} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

type ComboBoxProps = Asked & {
  choices: readonly Choice[]
  value: string | null
  onChange: (key: string | null) => void
  /** Told as one types, where the choices come from the server; then they are shown as they come. */
  onType?: (text: string) => void
  /** What stands there while nothing is chosen. */
  placeholder?: string | undefined
}

/** Opens its list when it is clicked or typed in, not when one only passes by. */
function ComboInput({ placeholder }: { placeholder: string | undefined }) {
  const list = useContext(ComboBoxStateContext)
  return (
    <Input
      className="control"
      placeholder={placeholder}
      onClick={() => list?.open(null, 'manual')}
    />
  )
}

/** One of many, found by typing. */
export function ComboBox(props: ComboBoxProps) {
  const { choices, value, onChange, onType, placeholder, ...asked } = props
  const words = useScreenWords()
  return (
    <AriaComboBox
      {...ariaOf(asked)}
      className="field"
      {...(onType ? { items: choices, onInputChange: onType } : { defaultItems: choices })}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      allowsEmptyCollection
    >
      <FieldLabel label={asked.label} required={asked.required ?? false} />
      <FieldNotes {...asked} />
      <div className="combo">
        <ComboInput placeholder={placeholder} />
        <Button className="combo-open">
          <Sign name="caret" />
        </Button>
      </div>
      <Popover className="popover" offset={2}>
        <ListBox
          className="options"
          renderEmptyState={() => <p className="options-empty">{words.nothingFound}</p>}
        >
          {(choice: Choice) => <ChoiceRow choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

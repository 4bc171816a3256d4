import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { sayAmount, sayDay } from '#foundation/screens/say-time.ts'
import { useCategoryName } from '#matters/analyse/desk/categories.ts'
import { endDutyItem } from '#matters/dispatch/lists-contract.ts'
import type { DutyItemView } from '#matters/dispatch/model.ts'
import { useMe } from '#people/desk/me.ts'
import { useDivisionName } from '#places/desk/division-name.ts'
import { ChangeDutyItem } from './ChangeDutyItem.tsx'
import { useDutyWords } from './duty-words.ts'

type DutyItemSheetProps = { item: DutyItemView; keeps: boolean }

/** One item of the list with its law; what was dispatched by it keeps it. */
export function DutyItemSheet({ item, keeps }: DutyItemSheetProps) {
  const words = useDutyWords()
  const [form, setForm] = useState<'change' | 'end' | null>(null)
  const close = () => setForm(null)
  const division = useDivisionName(useMe().county, item.division ?? undefined)
  return (
    <Sheet
      title={item.item}
      about={item.id}
      foot={
        keeps && item.validTo === null ? (
          <div className="acts-mine">
            <Button onPress={() => setForm('change')}>{words.change}</Button>
            <Button onPress={() => setForm('end')}>{words.end}</Button>
          </div>
        ) : null
      }
    >
      <DutyFacts item={item} />
      {form === 'change' ? (
        <ChangeDutyItem item={item} divisionName={division ?? item.division} onClose={close} />
      ) : null}
      {form === 'end' ? <EndDutyItem item={item} onClose={close} /> : null}
    </Sheet>
  )
}

function DutyFacts({ item }: { item: DutyItemView }) {
  const words = useDutyWords()
  const language = useLanguage()
  const now = useNow()
  const { county } = useMe()
  const categoryName = useCategoryName()
  const division = useDivisionName(county, item.division ?? undefined)
  const day = (on: string) => sayDay(on, language, now)
  const { limit, validFrom, validTo } = item
  const facts = [
    { name: words.category, value: categoryName(item.category) ?? item.category },
    { name: words.division, value: item.division === null ? words.wholeCounty : division },
    { name: words.lead, value: item.leadName },
    {
      name: words.assisting,
      value: item.assistingOffices.map(({ name }) => name).join('、'),
    },
    { name: words.legalBasis, value: item.legalBasis },
    {
      name: words.limit,
      value: limit ? sayAmount(limit.amount, limit.unit, language) : words.noLimit,
    },
    {
      name: words.validity,
      value:
        validTo === null
          ? fill(words.since, { from: day(validFrom) })
          : fill(words.span, { from: day(validFrom), until: day(validTo) }),
    },
    { name: words.note, value: item.note },
  ]
  return <Facts facts={facts.filter(({ value }) => value)} />
}

function EndDutyItem({ item, onClose }: { item: DutyItemView; onClose: () => void }) {
  const words = useDutyWords()
  const language = useLanguage()
  const now = useNow()
  const { id } = item
  const form = useCommandForm(endDutyItem, { on: '' }, ({ on }) => ({ id, on }))
  return (
    <FormDialog
      title={words.end}
      open
      onClose={onClose}
      lead={fill(words.endLead, { id })}
      send={words.end}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() =>
        form.send(({ validTo }) => {
          onClose()
          tellDone(fill(words.ended, { id, day: sayDay(validTo, language, now) }))
        })
      }
    >
      <TextField
        label={words.on}
        hint={words.fromHint}
        error={form.trouble.at('on')}
        type="date"
        value={form.fields.on}
        onChange={(on) => form.change({ on })}
      />
    </FormDialog>
  )
}

import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { useCategoryName } from '#matters/analyse/desk/categories.ts'
import { useDispatchWords } from '#matters/dispatch/desk/dispatch-words.ts'
import type { TownshipItemView } from '#matters/dispatch/model.ts'
import { useMe } from '#people/desk/me.ts'
import { useDivisionName } from '#places/desk/division-name.ts'
import { useTownshipWords } from './township-words.ts'

/** One item of a township's list: who does what, by which law, and what that means when a matter is dispatched. */
export function TownshipItemSheet({ item }: { item: TownshipItemView }) {
  const words = useTownshipWords()
  const { townshipKind } = useDispatchWords()
  const language = useLanguage()
  const now = useNow()
  const place = useDivisionName(useMe().county, item.division) ?? item.division
  const categoryName = useCategoryName()
  const { kind, category, departmentName, validFrom, validTo } = item
  const department = departmentName ?? words.someDepartment
  const [from, until] = [validFrom, validTo ?? ''].map((on) => on && sayDay(on, language, now))
  const facts = [
    { name: words.kind, value: townshipKind[kind] },
    {
      name: words.effect,
      value: category === null ? '' : fill(words.effects[kind], { department }),
    },
    { name: words.department, value: departmentName },
    { name: words.departmentDuty, value: item.departmentDuty },
    { name: words.townshipDuty, value: item.townshipDuty },
    {
      name: words.category,
      value: category === null ? words.noCategory : (categoryName(category) ?? category),
    },
    { name: words.legalBasis, value: item.legalBasis },
    {
      name: words.validity,
      value: fill(validTo === null ? words.since : words.span, {
        from: from ?? '',
        until: until ?? '',
      }),
    },
  ]
  return (
    <Sheet title={item.item} about={place}>
      <Facts facts={facts.filter(({ value }) => value)} />
    </Sheet>
  )
}

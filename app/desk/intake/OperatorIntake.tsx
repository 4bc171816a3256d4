import { useMemo } from 'react'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { Intake } from '#matters/accept/desk/intake/Intake.tsx'
import type { CategoryChoice } from '#matters/accept/desk/intake/intake.ts'
import { listCategories } from '#matters/analyse/contract.ts'
import { useMe } from '#people/desk/me.ts'
import { useAdvice } from './use-advice.ts'

/** The county's tree; a category says what it lies in. */
function useCategories(): readonly CategoryChoice[] {
  const { county } = useMe()
  const english = useLanguage() === 'en'
  const tree = useAsk(listCategories, { county }, { freshSeconds: 600 }).data
  return useMemo(() => {
    const names = new Map(tree?.map(({ code, name, nameEn }) => [code, english ? nameEn : name]))
    return (tree ?? []).map(({ code, parent, urgency }) => ({
      code,
      name: names.get(code) ?? code,
      above: parent === null ? null : (names.get(parent) ?? null),
      urgency,
    }))
  }, [tree, english])
}

/** Accepting and analysing stand on one floor; only the roof may bring them together. */
export function PhoneIntake() {
  return <Intake channel="phone" categories={useCategories()} useAdvice={useAdvice} />
}

export function WalkInIntake() {
  return <Intake channel="walkIn" categories={useCategories()} useAdvice={useAdvice} />
}

import { useMemo } from 'react'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { offices as officesContract } from '../contract.ts'
import type { Office } from '../model.ts'

/** Offices change a few times a year; what is on the screen may be some minutes old. */
const freshSeconds = 300

/** The offices of the county that hold today, parents before their children; empty until they are known. */
export function useOffices(): readonly Office[] {
  return useAsk(officesContract, {}, { freshSeconds }).data?.offices ?? none
}

const none: readonly Office[] = []

/** The name of an office in the reader's language, by its id. An office that no longer holds has none here. */
export function useOfficeName(): (id: string) => string | undefined {
  const offices = useOffices()
  const english = useLanguage() === 'en'
  return useMemo(() => {
    const names = new Map(
      offices.map(({ id, name, nameEn }) => [id, english ? nameEn : name] as const),
    )
    return (id) => names.get(id)
  }, [offices, english])
}

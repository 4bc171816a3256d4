import { useMe } from '#people/desk/me.ts'
import { PlacesPage } from '#places/desk/PlacesPage.tsx'

/** Places know no officers: the roof tells them whose county it is. */
export function CountyPlaces() {
  return <PlacesPage county={useMe().county} />
}

import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Moment } from '#people/server/moment.ts'
import type * as contract from '../lists/views-contract.ts'
import { forgetView, keepView, type SavedViewRow, savedViewsOf } from './store-saved-views.ts'

/** A rail of more than this many views would be a second search. */
export const savedViewsMax = 30

/** Views belong to officers: nobody else has lists. */
function ownerOf({ by }: Moment): { county: number; person: string } {
  if (by.kind !== 'officer') throw new Refused(refuse('foundation.notSignedIn', 'unsigned'))
  return { county: by.county, person: by.person }
}

const viewOf = ({ id, name, asked }: SavedViewRow) => ({ id, name, ...asked })

/** The own views, by name. */
export async function answerSavedViews(
  _: InputOf<typeof contract.savedViews>,
  moment: Moment,
): Promise<{ views: ReturnType<typeof viewOf>[] }> {
  const { county, person } = ownerOf(moment)
  return { views: (await savedViewsOf(moment.sql, county, person)).map(viewOf) }
}

/** Keeps a view; the same name replaces it. @throws Refused matter.viewsFull */
export async function saveView(
  { name: given, ...asked }: InputOf<typeof contract.saveView>,
  moment: Moment,
): Promise<ReturnType<typeof viewOf>> {
  const owner = ownerOf(moment)
  const name = given.trim()
  const before = await savedViewsOf(moment.sql, owner.county, owner.person)
  if (before.length >= savedViewsMax && !before.some((view) => view.name === name)) {
    throw new Refused(
      refuse('matter.viewsFull', 'conflict', { field: 'name', values: { count: savedViewsMax } }),
    )
  }
  const row = { id: newId(moment.now), name, asked }
  return viewOf(await keepView(moment.sql, owner, row, moment.now))
}

/** Forgets a view; one that is gone already is as good as forgotten. */
export async function dropView(
  { view }: InputOf<typeof contract.dropView>,
  moment: Moment,
): Promise<Record<string, never>> {
  const { county, person } = ownerOf(moment)
  await forgetView(moment.sql, county, person, view)
  return {}
}

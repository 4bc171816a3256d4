import type { Subject } from '#matters/matter/server/deed.ts'
import type { KnownFiles } from '#matters/matter/server/files.ts'
import type { Moment } from '#people/server/moment.ts'
import { officeActing } from '../rules.ts'
import type { Done } from './store.ts'

/** What handling works with, made once by the roof. */
export type Handling = { readonly files: KnownFiles }

/** The event a row of this room belongs to, and the office that acts. */
export function doneBy({ matter, post }: Subject, { now }: Moment): Done {
  // The procedure lets only officers do the acts of this room.
  if (!post) throw new Error('handled by nobody’s post')
  return { matter: matter.id, seq: matter.version + 1, at: now, office: officeActing(post, matter) }
}

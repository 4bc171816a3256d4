import type { Deed } from '#matters/matter/server/deed.ts'
import { assignDeed } from './assign.ts'
import { concludeConsultationDeed, consultDeed, opineDeed } from './consult.ts'
import { askExtensionDeed, decideExtensionDeed } from './extend.ts'
import { decideObjectionDeed, objectDeed } from './object.ts'
import { suspendDeed, wakeDeed } from './suspend.ts'
import { urgeDeed } from './urge.ts'

/** The acts of dispatching 派遣. */
export function dispatchDeeds(): Deed[] {
  return [
    consultDeed,
    opineDeed,
    concludeConsultationDeed,
    assignDeed,
    objectDeed,
    decideObjectionDeed,
    askExtensionDeed,
    decideExtensionDeed,
    suspendDeed,
    wakeDeed,
    urgeDeed,
  ]
}

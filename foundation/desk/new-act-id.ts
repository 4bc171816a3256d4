import { type ActId, composeId } from '../ids.ts'
import { now } from './clock.ts'

/** An id for one act, made before it is sent: sending it again, after a lost answer, does nothing twice. */
export function newActId(): ActId {
  return composeId(now(), crypto.getRandomValues(new Uint8Array(10))) as ActId
}

import type { Procedure } from './procedure.ts'
import { requestProcedure } from './request.procedure.ts'
import { joining, recorders } from './standing.ts'

const { acts } = requestProcedure

/**
 * Procedure of a finding 巡查发现, version 1: what a grid worker or officer found (domain.md 1.3, 1.9). The grid
 * worker solves
 * what he can on the spot; the rest goes the way of a request. There is no reporting resident, so nobody is
 * called back and no verdict is asked:
 * after the check comes closing.
 */
export const findingProcedure = {
  kind: 'finding',
  version: 1,
  acts: {
    submit: {
      ...acts.submit,
      by: [
        { post: 'gridWorker', as: 'any' },
        { post: 'operator', as: 'any' },
        { post: 'leader', as: 'any' },
        'system',
      ],
    },
    accept: acts.accept,
    refuse: acts.refuse,
    amend: { ...acts.amend, by: recorders },
    supplement: {
      ...acts.supplement,
      by: [
        { post: 'gridWorker', as: 'recorder' },
        { post: 'operator', as: 'any' },
      ],
    },
    ...joining,
    withdraw: { ...acts.withdraw, by: [{ post: 'gridWorker', as: 'recorder' }] },
    solveOnSpot: {
      from: ['reported'],
      to: 'fedBack',
      by: [{ post: 'gridWorker', as: 'recorder' }],
      clocks: { acceptance: 'stop', checking: 'start' },
      audience: 'public',
    },
    judge: acts.judge,
    link: acts.link,
    consult: acts.consult,
    opine: acts.opine,
    concludeConsultation: acts.concludeConsultation,
    dispatch: acts.dispatch,
    sign: acts.sign,
    object: acts.object,
    decideObjection: acts.decideObjection,
    askExtension: acts.askExtension,
    decideExtension: acts.decideExtension,
    suspend: acts.suspend,
    wake: acts.wake,
    urge: {
      ...acts.urge,
      by: [
        { post: 'dispatcher', as: 'any' },
        { post: 'leader', as: 'any' },
      ],
    },
    note: acts.note,
    assist: acts.assist,
    feedBack: acts.feedBack,
    check: {
      ...acts.check,
      branches: {
        ...acts.check.branches,
        // Solved on the spot, it has no office to go back to: it is accepted and given to one.
        failedUnassigned: { to: 'reported', clocks: { checking: 'stop', acceptance: 'start' } },
      },
    },
    rework: acts.rework,
    close: acts.close,
    reopen: { ...acts.reopen, by: [{ post: 'checker', as: 'uninvolved' }] },
    archive: { ...acts.archive, from: ['closed', 'refused', 'cancelled'] },
    exclude: { ...acts.exclude, from: ['closed', 'refused', 'cancelled', 'archived'] },
  },
} as const satisfies Procedure

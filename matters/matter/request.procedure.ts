import type { Procedure } from './procedure.ts'
import {
  approvers,
  checkers,
  commanders,
  consultedOffices,
  inHand,
  joining,
  judges,
  leadHandlers,
  noting,
  open,
  recorders,
  takers,
} from './standing.ts'

/**
 * Procedure of a request 诉求, version 1. Sources: seven stages (domain.md 1.3), separation of roles (1.2: who handles
 * never closes), first office responsible and consultation before dispatch (Beijing 接诉即办 law art. 12–14), return only
 * after a confirmed wrong dispatch and none after a rejected objection (Weifang 12345 law art. 22; traps 11–15).
 * No act but `accept` starts `completion`, the resident's clock.
 */
export const requestProcedure = {
  kind: 'request',
  version: 1,
  acts: {
    submit: {
      from: [],
      to: 'reported',
      by: ['public', 'reporter', 'system', ...takers],
      clocks: { acceptance: 'start' },
      audience: 'public',
    },
    accept: {
      from: ['reported'],
      to: 'accepted',
      by: [{ post: 'operator', as: 'any' }, 'system'],
      clocks: { acceptance: 'stop', dispatching: 'start', completion: 'start' },
      audience: 'public',
    },
    refuse: {
      from: ['reported', 'accepted', 'judged'],
      to: 'refused',
      by: [{ post: 'operator', as: 'any' }],
      lowers: ['consulting'],
      clocks: { acceptance: 'stop', dispatching: 'stop', completion: 'stop' },
      audience: 'public',
    },
    answer: {
      from: ['reported', 'accepted', 'judged'],
      to: 'answered',
      by: [{ post: 'operator', as: 'any' }],
      lowers: ['consulting'],
      clocks: { acceptance: 'stop', dispatching: 'stop', completion: 'stop' },
      audience: 'public',
    },
    // 说错了: what was typed wrong is put right while nobody has worked with it (rule window.receiptEdit).
    amend: {
      from: ['reported'],
      by: ['reporter', ...recorders],
      audience: 'resident',
    },
    supplement: {
      from: open,
      by: ['reporter', { post: 'operator', as: 'any' }, { post: 'gridWorker', as: 'recorder' }],
      audience: 'resident',
      tolerant: true,
    },
    withdraw: {
      from: ['reported', 'accepted', 'judged', 'dispatched'],
      to: 'cancelled',
      by: ['reporter', { post: 'operator', as: 'any' }],
      lowers: ['consulting', 'objected', 'extensionAsked', 'suspended', 'urged'],
      clocks: {
        acceptance: 'stop',
        dispatching: 'stop',
        signing: 'stop',
        firstContact: 'stop',
        completion: 'stop',
      },
      audience: 'public',
    },
    ...joining,
    readIdentity: {
      from: [...open, 'closed'],
      by: [{ post: 'operator', as: 'any' }, { post: 'handler', as: 'lead' }, ...checkers],
      audience: 'resident',
      tolerant: true,
    },
    judge: {
      from: ['accepted', 'judged'],
      to: 'judged',
      by: judges,
      audience: 'inside',
    },
    link: {
      from: open,
      by: judges,
      audience: 'resident',
      tolerant: true,
    },
    consult: {
      from: ['judged'],
      by: [{ post: 'dispatcher', as: 'any' }],
      not: ['consulting'],
      raises: ['consulting'],
      audience: 'inside',
    },
    // Whoever is asked says it in its own words; the dispatcher may still write it down for them on concluding.
    opine: {
      from: ['judged'],
      by: consultedOffices,
      only: ['consulting'],
      audience: 'inside',
      tolerant: true,
    },
    concludeConsultation: {
      from: ['judged'],
      by: commanders,
      only: ['consulting'],
      lowers: ['consulting'],
      audience: 'inside',
    },
    dispatch: {
      from: ['judged'],
      to: 'dispatched',
      by: [{ post: 'dispatcher', as: 'any' }],
      not: ['consulting'],
      clocks: { dispatching: 'stop', signing: 'start', firstContact: 'start' },
      audience: 'public',
    },
    sign: {
      from: ['dispatched'],
      to: 'handling',
      by: leadHandlers,
      not: ['objected', 'suspended'],
      clocks: { signing: 'stop' },
      audience: 'public',
    },
    object: {
      from: inHand,
      by: leadHandlers,
      not: ['objected', 'final', 'rework', 'suspended'],
      raises: ['objected'],
      // Neither can be done while it is open whose matter this is; the resident's clock runs on (trap 13).
      clocks: { signing: 'pause', firstContact: 'pause' },
      audience: 'inside',
    },
    decideObjection: {
      from: inHand,
      by: [{ post: 'leader', as: 'uninvolved' }],
      only: ['objected'],
      lowers: ['objected'],
      // An office assigned after a dispute may not return it (Weifang 12345 law art. 22), whichever office that is.
      raises: ['final'],
      branches: {
        // A confirmed wrong dispatch: back to the dispatcher at once; the resident's clock runs on (trap 13).
        upheld: {
          to: 'judged',
          lowers: ['extensionAsked'],
          clocks: { signing: 'stop', firstContact: 'stop', dispatching: 'start' },
        },
        rejected: { clocks: { signing: 'resume', firstContact: 'resume' } },
      },
      audience: 'inside',
    },
    askExtension: {
      from: ['handling'],
      by: leadHandlers,
      not: ['extensionAsked', 'suspended', 'objected'],
      raises: ['extensionAsked'],
      audience: 'inside',
    },
    decideExtension: {
      from: ['handling'],
      // Which of the two decides the first and which a further one is the county's rule list.extensionApprovers.
      by: approvers,
      only: ['extensionAsked'],
      lowers: ['extensionAsked'],
      branches: { granted: {}, refused: {} },
      audience: 'resident',
    },
    suspend: {
      from: inHand,
      by: [{ post: 'leader', as: 'uninvolved' }],
      not: ['suspended', 'objected'],
      raises: ['suspended'],
      clocks: { completion: 'pause', rework: 'pause', signing: 'pause', firstContact: 'pause' },
      audience: 'resident',
    },
    wake: {
      from: inHand,
      by: ['system', { post: 'leader', as: 'any' }],
      only: ['suspended'],
      lowers: ['suspended'],
      clocks: { completion: 'resume', rework: 'resume', signing: 'resume', firstContact: 'resume' },
      audience: 'resident',
    },
    urge: {
      from: inHand,
      by: ['reporter', ...commanders],
      not: ['suspended'],
      raises: ['urged'],
      audience: 'resident',
      tolerant: true,
    },
    contact: {
      from: inHand,
      by: leadHandlers,
      not: ['objected'],
      // Ringing in vain is no contact: the clock runs on.
      branches: { reached: { clocks: { firstContact: 'stop' } }, notReached: {} },
      audience: 'resident',
      tolerant: true,
    },
    ...noting,
    feedBack: {
      from: inHand,
      to: 'fedBack',
      by: leadHandlers,
      not: ['objected', 'suspended'],
      lowers: ['urged', 'extensionAsked'],
      clocks: { signing: 'stop', completion: 'stop', rework: 'stop', checking: 'start' },
      audience: 'public',
    },
    check: {
      from: ['fedBack'],
      by: checkers,
      branches: {
        passed: { to: 'checked', lowers: ['rework'] },
        // Back to the same office with a clock of its own; completion keeps what it showed.
        failed: {
          to: 'handling',
          raises: ['rework'],
          clocks: { checking: 'stop', rework: 'start' },
        },
        // Cannot tell 无法判断 (domain.md 1.3): somebody checks again while the clock runs on.
        unclear: {},
      },
      audience: 'resident',
    },
    callBack: {
      from: ['checked'],
      by: [...checkers, { post: 'operator', as: 'any' }],
      audience: 'resident',
    },
    rework: {
      from: ['checked'],
      to: 'handling',
      by: checkers,
      raises: ['rework'],
      clocks: { checking: 'stop', rework: 'start' },
      audience: 'resident',
    },
    close: {
      from: ['checked'],
      to: 'closed',
      by: checkers,
      lowers: ['rework', 'urged', 'final'],
      clocks: { checking: 'stop', firstContact: 'stop' },
      audience: 'public',
    },
    rate: {
      from: ['checked', 'closed', 'answered', 'refused', 'archived'],
      by: ['reporter'],
      audience: 'resident',
      tolerant: true,
    },
    reopen: {
      from: ['closed'],
      to: 'handling',
      by: ['reporter', ...checkers],
      raises: ['rework'],
      clocks: { rework: 'start' },
      audience: 'public',
    },
    archive: {
      from: ['closed', 'answered', 'refused', 'cancelled'],
      to: 'archived',
      by: ['system', { post: 'checker', as: 'uninvolved' }, { post: 'auditAdmin', as: 'any' }],
      audience: 'inside',
    },
    exclude: {
      // Outcomes of acceptance and what was withdrawn are counted by no rate, so nothing of them can be left out.
      from: ['closed', 'archived'],
      by: [{ post: 'leader', as: 'uninvolved' }],
      audience: 'inside',
      tolerant: true,
    },
  },
} as const satisfies Procedure

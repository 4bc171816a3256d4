import { type State, states, type Verb } from './model.ts'
import type { ActRule } from './procedure.ts'

/** States and circles of people that several acts of the procedures share. */
export const inHand = ['dispatched', 'handling'] as const satisfies readonly State[]
export const open = [
  'reported',
  'accepted',
  'judged',
  'dispatched',
  'handling',
  'fedBack',
  'checked',
] as const satisfies readonly State[]
export const leadHandlers = [
  { post: 'handler', as: 'lead' },
  { post: 'chief', as: 'lead' },
] as const satisfies ActRule['by']
export const judges = [
  { post: 'operator', as: 'any' },
  { post: 'dispatcher', as: 'any' },
] as const satisfies ActRule['by']
/** Who takes down what somebody says. */
export const takers = [
  { post: 'operator', as: 'any' },
  { post: 'gridWorker', as: 'any' },
  { post: 'leader', as: 'any' },
] as const satisfies ActRule['by']
/** Who decides what others ask for, never in a matter of their own. */
export const approvers = [
  { post: 'leader', as: 'uninvolved' },
  { post: 'dispatcher', as: 'uninvolved' },
] as const satisfies ActRule['by']
/** Who sends work on and steps in. */
export const commanders = [
  { post: 'dispatcher', as: 'any' },
  { post: 'leader', as: 'any' },
] as const satisfies ActRule['by']
/** Who looks whether it is so; never whoever handled it. */
export const checkers = [{ post: 'checker', as: 'uninvolved' }] as const satisfies ActRule['by']
/** Who is asked before dispatch. */
export const consultedOffices = [
  { post: 'handler', as: 'consulted' },
  { post: 'chief', as: 'consulted' },
] as const satisfies ActRule['by']
/** Who took it down in their own hand. */
export const recorders = [
  { post: 'operator', as: 'recorder' },
  { post: 'gridWorker', as: 'recorder' },
] as const satisfies ActRule['by']
export const assistants = [
  { post: 'handler', as: 'assisting' },
  { post: 'chief', as: 'assisting' },
] as const satisfies ActRule['by']

/** 我也遇到: whoever it concerns too is a voice beside its reporter, while something can still come of it. */
export const joining = {
  join: { from: open, by: ['public'], audience: 'inside', tolerant: true },
  leave: { from: states, by: ['public'], audience: 'inside', tolerant: true },
} as const satisfies Partial<Record<Verb, ActRule>>

/** What the offices that work on it tell each other. */
export const noting = {
  note: { from: inHand, by: [...leadHandlers, ...assistants], audience: 'inside', tolerant: true },
  assist: { from: inHand, by: assistants, audience: 'inside', tolerant: true },
} as const satisfies Partial<Record<Verb, ActRule>>

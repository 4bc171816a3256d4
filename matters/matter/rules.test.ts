import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MatterId } from '#foundation/ids.ts'
import { publicActor, receiptActor, systemActor } from '#people/actor.ts'
import { actAs, county, office, officer, resident } from '../../tests/matter-people.ts'
import { endStates, states, type Verb } from './model.ts'
import { allProcedures } from './procedures.ts'
import { requestProcedure } from './request.procedure.ts'
import { capacityFor, follow, type MatterStanding, verbsFor, whyNotAct } from './rules.ts'

const base: MatterStanding = {
  id: '00000000-0000-7000-8000-000000000001',
  kind: 'request',
  procedure: 1,
  state: 'handling',
  flags: [],
  leadOffice: office.housing,
  offices: [office.housing, office.water],
  consulted: [],
  reporter: resident().person,
  recordedBy: actAs('operator').person,
}
const standing = (more: Partial<MatterStanding>): MatterStanding => ({ ...base, ...more })
const key = (verb: Verb, more: Partial<MatterStanding>, by: Parameters<typeof whyNotAct>[2]) =>
  whyNotAct(verb, standing(more), by)?.key ?? null

test('an act is done in its states only', () => {
  assert.equal(key('accept', { state: 'reported' }, actAs('operator')), null)
  assert.equal(key('accept', { state: 'handling' }, actAs('operator')), 'matter.notInThisState')
})

test('a kind of matter has its own acts', () => {
  assert.equal(key('solveOnSpot', {}, actAs('gridWorker')), 'matter.actNotOfThisKind')
  assert.equal(
    key('callBack', { kind: 'finding', state: 'checked' }, actAs('checker')),
    'matter.actNotOfThisKind',
  )
})

test('flags forbid and flags are needed', () => {
  const judged = { state: 'judged', leadOffice: null, offices: [] } as const
  assert.equal(key('dispatch', judged, actAs('dispatcher')), null)
  assert.equal(
    key('dispatch', { ...judged, flags: ['consulting'] }, actAs('dispatcher')),
    'matter.while.consulting',
  )
  assert.equal(key('concludeConsultation', judged, actAs('leader')), 'matter.onlyWhile.consulting')
  assert.equal(key('object', { flags: ['final'] }, actAs('handler')), 'matter.while.final')
  assert.equal(key('object', { flags: ['rework'] }, actAs('handler')), 'matter.while.rework')
})

test('who stands how to the matter decides, and the refusal says what is missing', () => {
  const assisting = actAs('handler', office.water)
  assert.equal(key('feedBack', {}, actAs('handler')), null)
  assert.equal(key('feedBack', {}, actAs('chief')), null)
  assert.equal(key('feedBack', {}, assisting), 'matter.leadOfficeOnly')
  assert.equal(key('assist', {}, assisting), null)
  assert.equal(key('assist', {}, actAs('handler')), 'matter.assistingOfficeOnly')
  assert.equal(key('feedBack', {}, actAs('operator')), 'matter.otherPostOnly')
  assert.equal(key('urge', {}, resident()), null)
  assert.equal(key('urge', {}, resident('somebody else')), 'matter.otherPostOnly')
  assert.equal(key('urge', {}, receiptActor(county, base.id as MatterId, 'zh-CN')), null)
  assert.equal(key('wake', { flags: ['suspended'] }, systemActor(county)), null)
  assert.equal(
    key('wake', { flags: ['suspended'] }, publicActor(county, 'zh-CN')),
    'matter.otherPostOnly',
  )
})

test('who is asked may say so, while the consultation lasts and nothing else', () => {
  const asked = {
    state: 'judged',
    flags: ['consulting'],
    leadOffice: null,
    offices: [],
    consulted: [office.streets],
  } as const
  assert.equal(key('opine', asked, actAs('chief', office.streets)), null)
  assert.equal(key('opine', asked, officer(['handler', office.tower, [office.streets]])), null)
  assert.equal(key('opine', asked, actAs('handler')), 'matter.consultedOfficeOnly')
  assert.equal(
    key('opine', { ...asked, flags: [] }, actAs('chief', office.streets)),
    'matter.onlyWhile.consulting',
  )
  assert.notEqual(key('dispatch', asked, actAs('handler', office.streets)), null)
})

test('an office that succeeded another stands where that one stood', () => {
  const heir = officer(['handler', office.streets, [office.housing]])
  assert.equal(key('feedBack', {}, heir), null)
  const checker = officer(['checker', office.streets, [office.housing]])
  assert.equal(key('check', { state: 'fedBack' }, checker), 'matter.handlerMayNot')
  // An office that took over the lead and an assisting office leads.
  const both = officer(['handler', office.streets, [office.water, office.housing]])
  assert.equal(key('feedBack', {}, both), null)
  assert.equal(key('assist', {}, both), 'matter.assistingOfficeOnly')
})

test('an act is done in the post that allows it, first come first', () => {
  const two = officer(['checker', office.centre], ['handler', office.housing])
  const capacity = capacityFor(requestProcedure.acts.feedBack.by, base, two)
  assert.equal(typeof capacity === 'object' && capacity?.kind, 'handler')
  assert.equal(capacityFor(['reporter'], base, resident()), 'person')
  assert.equal(capacityFor(['reporter'], base, two), null)
})

test('the acts offered are those of posts one holds', () => {
  const offered = verbsFor(base, actAs('handler'))
  assert.ok(
    offered.includes('feedBack') && offered.includes('object') && offered.includes('askExtension'),
  )
  assert.ok(!offered.includes('dispatch') && !offered.includes('close'))
  assert.ok(verbsFor(base, resident()).includes('urge'))
  assert.ok(!verbsFor(base, actAs('operator')).includes('submit'), 'it is open already')
  assert.deepEqual(verbsFor(base, publicActor(county, 'zh-CN')), [])
})

test('follow: the act first, then its branch; raising wins over nothing, lowering removes', () => {
  const { acts } = requestProcedure
  const before = { state: 'dispatched', flags: ['objected', 'extensionAsked', 'urged'] } as const
  const upheld = follow(before, acts.decideObjection, 'upheld')
  assert.equal(upheld.state, 'judged')
  assert.deepEqual(upheld.flags, ['final', 'urged'])
  assert.deepEqual(follow(before, acts.decideObjection, 'rejected').state, 'dispatched')
  assert.deepEqual(follow({ state: 'fedBack', flags: ['rework'] }, acts.check, 'passed').flags, [])
  assert.deepEqual(follow({ state: 'fedBack', flags: [] }, acts.check, 'failed').flags, ['rework'])
  assert.deepEqual(follow({ state: 'handling', flags: [] }, acts.suspend, undefined).flags, [
    'suspended',
  ])
  assert.throws(() => follow(before, acts.decideObjection, undefined), /no branch/)
  assert.throws(() => follow(before, acts.decideObjection, 'granted'), /no branch/)
})

for (const procedure of allProcedures) {
  const rules = Object.entries(procedure.acts)
  const effects = rules.flatMap(([verb, rule]) => [
    [verb, rule] as const,
    ...Object.values(rule.branches ?? {}).map((branch) => [verb, branch] as const),
  ])

  test(`${procedure.kind}: every state can be reached and none is a dead end before the end`, () => {
    const reached = new Set(effects.flatMap(([, effect]) => (effect.to ? [effect.to] : [])))
    const left = new Set(rules.flatMap(([, rule]) => rule.from))
    const used = states.filter((state) => reached.has(state))
    // Acts shared by both kinds may name an end that only one of them has.
    for (const state of left)
      assert.ok(reached.has(state) || endStates.includes(state), `${state} is never reached`)
    for (const state of used)
      assert.ok(left.has(state) || endStates.includes(state), `${state} cannot be left`)
  })

  test(`${procedure.kind}: no act starts the resident's clock but acceptance (trap 13)`, () => {
    const starters = effects
      .filter(([, effect]) => effect.clocks?.completion === 'start')
      .map(([verb]) => verb)
    assert.deepEqual(starters, ['accept'])
  })

  test(`${procedure.kind}: what is paused can be resumed`, () => {
    const touched = (how: string) =>
      new Set(
        effects.flatMap(([, { clocks = {} }]) =>
          Object.entries(clocks).flatMap(([name, what]) => (what === how ? [name] : [])),
        ),
      )
    assert.deepEqual([...touched('pause')].sort(), [...touched('resume')].sort())
  })

  test(`${procedure.kind}: a flag that is raised can be lowered,
  but the finality of a decision lasts to the end`, () => {
    const raised = new Set(effects.flatMap(([, effect]) => effect.raises ?? []))
    const lowered = new Set(effects.flatMap(([, effect]) => effect.lowers ?? []))
    for (const flag of raised) assert.ok(lowered.has(flag), flag)
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Office, OfficeKind } from '#people/model.ts'
import { office, officeName, offices, places } from '../../tests/matter-people.ts'
import {
  bindingEntries,
  fittingItems,
  type GrassrootsAsked,
  townshipEntry,
  whyNotGrassroots,
} from './duty-rules.ts'
import type { DutyItem, TownshipItem } from './model.ts'

const duty = (id: string, more: Partial<DutyItem> = {}): DutyItem => ({
  id,
  item: '清运暴露垃圾',
  category: 'env-rubbish',
  division: null,
  lead: office.streets,
  assisting: [],
  legalBasis: '《城市市容和环境卫生管理条例》第四条',
  limit: null,
  validFrom: '2025-07-01',
  validTo: null,
  note: '',
  ...more,
})
const listed = (kind: TownshipItem['kind'], more: Partial<TownshipItem> = {}): TownshipItem => ({
  division: places.greenstone,
  item: '市容环境整治',
  category: 'env',
  kind,
  department: kind === 'basic' ? null : office.streets,
  departmentDuty: '执法',
  townshipDuty: '发现上报',
  legalBasis: '青石镇履职清单',
  validFrom: '2025-07-01',
  validTo: null,
  ...more,
})
const bodyOf = (key: keyof typeof offices): Office => ({
  id: office[key],
  ...offices[key],
  parent: null,
  validFrom: '2020-01-01',
  validTo: null,
  successor: null,
  phone: null,
  duties: null,
})
const categories = ['env-rubbish', 'env']
const upward: Record<string, readonly string[]> = {
  [places.willow]: [places.willow, places.greenstone, places.county],
  [places.greenstone]: [places.greenstone, places.county],
  [places.tower]: [places.tower, places.county],
}

/** Why this lead and these assisting offices may not have rubbish left lying. */
function why(
  lead: keyof typeof offices,
  more: Partial<GrassrootsAsked> = {},
  assisting: (keyof typeof offices)[] = [],
) {
  const kinds = new Map<string, OfficeKind>(
    Object.entries(offices).map(([key, { kind }]) => [office[key as keyof typeof offices], kind]),
  )
  return whyNotGrassroots({
    lead: bodyOf(lead),
    assisting: assisting.map(bodyOf),
    categories,
    townshipItems: [],
    dutyItems: [],
    placeOf: ({ division }) => (division ? (upward[division] ?? []) : []),
    nameOf: (id) => officeName.get(id) ?? '',
    kindOf: (id) => kinds.get(id) ?? null,
    ...more,
  })
}

test('the duty list answers with the place itself, then what contains it, then the whole county', () => {
  const items = [
    duty('1 county'),
    duty('2 township, wider category', { division: places.greenstone, category: 'env' }),
    duty('3 township', { division: places.greenstone }),
    duty('4 village', { division: places.willow }),
    duty('5 other township', { division: places.tower }),
    duty('6 other category', { category: 'road' }),
    duty('7 county, wider category', { category: 'env' }),
  ]
  const line = upward[places.willow] ?? []
  const ids = (found: readonly DutyItem[]) => found.map(({ id }) => Number(id[0]))
  assert.deepEqual(ids(fittingItems(items, categories, line)), [4, 3, 2, 1, 7])
  assert.deepEqual(
    ids(fittingItems(items, categories, [])),
    [1, 7],
    'no place: what holds everywhere',
  )
  assert.deepEqual(ids(fittingItems(items, [], line)), [], 'no category: nothing fits')
})

test('of a township’s entries the nearest category counts, then the nearest place', () => {
  const items = [listed('takenBack'), listed('basic', { category: 'env-rubbish' })]
  const line = upward[places.greenstone] ?? []
  assert.equal(townshipEntry(items, categories, line)?.kind, 'basic')
  assert.equal(townshipEntry(items, ['env'], line)?.kind, 'takenBack')
  assert.equal(townshipEntry(items, categories, upward[places.tower] ?? []), undefined)
  assert.deepEqual(
    bindingEntries(items, categories, line).map(({ kind }) => kind),
    ['takenBack'],
  )
})

test('what a department took back goes to no township and no community, not even to assist', () => {
  const townshipItems = [listed('takenBack')]
  for (const refusal of [
    why('greenstone', { townshipItems }),
    why('willow', { townshipItems }),
    why('streets', { townshipItems }, ['greenstone']),
  ]) {
    assert.equal(refusal?.key, 'dispatch.takenBack')
    assert.deepEqual(refusal.values, {
      item: '市容环境整治',
      department: '城管局',
      basis: '青石镇履职清单',
    })
  }
  assert.equal(why('tower', { townshipItems }), null, 'another township has its own list')
  assert.equal(why('streets', { townshipItems }), null)
})

test('where a township cooperates the named department leads, then it may assist', () => {
  const townshipItems = [listed('cooperating')]
  assert.equal(why('greenstone', { townshipItems })?.key, 'dispatch.departmentLeads')
  assert.equal(why('housing', { townshipItems }, ['greenstone'])?.key, 'dispatch.departmentLeads')
  assert.equal(why('streets', { townshipItems }, ['greenstone']), null)
})

test('a community leads only what its own list names', () => {
  assert.equal(why('willow')?.key, 'dispatch.notOnCommunityList')
  const refusal = why('willow', { dutyItems: [duty('1')] })
  assert.equal(refusal?.key, 'dispatch.outsideCommunityList')
  assert.deepEqual(refusal.values, {
    item: '清运暴露垃圾',
    department: '城管局',
    basis: '《城市市容和环境卫生管理条例》第四条',
  })
  const ofTownship = [listed('basic')]
  assert.equal(why('willow', { townshipItems: ofTownship })?.key, 'dispatch.notOnCommunityList')
  const own = [listed('basic', { division: places.willow })]
  assert.equal(why('willow', { townshipItems: own, dutyItems: [duty('1')] }), null)
  assert.equal(why('streets', {}, ['willow']), null, 'to assist is no lead')
})

test('what the duty list gives to a department is not passed down to a township', () => {
  assert.equal(why('greenstone', { dutyItems: [duty('1')] })?.key, 'dispatch.departmentsDuty')
  assert.equal(
    why('greenstone', { dutyItems: [duty('1')], townshipItems: [listed('basic')] }),
    null,
  )
  assert.equal(why('greenstone', { dutyItems: [duty('1', { lead: office.greenstone })] }), null)
  assert.equal(why('greenstone', { dutyItems: [duty('1', { lead: office.water })] }), null)
  assert.equal(why('greenstone'), null, 'the lists are silent')
})

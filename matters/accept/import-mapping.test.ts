import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ImportMapping, whyNotMapping } from './import-mapping.ts'
import { recogniseForm } from './import-mapping-forms.ts'
import { readImportRow } from './import-mapping-row.ts'

const now = new Date('2026-11-22T10:00:00Z')

const workOrder = {
  工单编号: 'GD-001',
  来源渠道: '电话',
  '受理时间 *': '2026年3月4日 09:30',
  标题: '路灯不亮',
  诉求内容: '桥头路第三盏灯不亮，请来修。',
  事发地: '桥头路',
  诉求分类: '市政设施/路灯',
  主办单位: '县城市管理局',
  办理结果: '已更换灯泡。',
  办结时间: '2026-03-06',
  满意度: '满意',
  是否保密: '否',
  紧急程度: '一般',
  诉求类型: '求助',
}

const recognised = recogniseForm(Object.keys(workOrder))
const mapping = recognised?.mapping as ImportMapping
const read = (cells: Record<string, string>, by = mapping) =>
  readImportRow({ ...workOrder, ...cells }, 2, by, now)
const troublesOf = (cells: Record<string, string>, by = mapping) =>
  read(cells, by).troubles.map(({ key, field }) => `${key} ${field}`)

test('the general work order is known by its headers, however they are dressed', () => {
  assert.equal(recognised?.form, '12345')
  assert.equal(mapping.fields.receivedAt, '受理时间 *')
  assert.equal(whyNotMapping(mapping, Object.keys(workOrder)), null)
  assert.equal(recogniseForm(['姓名', '电话', '内容']), null)
})

test('other forms: New York, Boston, messages with replies', () => {
  const formOf = (headers: string) => recogniseForm(headers.split(','))?.form
  assert.equal(formOf('Unique Key,Created Date,Complaint Type,Status,Latitude,Longitude'), 'nyc311')
  assert.equal(formOf('case_enquiry_id,open_dt,case_title,case_status,type'), 'boston311')
  assert.equal(formOf('msg_id,user,time,subject,text,reply,reply_time'), 'messages')
})

test('a row becomes a matter with place, times, category, reply and closing', () => {
  const { row, troubles } = read({})
  assert.deepEqual(troubles, [])
  assert.deepEqual(
    { ...row, told: '' },
    {
      row: 2,
      sourceNumber: 'GD-001',
      receivedAt: new Date('2026-03-04T01:30:00Z'),
      title: '路灯不亮',
      words: '桥头路第三盏灯不亮，请来修。',
      channel: '电话',
      typeWord: '求助',
      type: 'help',
      category: '市政设施/路灯',
      urgency: 'general',
      placeText: '桥头路',
      division: '',
      divisionName: '',
      point: null,
      happenedAt: null,
      confidential: false,
      replyWanted: true,
      reporterName: '',
      reporterPhone: '',
      office: '县城市管理局',
      reply: '已更换灯泡。',
      repliedAt: null,
      state: 'closed',
      statusWord: '',
      closedAt: new Date('2026-03-05T16:00:00Z'),
      satisfaction: '满意',
      told: '',
    },
  )
})

test('what stands for nothing is empty', () => {
  for (const blank of ['', ' ', 'Unspecified', 'N/A', '无', '--'])
    assert.equal(read({ 事发地: blank }).row?.placeText, '')
  const own = { ...mapping, empty: ['不详'] }
  assert.equal(read({ 事发地: '不详' }, own).row?.placeText, '')
  assert.equal(read({ 标题: '' }).row?.title, '桥头路第三盏灯不亮，请来修')
  assert.equal(read({ 诉求内容: '无' }).row?.words, '路灯不亮')
})

test('a row without number, time or words is not taken, and says which', () => {
  const refused: [Record<string, string>, string][] = [
    [{ 工单编号: '' }, 'import.fieldEmpty sourceNumber'],
    [{ 工单编号: '2.02603E+17' }, 'import.numberMangled sourceNumber'],
    [{ '受理时间 *': '' }, 'import.fieldEmpty receivedAt'],
    [{ '受理时间 *': '前天' }, 'foundation.dateUnknown receivedAt'],
    [{ '受理时间 *': '1899-12-31' }, 'foundation.dateOutOfRange receivedAt'],
    [{ '受理时间 *': '2026-11-23 08:00' }, 'import.receivedLater receivedAt'],
    [{ 标题: '', 诉求内容: '-' }, 'import.fieldEmpty words'],
    [{ 诉求内容: '长'.repeat(20_001) }, 'import.textTooLong words'],
  ]
  for (const [cells, trouble] of refused) {
    assert.equal(read(cells).row, null, trouble)
    assert.deepEqual(troublesOf(cells), [trouble])
  }
})

test('anything else that is wrong is left out and listed', () => {
  assert.deepEqual(troublesOf({ 办结时间: '2026-03-01' }), ['import.beforeReceived closedAt'])
  assert.equal(read({ 办结时间: '2026-03-01' }).row?.state, 'closed')
  assert.deepEqual(troublesOf({ 办结时间: '2207-01-01' }), ['foundation.dateOutOfRange closedAt'])
  assert.deepEqual(troublesOf({ 标题: '很'.repeat(121) }), ['import.textCut title'])
  const long = read({ 标题: '很'.repeat(121) }).row
  assert.equal(long?.title.length, 120)
  assert.ok(long?.words.startsWith(`${'很'.repeat(121)}\n桥头路`))
})

test('the file’s own word for the state decides; an unknown one is listed', () => {
  const withStatus = recogniseForm([...Object.keys(workOrder), '状态'])?.mapping as ImportMapping
  const stateOf = (word: string) => read({ 状态: word }, withStatus).row?.state
  assert.deepEqual(['已办结', '办理中', '不予受理', '已撤单', ''].map(stateOf), [
    'closed',
    'open',
    'refused',
    'cancelled',
    'closed',
  ])
  assert.deepEqual(troublesOf({ 状态: '办理中' }, withStatus), ['import.openButClosed closedAt'])
  assert.equal(read({ 状态: '办理中' }, withStatus).row?.closedAt, null)
  assert.deepEqual(troublesOf({ 状态: '挂起' }, withStatus), ['import.statusUnknown status'])
})

test('positions out of range, by halves or standing for nothing are dropped with a note', () => {
  const placed = {
    ...mapping,
    nowhere: [[-71.0587, 42.3594]],
    fields: { ...mapping.fields, lon: 'x', lat: 'y' },
  }
  const at = (x: string, y: string) => {
    const { row, troubles } = read({ x, y }, placed)
    return [row?.point, troubles.map(({ key }) => key)]
  }
  assert.deepEqual(at('111.5', '27.8'), [{ lon: 111.5, lat: 27.8 }, []])
  assert.deepEqual(at('', ' '), [null, []])
  assert.deepEqual(at('191', '27'), [null, ['import.positionOutOfRange']])
  assert.deepEqual(at('27.8', '111.5'), [null, ['import.positionOutOfRange']])
  assert.deepEqual(at('111.5', ''), [null, ['import.positionHalf']])
  assert.deepEqual(at('E111', '27'), [null, ['import.positionUnreadable']])
  assert.deepEqual(at('-71.0587', '42.3594'), [null, ['import.positionNowhere']])
  assert.deepEqual(at('0', '0'), [null, ['import.positionNowhere']])
})

test('dates with the year last are read in the order the mapping tells, in its zone', () => {
  const receivedAt = (text: string, by: Partial<ImportMapping>) =>
    read({ '受理时间 *': text }, { ...mapping, ...by }).row?.receivedAt.toISOString()
  const american = { timeZone: 'America/New_York', dateOrder: 'monthFirst' } as const
  assert.equal(receivedAt('12/25/2013 11:59:08 PM', american), '2013-12-26T04:59:08.000Z')
  assert.equal(receivedAt('07/04/2013 12:00', american), '2013-07-04T16:00:00.000Z')
  assert.equal(receivedAt('04.07.2013', { dateOrder: 'dayFirst' }), '2013-07-03T16:00:00.000Z')
  assert.equal(receivedAt('04/07/2013', {}), undefined)
})

test('a mapping must fit its file', () => {
  const headers = Object.keys(workOrder)
  const keyOf = (changed: Partial<ImportMapping>) =>
    whyNotMapping({ ...mapping, ...changed }, headers)?.key
  assert.equal(keyOf({ timeZone: 'Asia/Atlantis' }), 'import.timeZoneUnknown')
  assert.equal(keyOf({ fields: { ...mapping.fields, reply: '没有' } }), 'import.columnMissing')
  assert.equal(keyOf({ fields: { words: '诉求内容' } }), 'import.fieldUnmapped')
  const fixed = { ...mapping.fields, channel: { value: '电话' } }
  assert.equal(keyOf({ fields: fixed }), undefined)
})

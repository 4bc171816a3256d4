import type { FieldSource, ImportField, ImportMapping } from './import-mapping.ts'

/**
 * A form of file the house knows by its headers. For each field: the columns it may stand in, best first; what has
 * `join` or several columns keeps those of them the file has.
 */
type KnownForm = Omit<ImportMapping, 'fields'> & {
  readonly name: string
  /** The form is recognised when all of these fields find their columns. */
  readonly signs: readonly ImportField[]
  readonly fields: Partial<Readonly<Record<ImportField, readonly FieldSource[]>>>
}

/** Work orders of a hotline as counties export them (domain.md 2.3), and lists of messages with replies. */
const workOrders: KnownForm = {
  name: '12345',
  source: '12345',
  timeZone: 'Asia/Shanghai',
  signs: ['sourceNumber', 'receivedAt', 'words'],
  fields: {
    sourceNumber: [
      '工单编号',
      '工单号',
      '受理编号',
      '诉求编号',
      '事项编号',
      '案件编号',
      '留言编号',
      '流水号',
      '编号',
    ],
    receivedAt: [
      '受理时间',
      '来电时间',
      '来件时间',
      '诉求时间',
      '留言时间',
      '登记时间',
      '提交时间',
      '创建时间',
    ],
    title: ['标题', '工单标题', '诉求标题', '留言主题', '主题'],
    words: ['诉求内容', '工单内容', '来电内容', '留言详情', '留言内容', '问题描述', '内容'],
    channel: ['来源渠道', '工单来源', '来源', '渠道'],
    type: ['诉求类型', '工单类型'],
    category: [
      { columns: ['三级分类', '二级分类', '一级分类'] },
      '诉求分类',
      '问题分类',
      '分类',
      '一级标签',
    ],
    urgency: ['紧急程度'],
    placeText: ['事发地', '事发地址', '事发地点', '问题地址', '详细地址', '地址'],
    division: ['区划代码', '行政区划代码'],
    divisionName: [
      {
        columns: [
          '村社区',
          '所属村社区',
          '所属社区',
          '社区',
          '乡镇街道',
          '街道乡镇',
          '所属街道',
          '所属乡镇',
          '街道',
        ],
      },
    ],
    lon: ['经度'],
    lat: ['纬度'],
    happenedAt: ['发生时间', '事发时间'],
    confidential: ['是否保密', '保密'],
    replyWanted: ['是否要求回复', '是否需要回复', '是否回复'],
    reporterName: ['姓名', '来电人', '来电人姓名', '诉求人', '反映人', '联系人'],
    reporterPhone: ['联系电话', '来电号码', '手机号码', '手机', '电话'],
    office: ['主办单位', '承办单位', '办理单位', '责任单位'],
    reply: ['办理结果', '答复内容', '答复意见', '回复内容', '办理意见'],
    repliedAt: ['答复时间', '回复时间', '反馈时间'],
    status: ['工单状态', '办理状态', '状态'],
    closedAt: ['办结时间', '结案时间', '完结时间'],
    satisfaction: ['满意度', '满意情况', '满意程度'],
  },
  states: {
    closed: ['已办结', '办结', '已结案', '结案', '已归档', '归档', '已完成', '完结', '已回访'],
    open: [
      '待受理',
      '已受理',
      '待派单',
      '已派单',
      '待签收',
      '已签收',
      '办理中',
      '处理中',
      '待办',
      '在办',
      '未办结',
    ],
    answered: ['直接答复', '直接办结', '即时答复', '直办'],
    refused: ['不予受理', '不受理'],
    cancelled: ['已撤销', '撤销', '已撤单', '撤单', '作废', '已作废'],
  },
}

/** Messages with the department's reply, one JSON object a line. */
const messages: KnownForm = {
  name: 'messages',
  source: 'messages',
  timeZone: 'Asia/Shanghai',
  signs: ['sourceNumber', 'receivedAt', 'title', 'words', 'reply', 'repliedAt'],
  fields: {
    sourceNumber: ['msg_id'],
    receivedAt: ['time'],
    title: ['subject'],
    words: ['text'],
    reply: ['reply'],
    repliedAt: ['reply_time'],
  },
}

/** NYC 311 service requests, Open Data set erm2-nwe9. */
const newYork: KnownForm = {
  name: 'nyc311',
  source: 'NYC 311',
  timeZone: 'America/New_York',
  dateOrder: 'monthFirst',
  datum: 'WGS84',
  signs: ['sourceNumber', 'receivedAt', 'category', 'status'],
  fields: {
    sourceNumber: ['Unique Key'],
    receivedAt: ['Created Date'],
    title: [{ columns: ['Complaint Type', 'Descriptor'], join: ' – ' }],
    words: [{ columns: ['Complaint Type', 'Descriptor', 'Location Type'], join: ' – ' }],
    category: ['Complaint Type'],
    placeText: [
      {
        columns: [
          'Incident Address',
          'Intersection Street 1',
          'Intersection Street 2',
          'City',
          'Borough',
          'Incident Zip',
        ],
        join: ', ',
      },
    ],
    lon: ['Longitude'],
    lat: ['Latitude'],
    office: ['Agency Name'],
    reply: ['Resolution Description'],
    repliedAt: ['Resolution Action Updated Date'],
    status: ['Status'],
    closedAt: ['Closed Date'],
  },
  states: {
    closed: ['Closed', 'Closed - Testing', 'Closed - By Phone'],
    open: ['Open', 'Pending', 'Assigned', 'Started', 'In Progress', 'Unassigned'],
    cancelled: ['Cancel'],
  },
}

/** Boston 311 cases. 42.3594, −71.0587 is where cases stand that nobody located. */
const boston: KnownForm = {
  name: 'boston311',
  source: 'Boston 311',
  timeZone: 'America/New_York',
  datum: 'WGS84',
  signs: ['sourceNumber', 'receivedAt', 'title', 'status'],
  fields: {
    sourceNumber: ['case_enquiry_id'],
    receivedAt: ['open_dt'],
    title: ['case_title'],
    words: [{ columns: ['case_title', 'type'], join: ' – ' }],
    channel: ['source'],
    category: ['type'],
    placeText: ['location'],
    lon: ['longitude'],
    lat: ['latitude'],
    office: ['subject'],
    reply: ['closure_reason'],
    status: ['case_status'],
    closedAt: ['closed_dt'],
  },
  states: { closed: ['Closed'], open: ['Open'] },
  nowhere: [[-71.0587, 42.3594]],
}

const forms: readonly KnownForm[] = [newYork, boston, messages, workOrders]

/** Width, blanks, brackets and the star of a required column say nothing about what it holds. */
const plain = (header: string) =>
  header
    .normalize('NFKC')
    .replace(/[\s()[\]（）【】*:：/、]/g, '')
    .toLowerCase()

/** Columns of the file by the plain form of their titles. */
type Headers = ReadonlyMap<string, string>

function findSource(
  choices: readonly FieldSource[] | undefined,
  headers: Headers,
): FieldSource | null {
  for (const choice of choices ?? []) {
    if (typeof choice === 'string') {
      const found = headers.get(plain(choice))
      if (found !== undefined) return found
    } else if ('columns' in choice) {
      const columns = [
        ...new Set(choice.columns.flatMap((column) => headers.get(plain(column)) ?? [])),
      ]
      const [only] = columns
      if (only !== undefined) return columns.length === 1 ? only : { ...choice, columns }
    }
  }
  return null
}

/** The mapping of the first known form whose signs a file's headers show; null for a form nobody knows. */
export function recogniseForm(
  headers: readonly string[],
): { form: string; mapping: ImportMapping } | null {
  const known: Headers = new Map([...headers].reverse().map((header) => [plain(header), header]))
  for (const { name, signs, fields: choices, ...rest } of forms) {
    const fields: ImportMapping['fields'] = {}
    for (const [field, choice] of Object.entries(choices) as [
      ImportField,
      readonly FieldSource[],
    ][]) {
      const found = findSource(choice, known)
      if (found !== null) fields[field] = found
    }
    if (signs.every((sign) => fields[sign] !== undefined))
      return { form: name, mapping: { ...rest, fields } }
  }
  return null
}

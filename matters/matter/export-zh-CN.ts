import type { Catalogue } from '#foundation/languages.ts'

/** Titles of the columns of an exported list. */
export const exportZh = {
  name: '事项',
  columns: {
    number: '编号',
    kind: '类型',
    state: '状态',
    flags: '标记',
    title: '标题',
    category: '分类',
    urgency: '紧急程度',
    channel: '来源渠道',
    division: '村、社区或乡镇',
    divisionCode: '区划代码',
    placeText: '地点',
    leadOffice: '主办单位',
    receivedAt: '收到时间',
    dueAt: '到期时间',
    closedAt: '结案时间',
    confidential: '是否保密',
  },
  yes: '是',
  no: '否',
} as const satisfies Catalogue

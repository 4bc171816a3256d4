import type { Catalogue } from '#foundation/languages.ts'
import { zh as desk } from './desk/zh-CN.ts'

export const zh = {
  desk,
  how: { phone: '电话', visit: '上门', message: '短信、消息' },
  reached: { yes: '联系上了', no: '没有联系上' },
  outcome: { solved: '已解决', partly: '部分解决', cannot: '暂时不能解决' },
  field: {
    how: '联系方式',
    reached: '是否联系上',
    note: '备注',
    words: '办理过程',
    answer: '协办意见',
    outcome: '办理结果',
    reply: '给居民的答复',
    basis: '法律或政策依据',
    nextStep: '下一步怎么办',
    promisedDay: '承诺日期',
    files: '照片和材料',
    done: '做了什么',
  },
  shown: {
    nextStep: '下一步：{nextStep}',
    promised: '承诺 {day} 前有结果',
    basis: '依据：{basis}',
  },
  warning: { unanswered: '{offices}还没有答复' },
  refusals: {
    replyTooShort: '请写清楚，至少 {count} 个字。',
    noteEmpty: '请写下做了什么。',
    promiseMissing: '暂时不能解决的，要写明什么时候有结果。',
    promisePast: '承诺日期要在今天之后。',
  },
} as const satisfies Catalogue

import type { Catalogue } from '#foundation/languages.ts'

/** Words of the forms of handling, and of what its acts left in the record. */
export const zh = {
  sign: {
    lead: '签收后由本单位办理，对来件人负责。',
    note: '备注',
    send: '签收',
  },
  contact: {
    lead: '登记与来件人的联系。联系上了，首次联系时限才停止计时。',
    how: '怎么联系的',
    reached: '联系上了吗',
    note: '说了什么',
    send: '登记联系',
  },
  note: {
    lead: '记下做了什么，供各单位了解。',
    words: '做了什么',
    send: '记录下来',
  },
  assist: {
    lead: '答复主办单位，由主办单位统一答复来件人。',
    answer: '协办意见',
    send: '答复主办单位',
  },
  feedBack: {
    lead: '反馈后由核查人员核查，来件人会看到答复。',
    outcome: '办得怎么样',
    reply: '给来件人的答复',
    basis: '法律或政策依据',
    nextStep: '下一步怎么办',
    promisedDay: '什么时候有结果',
    cannotHint: '暂时不能解决的，要说明下一步和日期。',
    waiting: '{offices}还没有答复。您仍然可以反馈。',
    send: '反馈结果',
  },
  solveOnSpot: {
    lead: '当场处置好的，上报后由核查人员核查。',
    done: '做了什么',
    send: '已当场处置',
  },
  told: {
    note: '备注',
    how: '方式',
    reached: '结果',
    words: '办理过程',
    answer: '协办意见',
    outcome: '办理结果',
    reply: '答复',
    basis: '依据',
    nextStep: '下一步',
    promisedDay: '承诺日期',
    unanswered: '没有答复的协办单位',
    files: '附件',
  },
} as const satisfies Catalogue

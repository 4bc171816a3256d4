import type { Catalogue } from '#foundation/languages.ts'

export const zh = {
  reason: {
    emergency: '紧急情况，请马上拨打报警、火警、急救电话',
    legalChannel: '应当通过诉讼、仲裁、信访等法定途径',
    inHand: '同一件事正在办理或已经办结，没有新的情况',
    secret: '涉及国家秘密、商业秘密或个人隐私',
    market: '不属于行政机关和公共服务单位的职责',
    unlawful: '违反法律或公序良俗',
  },
  otherChannel: {
    police110: '报警 110',
    fire119: '火警 119',
    ambulance120: '急救 120',
    traffic122: '交通事故 122',
    court: '人民法院',
    arbitration: '仲裁机构',
    discipline: '纪检监察机关',
    reconsideration: '行政复议',
    petition: '信访部门',
    disclosure: '政府信息公开申请',
    mediation: '人民调解委员会',
    market: '市场或社会服务',
    none: '没有其他渠道',
  },
  personalData: {
    phone: '手机号码',
    landline: '固定电话',
    citizenNumber: '身份证号',
    bankCard: '银行卡号',
    email: '电子邮箱',
  },
  refusals: {
    wordsEmpty: '请写下哪里出了问题、需要什么，至少两个字。',
    consentMissing: '替别人反映，要先征得本人同意。',
    pointIncomplete: '位置的经度和纬度要一起填写。',
    channelNotYours: '您的岗位不能登记这种来源的事项。',
    channelDoesNotFit: '这条渠道与不予受理的原因不相符，请重新选择。',
    relatedMissing: '请填写正在办理或已经办结的那件事的编号。',
    identityConfidential: '来件人要求保密，承办单位不能查看联系方式。',
    receiptWrong: '编号或查询码不对，请核对回执。',
  },
} as const satisfies Catalogue

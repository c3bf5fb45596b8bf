import { person, type TestPerson } from './person'

/** Those who keep the rooms of news, people, words and figures; one of each role. */
export const keepers = {
  /** Writes for 刷新闻; and who lets it appear. */
  ruan: person({
    employeeId: 'VC024410',
    openid: 'wx-ruan',
    name: '阮青',
    phone: '13800004410',
    department: '传播',
    site: '北京',
    grants: [{ role: 'writer' }],
  }),
  song: person({
    employeeId: 'VC019866',
    openid: 'wx-song',
    name: '宋时雨',
    phone: '13800009866',
    department: '公共关系',
    site: '北京',
    grants: [{ role: 'chiefEditor' }],
  }),
  /** Editor of the knowledge base. */
  meng: person({
    employeeId: 'VC014271',
    openid: 'wx-meng',
    name: '孟川',
    phone: '13800000271',
    department: '底盘工程',
    grants: [{ role: 'editor' }],
  }),
  /** Administers the system: roles and the record of what was done. */
  xu: person({
    employeeId: 'VC016418',
    openid: 'wx-xu',
    name: '许知远',
    phone: '13800000641',
    department: '数字化',
    grants: [{ role: 'admin' }],
  }),
  /** Heads the department of 质量. */
  he: person({
    employeeId: 'VC015102',
    openid: 'wx-he',
    name: '何俊霖',
    phone: '13800000152',
    department: '质量',
    grants: [{ role: 'lead', scopeId: '质量' }],
  }),
  /** Recruits for the whole company. */
  cao: person({
    employeeId: 'VC022199',
    openid: 'wx-cao',
    name: '曹恬',
    phone: '13800000199',
    department: '人力资源',
    grants: [{ role: 'recruiter' }],
  }),
  /** Recruits for Chengdu. */
  yuan: person({
    employeeId: 'VC022346',
    openid: 'wx-yuan',
    name: '袁圆',
    phone: '13800000346',
    department: '人力资源',
    site: '成都',
    grants: [{ role: 'recruiter', scopeId: '成都' }],
  }),
  /** Keep coins and their rules: what one asks for the other has to agree to. */
  liang: person({
    employeeId: 'VC019688',
    openid: 'wx-liang',
    name: '梁秋实',
    phone: '13800009688',
    department: '薪酬福利',
    grants: [{ role: 'coinKeeper' }],
  }),
  cen: person({
    employeeId: 'VC018091',
    openid: 'wx-cen',
    name: '岑安',
    phone: '13800008091',
    department: '薪酬福利',
    grants: [{ role: 'coinKeeper' }],
  }),
  /** Keeps the films and the official accounts. */
  mao: person({
    employeeId: 'VC023377',
    openid: 'wx-mao',
    name: '毛晴',
    phone: '13800000377',
    department: '传播',
    site: '北京',
    grants: [{ role: 'publicist' }],
  }),
  /** Prepares and runs broadcasts. */
  xiang: person({
    employeeId: 'VC020731',
    openid: 'wx-xiang',
    name: '向晚',
    phone: '13800000731',
    department: '品牌传播',
    grants: [{ role: 'liveHost' }],
  }),
  /** Looks at how the community does. */
  ning: person({
    employeeId: 'VC018977',
    openid: 'wx-ning',
    name: '宁远',
    phone: '13800000733',
    department: '企业传播',
    grants: [{ role: 'ops' }],
  }),
} satisfies Record<string, TestPerson>

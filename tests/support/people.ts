import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { searchTermsOf } from '@domain/identity/searchTerms'
import { type EmployeeDocument, unboundOpenid } from '../../cloudfunctions/identity/store'
import { keepers } from './keepers'
import { associationIds, centreIds, facilityIds, person, type TestPerson } from './person'

export { associationIds, centreIds, facilityIds, type TestPerson }

const JOINED_ON = '2019-03-04'
const BOUND_AT = Date.parse('2026-01-05T09:00:00+08:00')

/** Everybody that the wings of the tests know: three plain colleagues, one of each role, and the three who are out. */
export const people = {
  lin: person({
    employeeId: 'VC018842',
    openid: 'wx-lin',
    name: '林晓川',
    phone: '13800000426',
    department: '研发采购',
  }),
  chen: person({
    employeeId: 'VC020117',
    openid: 'wx-chen',
    name: '陈嘉禾',
    phone: '13800000117',
    department: '质量',
  }),
  han: person({
    employeeId: 'VC021003',
    openid: 'wx-han',
    name: '韩冬',
    phone: '13800000103',
    department: '总装',
    site: '成都',
  }),
  /** President of 光影摄影社. */
  tang: person({
    employeeId: 'VC016230',
    openid: 'wx-tang',
    name: '唐若溪',
    phone: '13800000230',
    department: '品牌',
    grants: [{ role: 'president', scopeId: associationIds.photo }],
  }),
  /** President of the badminton association, so the wrong one for 光影摄影社. */
  zhao: person({
    employeeId: 'VC015770',
    openid: 'wx-zhao',
    name: '赵启明',
    phone: '13800000770',
    department: '质量',
    grants: [{ role: 'president', scopeId: associationIds.badminton }],
  }),
  /** HR. */
  wang: person({
    employeeId: 'VC012406',
    openid: 'wx-wang',
    name: '王砚秋',
    phone: '13800000406',
    department: '人力资源',
    grants: [{ role: 'hr' }],
  }),
  /** Moderator. */
  guo: person({
    employeeId: 'VC019926',
    openid: 'wx-guo',
    name: '郭跃',
    phone: '13800000926',
    department: '行政',
    grants: [{ role: 'moderator' }],
  }),
  /** Keeper of the mall. */
  luo: person({
    employeeId: 'VC022340',
    openid: 'wx-luo',
    name: '罗安',
    phone: '13800000340',
    department: '采购',
    grants: [{ role: 'keeper' }],
  }),
  /** Keeps the timetable of the buses. */
  pan: person({
    employeeId: 'VC021081',
    openid: 'wx-pan',
    name: '潘悦',
    phone: '13800000081',
    department: '班车与出行',
    grants: [{ role: 'shuttle' }],
  }),
  /** Works on what Shanghai asks of 行政. */
  fang: person({
    employeeId: 'VC017350',
    openid: 'wx-fang',
    name: '方正',
    phone: '13800000350',
    department: '行政',
    grants: [{ role: 'facility', scopeId: '上海' }],
  }),
  /** Keeps invoices. */
  jin: person({
    employeeId: 'VC013644',
    openid: 'wx-jin',
    name: '金阳',
    phone: '13800000644',
    department: '财务',
    grants: [{ role: 'finance' }],
  }),
  /** Speaks as the union's own account. */
  voice: person({
    employeeId: 'VC000001',
    openid: 'wx-voice',
    name: '傅言',
    phone: '13800000001',
    department: '工会',
    grants: [{ role: 'official', scopeId: 'gonghui' }],
  }),
  /** Officer of the union, the first of its two levels. */
  qiu: person({
    employeeId: 'VC014502',
    openid: 'wx-qiu',
    name: '邱实',
    phone: '13800000502',
    department: '工会',
    grants: [{ role: 'unionOfficer' }],
  }),
  /** Chair of the union, the second. */
  shen: person({
    employeeId: 'VC011008',
    openid: 'wx-shen',
    name: '沈一宁',
    phone: '13800000008',
    department: '工会',
    grants: [{ role: 'unionChair' }],
  }),
  /** Host of the brand experience centre in Shanghai. */
  qiao: person({
    employeeId: 'VC023902',
    openid: 'wx-qiao',
    name: '乔安',
    phone: '13800000902',
    department: '客户体验',
    grants: [{ role: 'centreHost', scopeId: centreIds.shanghai }],
  }),
  /** Runs the gym and the courts in Shanghai. */
  fei: person({
    employeeId: 'VC021268',
    openid: 'wx-fei',
    name: '任飞',
    phone: '13800000268',
    department: '健康与安全',
    grants: [
      { role: 'facilityManager', scopeId: facilityIds.gym },
      { role: 'facilityManager', scopeId: facilityIds.courts },
      { role: 'facilityManager', scopeId: facilityIds.nursing },
    ],
  }),
  ...keepers,
  /** In the roster, not registered yet. */
  gu: person({
    employeeId: 'VC020418',
    openid: 'wx-gu',
    name: '顾念',
    phone: '13800000418',
    department: '总装',
    site: '成都',
    registered: false,
  }),
  /** Left the company; the WeChat account stays bound. */
  ding: person({
    employeeId: 'VC022118',
    openid: 'wx-ding',
    name: '丁一凡',
    phone: '13800000118',
    department: '物流',
    status: 'left',
  }),
} satisfies Record<string, TestPerson>

/** A WeChat account that no colleague is bound to. */
export const stranger = { openid: 'wx-stranger' } as const

/** The fixture as the identity room stores it. */
export function employeeDocumentOf(given: TestPerson): EmployeeDocument {
  const { employeeId, openid, name, phone, department, site, grants, registered, status } = given
  return {
    _id: employeeId,
    name,
    phone,
    department,
    site,
    joinedOn: JOINED_ON,
    status,
    openid: registered ? openid : unboundOpenid(employeeId),
    boundAt: registered ? BOUND_AT : null,
    agreedPrivacyVersion: registered ? PRIVACY_VERSION : null,
    grants,
    searchTerms: searchTermsOf({ _id: employeeId, name }),
  }
}

interface Inserting {
  insertMany(collection: string, documents: Record<string, unknown>[]): Promise<void>
}

/** Puts all of `people`, or those given, into a cloud's database. */
export async function insertPeople(
  engine: Inserting,
  who: readonly TestPerson[] = Object.values(people),
): Promise<void> {
  await engine.insertMany(
    'identity_employees',
    who.map(given => ({ ...employeeDocumentOf(given) })),
  )
}

/** What the roster or HR changes of somebody who is there already. */
export async function changePerson(
  engine: { execute(action: string, parameters: Record<string, unknown>): Promise<unknown> },
  { employeeId }: Pick<TestPerson, 'employeeId'>,
  set: Partial<EmployeeDocument>,
): Promise<void> {
  await engine.execute('database.modifyDocument', {
    collectionName: 'identity_employees',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: employeeId }),
    data: JSON.stringify({ $set: set }),
    merge: true,
    multi: false,
    upsert: false,
  })
}

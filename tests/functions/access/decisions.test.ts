import { HOUR_MS } from '@domain/kernel/time'
import type { CorrectionDocument, RebindDocument } from '../../../cloudfunctions/identity/store'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { succeed } from '../../support/talkWorld'
import { personOf } from '../../support/unionWorld'

const NOW = '2026-11-24T08:00:00+08:00'
const at = (hours: number) => Date.parse(NOW) - hours * HOUR_MS
const { chen, han, lin, wang, shen } = people

const decision = (hours: number, by = wang) => ({ by: by.employeeId, at: at(hours), reason: '当面核对过' })
const asked = (of: TestPerson, hours: number) => ({
  ...{ employeeId: of.employeeId, applicant: personOf(of), reason: '换了手机', askedAt: at(hours) },
})
const rebind = (of: TestPerson, hours: number, more: Partial<RebindDocument>): RebindDocument => ({
  ...{ _id: `rebind-${of.name}-${hours}`, ...asked(of, hours), openid: `wx-${hours}`, newPhone: null },
  ...{ newPhoneMasked: '136****0000', oldPhoneMasked: '138****0117', agreedPrivacyVersion: '1' },
  ...{ state: 'approved', decision: decision(hours - 1), ...more },
})
const correction: CorrectionDocument = {
  ...{ _id: 'correction', ...asked(han, 40), state: 'refused', decision: decision(2) },
  fields: [{ field: 'site', was: '成都', becomes: '上海' }],
}
const founding = {
  ...{ _id: 'founding', name: '沃骑行', applicant: personOf(lin), openIds: [], createdAt: at(90) },
  decidedAt: at(30),
  approval: {
    state: 'approved',
    decisions: [
      { by: { employeeId: shen.employeeId, name: shen.name }, reason: null, at: at(30), verdict: 'approve' },
    ],
  },
}

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
  const rebinds = [
    rebind(chen, 20, {}),
    rebind(han, 60, { state: 'refused' }),
    rebind(lin, 5, { state: 'pending', decision: null }),
  ]
  await cloud.engine.insertMany(
    'identity_rebinds',
    rebinds.map(one => ({ ...one })),
  )
  await cloud.engine.insertMany('identity_corrections', [{ ...correction }])
  await cloud.engine.insertMany('union_foundings', [founding, { ...founding, _id: 'open', decidedAt: null }])
})
afterAll(() => cloud.close())

const told = async (input: object = {}) =>
  (await succeed(cloud, wang, 'access.listDecisions', input)).decisions.map(
    ({ kind, person, isAgreed, byName }) => `${kind} ${person.name} ${isAgreed} ${byName}`,
  )

test('all that was decided is one list, the newest first; what waits is not in it', async () => {
  expect(await told()).toEqual([
    'correction 韩冬 false 王砚秋',
    'rebind 陈嘉禾 true 王砚秋',
    `founding 林晓川 true ${shen.name}`,
    'rebind 韩冬 false 王砚秋',
  ])
  const { decisions } = await succeed(cloud, wang, 'access.listDecisions')
  expect(decisions[0]).toMatchObject({ askedAt: at(40), decidedAt: at(2), reason: '当面核对过' })
  expect(decisions.map(({ title }) => title)).toEqual([
    '韩冬：园区 成都 → 上海',
    '换绑',
    '创办沃骑行',
    '换绑',
  ])
})

test.each([
  [{ kind: 'rebind' }, ['rebind 陈嘉禾 true 王砚秋', 'rebind 韩冬 false 王砚秋']],
  [{ kind: 'founding', text: '韩' }, []],
  [{ text: 'handong' }, ['correction 韩冬 false 王砚秋', 'rebind 韩冬 false 王砚秋']],
  [{ text: chen.employeeId }, ['rebind 陈嘉禾 true 王砚秋']],
  [{ text: '没有这个人' }, []],
])('it is found by kind and by whoever asked: %j', async (input, found) => {
  expect(await told(input)).toEqual(found)
})

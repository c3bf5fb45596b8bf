import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { about, employeeIn, MEMBERS_NOW, reason, startMembersWorld } from '../../support/membersWorld'
import { changePerson, people, type TestPerson } from '../../support/people'
import { attempt, succeed } from '../../support/talkWorld'

const { han, wang, guo, luo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())

const found = async (by: TestPerson, input: object = {}) =>
  (await succeed(cloud, by, 'identity.findMembers', input)).members.map(({ name }) => name)

describe('what somebody finds wrong about themselves', () => {
  const ask = (by: TestPerson, more: object) =>
    attempt(cloud, by, 'identity.requestCorrection', { reason, ...more })
  const decide = (correctionId: string, more: object, by: TestPerson = wang) =>
    attempt(cloud, by, 'identity.decideCorrection', { correctionId, ...more })
  const asked = async (by: TestPerson, more: object) =>
    (await succeed(cloud, by, 'identity.requestCorrection', { reason, ...more })).correctionId
  const waiting = async (by: TestPerson) =>
    (await succeed(cloud, by, 'access.openInbox', {})).waiting.filter(({ kind }) => kind === 'correction')
  const told = async ({ employeeId }: TestPerson) =>
    (await cloud.dump<NoticeDocument>('notice_messages')).filter(one => one.employeeId === employeeId)

  test('waits for HR, and is written into the roster with what follows once HR agrees', async () => {
    await changePerson(cloud.engine, guo, {
      grants: [{ role: 'moderator' }, { role: 'facility', scopeId: guo.site }],
    })
    const correctionId = await asked(guo, { name: '郭晓月', department: guo.department, site: '成都' })
    const fields = [
      { field: 'name', was: guo.name, becomes: '郭晓月' },
      { field: 'site', was: guo.site, becomes: '成都' },
    ]
    expect(await waiting(wang)).toMatchObject([
      {
        id: correctionId,
        title: `${guo.name}：姓名 ${guo.name} → 郭晓月，园区 ${guo.site} → 成都`,
        summary: reason,
      },
    ])
    const opened = await succeed(cloud, wang, 'identity.openCorrection', { correctionId })
    expect(opened.correction).toMatchObject({ applicant: { name: guo.name }, fields, state: 'pending' })
    expectError(
      'identity.requestCorrection',
      await ask(guo, { site: '上海西' }),
      'IDENTITY_CORRECTION_WAITING',
    )
    const own = await succeed(cloud, guo, 'identity.openMyData', {})
    expect(own.correction).toMatchObject({ fields, state: 'pending', answer: '' })

    await decide(correctionId, { decision: 'approve' })
    expect(await employeeIn(cloud, guo)).toMatchObject({
      ...{ name: '郭晓月', department: guo.department, site: '成都' },
      ...{ grants: [{ role: 'moderator' }], pendingCorrectionId: null },
    })
    expect(await found(wang, { text: 'guoxiaoyue' })).toEqual(['郭晓月'])
    expect(await waiting(wang)).toEqual([])
    expect(await told(guo)).toContainEqual(
      expect.objectContaining({ title: '资料改好了', body: expect.stringContaining('行政支持') }),
    )
    const audits = await cloud.dump<{ procedure: string; audit?: object }>('platform_receipts')
    expect(audits.filter(({ procedure }) => procedure === 'identity.decideCorrection')).toMatchObject([
      {
        audit: { by: wang.employeeId, before: { fields }, after: { state: 'approved', ended: ['行政支持'] } },
      },
    ])
    expectError(
      'identity.decideCorrection',
      await decide(correctionId, { decision: 'approve' }),
      'IDENTITY_CORRECTION_DECIDED',
    )
  })

  test('stays as it is where HR refuses, and the colleague reads why', async () => {
    expectError(
      'identity.requestCorrection',
      await ask(han, { department: han.department }),
      'IDENTITY_CORRECTION_SAME',
    )
    const correctionId = await asked(han, { department: '质量' })
    const silent = await decide(correctionId, { decision: 'refuse' })
    expectError('identity.decideCorrection', silent, 'IDENTITY_CORRECTION_UNEXPLAINED')
    await decide(correctionId, { decision: 'refuse', reason: '调动下个月才生效' })
    expect(await employeeIn(cloud, han)).toMatchObject({
      department: han.department,
      pendingCorrectionId: null,
    })
    expect(await told(han)).toContainEqual(
      expect.objectContaining({ title: '资料没有改', body: '调动下个月才生效' }),
    )
    expect(await asked(han, { department: '质量' })).not.toBe(correctionId)
  })

  test('is not written over what the roster says since it was asked for', async () => {
    await changePerson(cloud.engine, guo, { site: '上海' })
    const correctionId = await asked(guo, { site: '成都' })
    await changePerson(cloud.engine, guo, { site: '大庆' })
    const stale = await decide(correctionId, { decision: 'approve' })
    expectError('identity.decideCorrection', stale, 'IDENTITY_IMPORT_STALE')
    expect(await employeeIn(cloud, guo)).toMatchObject({ site: '大庆' })
    expect(await decide(correctionId, { decision: 'refuse', reason: '已经调过了' })).toMatchObject({
      ok: true,
    })
  })

  test('moves nobody to a place where nobody is', async () => {
    const correctionId = await asked(luo, { department: '采够' })
    const typo = await decide(correctionId, { decision: 'approve' })
    expectError('identity.decideCorrection', typo, 'IDENTITY_PLACE_UNKNOWN')
    expect((await employeeIn(cloud, luo))?.department).toBe(luo.department)
    const refused = await decide(correctionId, { decision: 'refuse', reason: '没有这个部门，请再写一次' })
    expect(refused.ok).toBe(true)
  })

  test('is decided by somebody else, and only while it is there', async () => {
    const correctionId = await asked(wang, { site: '成都' })
    expect(await waiting(wang)).not.toContainEqual(expect.objectContaining({ id: correctionId }))
    const own = await decide(correctionId, { decision: 'approve' })
    expectError('identity.decideCorrection', own, 'IDENTITY_CORRECTION_OWN')
    const loan = { toEmployeeId: han.employeeId, startsAt: MEMBERS_NOW, endsAt: MEMBERS_NOW + 1 }
    await succeed(cloud, wang, 'access.lendRoles', loan)
    expect(await waiting(han)).not.toContainEqual(expect.objectContaining({ id: correctionId }))
    const lent = await decide(correctionId, { decision: 'approve' }, han)
    expectError('identity.decideCorrection', lent, 'IDENTITY_CORRECTION_OWN')
    const muted = await attempt(cloud, han, 'identity.muteMember', { ...about(wang), days: 0 })
    expectError('identity.muteMember', muted, 'IDENTITY_MEMBER_ONESELF')
    await succeed(cloud, wang, 'access.endLending')
    const missing = { correctionId: 'correction-none' }
    const opened = await attempt(cloud, wang, 'identity.openCorrection', missing)
    expectError('identity.openCorrection', opened, 'IDENTITY_CORRECTION_MISSING')
    const gone = await decide(missing.correctionId, { decision: 'approve' })
    expectError('identity.decideCorrection', gone, 'IDENTITY_CORRECTION_MISSING')
  })
})

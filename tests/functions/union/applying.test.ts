import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { associationIds, people } from '../../support/people'
import {
  applyToPhoto,
  membershipIn,
  membersOf,
  photoAnswers,
  startUnionCloud,
  UNION_CLOCK,
} from '../../support/unionWorld'

const { lin, chen, han, tang, zhao } = people
const { photo, badminton } = associationIds
const application = { associationId: photo, answers: photoAnswers, reason: '想学布光' }

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startUnionCloud()
})

afterEach(() => cloud.close())

describe('applying', () => {
  it('puts the application before the president of that association and tells nobody else', async () => {
    const id = await applyToPhoto(cloud, chen)
    expect(await membershipIn(cloud, id)).toMatchObject({
      _id: `${photo}:${chen.employeeId}`,
      state: 'pending',
      applicant: { name: '陈嘉禾', site: '上海' },
      answers: [{ title: '水平', answer: '能独立拍一组' }],
      reason: '想学布光',
      appliedAt: Date.parse(UNION_CLOCK),
      trail: [{ action: 'apply', by: { employeeId: chen.employeeId, name: '陈嘉禾' }, reason: '想学布光' }],
    })
    expect(await cloud.dump<NoticeDocument>('notice_messages')).toMatchObject([
      { employeeId: tang.employeeId, kind: 'todo', target: { kind: 'application', id }, read: false },
    ])
  })

  it('sends the president a subscribe message only while one is permitted', async () => {
    await cloud.engine.insertMany('notice_permissions', [
      { _id: tang.employeeId, left: { 'application.waiting': 1 } },
    ])
    await cloud.subscribe(tang.openid, 'application.waiting', 2)
    await applyToPhoto(cloud, chen)
    await applyToPhoto(cloud, han)
    const sent = (await cloud.outbox()).filter(({ api }) => api.endsWith('subscribeMessage.send'))
    expect(sent).toHaveLength(1)
    expect(JSON.stringify(sent)).toContain('陈嘉禾')
  })

  it('answers a repeated request with the first result and keeps one application', async () => {
    const first = await cloud.call(chen.openid, 'union.apply', application, 'apply-0001')
    expect(await cloud.call(chen.openid, 'union.apply', application, 'apply-0001')).toEqual(first)
    expect(await cloud.dump('union_memberships')).toHaveLength(1)
    expect(await cloud.dump('notice_messages')).toHaveLength(1)
  })

  it('refuses what the association does not offer, and changes nothing', async () => {
    const apply = (input: object) => cloud.call(chen.openid, 'union.apply', { ...application, ...input })
    expectError('union.apply', await apply({ associationId: 'nowhere' }), 'UNION_ASSOCIATION_MISSING')
    expectError(
      'union.apply',
      await apply({ associationId: 'choir', answers: [] }),
      'UNION_ASSOCIATION_CLOSED',
    )
    expectError('union.apply', await apply({ answers: [] }), 'UNION_ANSWER_INVALID')
    expectError('union.apply', await apply({ reason: ' ' }), 'INVALID_INPUT')
    expect(await cloud.dump('union_memberships')).toEqual([])
    expect(await cloud.dump('notice_messages')).toEqual([])
  })

  it('refuses a second application, and one of a member', async () => {
    const id = await applyToPhoto(cloud, chen)
    expectError(
      'union.apply',
      await cloud.call(chen.openid, 'union.apply', application),
      'UNION_ALREADY_APPLIED',
    )
    await cloud.call(tang.openid, 'union.decide', { membershipIds: [id], decision: 'approve' })
    expectError(
      'union.apply',
      await cloud.call(chen.openid, 'union.apply', application),
      'UNION_ALREADY_MEMBER',
    )
  })

  it('lets WeChat read the reason first', async () => {
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky' } })
    expectError('union.apply', await cloud.call(chen.openid, 'union.apply', application), 'CONTENT_REJECTED')
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail' } })
    expectError(
      'union.apply',
      await cloud.call(chen.openid, 'union.apply', application),
      'CONTENT_CHECK_UNAVAILABLE',
    )
    expect(await cloud.dump('union_memberships')).toEqual([])
  })
})

describe('taking an application back', () => {
  it('withdraws what waits, and opens another round with the whole trail', async () => {
    const id = await applyToPhoto(cloud, chen)
    const reply = await cloud.call(chen.openid, 'union.withdraw', { associationId: photo })
    expect(expectData(reply)).toEqual({ state: 'withdrawn' })
    await applyToPhoto(cloud, chen)
    const again = await membershipIn(cloud, id)
    expect(again?.state).toBe('pending')
    expect(again?.trail.map(({ action }) => action)).toEqual(['apply', 'withdraw', 'apply'])
  })

  it('refuses to withdraw what is not there or not waiting', async () => {
    const withdraw = () => cloud.call(lin.openid, 'union.withdraw', { associationId: badminton })
    expectError('union.withdraw', await withdraw(), 'UNION_APPLICATION_MISSING')
    await cloud.call(lin.openid, 'union.apply', { ...application, associationId: badminton, answers: [] })
    await withdraw()
    expectError('union.withdraw', await withdraw(), 'UNION_TRANSITION_REFUSED')
  })
})

describe('leaving', () => {
  it('takes one off the members, once', async () => {
    const id = await applyToPhoto(cloud, chen)
    await cloud.call(tang.openid, 'union.decide', { membershipIds: [id], decision: 'approve' })
    expect(await membersOf(cloud, photo)).toBe(11)
    const leave = (requestId: string) =>
      cloud.call(chen.openid, 'union.leave', { associationId: photo }, requestId)
    const first = await leave('leave-0001')
    expect(expectData(first)).toEqual({ state: 'left' })
    expect(await leave('leave-0001')).toEqual(first)
    expectError('union.leave', await leave('leave-0002'), 'UNION_TRANSITION_REFUSED')
    expect(await membersOf(cloud, photo)).toBe(10)
  })

  it('refuses whoever never applied', async () => {
    const reply = await cloud.call(zhao.openid, 'union.leave', { associationId: photo })
    expectError('union.leave', reply, 'UNION_APPLICATION_MISSING')
  })
})

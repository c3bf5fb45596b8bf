import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, type TestPerson } from '../../support/people'
import { ACCOUNT, attempt, BOARD, colleague, succeed, talkWorld } from '../../support/talkWorld'

const reader = colleague(1)

let cloud: TestCloud
let voice: TestPerson

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-03-02T08:00:00+08:00' })
  voice = (await talkWorld(cloud.engine, 2)).voice
})
afterAll(() => cloud.close())

describe('the page of the accounts', () => {
  const asIntro = (who: TestPerson, intro: string, accountId = 'union') =>
    attempt(cloud, who, 'forum.editAccount', { accountId, intro })

  test('shows those that one speaks as, who follows them, and what they said lately', async () => {
    const speaker: TestPerson = {
      ...colleague(47),
      grants: [{ role: 'official', scopeId: 'union' }],
    }
    await insertPeople(cloud.engine, [speaker])
    await succeed(cloud, reader, 'forum.followAuthor', { authorId: 'union', following: true })
    const before = (await succeed(cloud, speaker, 'forum.openAccounts')).accounts[0]
    const words = { boardId: BOARD, title: '年货节', body: '周五开始领', accountId: 'union' }
    const { postId } = await succeed(cloud, speaker, 'forum.createPost', words)
    await succeed(cloud, reader, 'forum.likePost', { postId, liked: true })
    const { accounts } = await succeed(cloud, speaker, 'forum.openAccounts')
    expect(accounts).toMatchObject([
      {
        accountId: 'union',
        followers: 1,
        posts: (before?.posts ?? 0) + 1,
        likes: (before?.likes ?? 0) + 1,
        speakers: expect.arrayContaining([{ employeeId: speaker.employeeId, name: speaker.name }]),
      },
    ])
    expect(accounts[0]?.speakers.map(({ employeeId }) => employeeId)).not.toContain(voice.employeeId)
  })

  test('lets those who speak say what an account is for, and writes down who did', async () => {
    const speaker: TestPerson = {
      ...colleague(46),
      grants: [{ role: 'official', scopeId: 'union' }],
    }
    await insertPeople(cloud.engine, [speaker])
    expect(await asIntro(speaker, '福利、活动和大家的意见')).toMatchObject({ ok: true })
    expect((await succeed(cloud, speaker, 'forum.openAccounts')).accounts[0]?.intro).toBe(
      '福利、活动和大家的意见',
    )
    const audits = (await cloud.dump<{ audit?: object }>('platform_receipts')).flatMap(
      ({ audit }) => audit ?? [],
    )
    expect(audits).toContainEqual(
      expect.objectContaining({
        by: speaker.employeeId,
        subject: 'forum_accounts/union',
        before: { intro: '福利和活动' },
        after: { intro: '福利、活动和大家的意见' },
      }),
    )
    expectError('forum.editAccount', await asIntro(speaker, '公司', ACCOUNT), 'FORUM_NOT_YOUR_VOICE')
    expectError('forum.editAccount', await asIntro(speaker, '没有它', 'nothing'), 'FORUM_ACCOUNT_MISSING')
    expectError('forum.editAccount', await asIntro(speaker, '私下加微信代购'), 'CONTENT_REJECTED')
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1 } })
    expectError('forum.editAccount', await asIntro(speaker, '福利和活动'), 'CONTENT_CHECK_UNAVAILABLE')
    await cloud.fault({ clear: true })
  })
})

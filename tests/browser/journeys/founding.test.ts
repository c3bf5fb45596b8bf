import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

interface Association {
  name: string
  president: { name: string }
}
interface Proposal {
  name: string
  openIds: string[]
  approval: { decisions: { by: { name: string } }[] }
}

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const NAME = '影子剧团'

const isFounded = async () =>
  (await world.cloud.dump<Association>('union_associations')).some(({ name }) => name === NAME)
const lastDecision = async () =>
  (await world.cloud.dump<Proposal>('union_foundings'))
    .find(({ name }) => name === NAME)
    ?.approval.decisions.at(-1)
const open = async () =>
  (await world.cloud.dump<Proposal>('union_foundings')).find(({ name }) => name === NAME)?.openIds.length

/** Somebody of the union approves the proposal from the inbox, and the undo runs out. */
async function approve(openid: string, left: number) {
  const approver = await world.visit(openid)
  await approver.open('pages/admin/index')
  await approver.tap(new RegExp(`姜楠想创办${NAME}`))
  await approver.see('等你决定')
  await approver.tap(left === 0 ? '同意成立' : '同意，交给下一位')
  await approver.see(/已同意 姜楠 创办/)
  await approver.until(`${left} to go`, async () => (await open()) === left)
  return approver
}

/** A chair who will be away asks a colleague, found by the beginnings of her name's syllables. */
async function lend(openid: string, name: string): Promise<string> {
  const chair = await world.visit(openid)
  await chair.open('pages/admin/index')
  await chair.tap(/^我不在的时候/)
  await chair.type('交给谁', 'bailu')
  await chair.tap(new RegExp(`^${name}`))
  await chair.tap('从今天起一周')
  await chair.capture('lending')
  await chair.tap(`请${name}代为处理`)
  await chair.see('正在代你处理')
  return 'demo-bailu'
}

describe('founding an association', () => {
  it('goes through both levels of the union, and leaves its founder as president', async () => {
    const founder = await world.visit('demo-jiangnan')
    await founder.open('rooms/union/pages/found/index')
    await founder.type('协会的名字', NAME)
    await founder.tap('文化')
    await founder.tap('上海')
    await founder.type('什么时候、在哪里', '每周四 18:30，食堂小剧场')
    await founder.type('介绍', '自己写本子，自己演，冬天在圣露西亚节上演第一场。')
    // What was written so far is still there after the app was closed.
    await founder.open('rooms/union/pages/found/index')
    await founder.type('想对工会说', '已经有十四位同事报名，小剧场周四空着。')
    await founder.capture('found')
    await founder.tap('提交申请')
    await founder.see('等王砚秋')

    await approve('demo-wangyanqiu', 2)
    const chair = await approve('demo-zhoumu', 1)
    await chair.open('pages/admin/index')
    const deputy = await lend('demo-hejunlin', '白露')
    await approve(deputy, 0)
    expect((await lastDecision())?.by.name).toBe('白露（代何俊霖）')
    expect(await isFounded()).toBe(true)

    await founder.open('rooms/union/pages/mine/index?kind=foundings')
    await founder.tap(new RegExp(`^${NAME}`))
    await founder.see(`${NAME}成立，姜楠任会长`)
    await founder.capture('founding')
    await founder.tap(`去${NAME}`)
    await founder.see('你是会长')
  })
})

import { type BrowserWorld, balanceOf, startBrowserWorld } from '../../support/browser/world'

const FIRST = 'demo-geliang'
const SECOND = 'demo-liangqiushi'
const DESK = { width: 1280, height: 800 }

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const bothBalances = () =>
  Promise.all([balanceOf(world.cloud, 'VC020345'), balanceOf(world.cloud, 'VC018842')])

it('more coins than one person may give wait for another, who sees what they agree to; the receiver reads why', async () => {
  const before = await balanceOf(world.cloud, 'VC020345')
  const keeper = await world.visit(FIRST)
  await keeper.open('rooms/coin/pages/handEdit/index')
  await keeper.type('发给谁', '韩冬')
  await keeper.tap(/^韩冬/)
  await keeper.see(/^余额 [\d,]+ 沃币，本月发放 0、收回 0$/)
  await keeper.type('沃币', '80')
  await keeper.see('韩冬本月已由一个人办了 0，这笔不用复核')
  await keeper.type('沃币', '180')
  await keeper.see('韩冬本月已由一个人办了 0，这笔要另一位复核')
  await keeper.type('理由，本人会看到', '带了三批家属看总装线。')
  await keeper.capture('hand-edit')
  await keeper.tap('送复核')
  await keeper.see('已提交，等另一位同事复核')
  expect(await balanceOf(world.cloud, 'VC020345')).toBe(before)

  const second = await world.visit(SECOND, DESK)
  await second.open('rooms/coin/pages/hands/index')
  await second.see('韩冬 · 发放 180 沃币')
  await second.see('葛亮 发起')
  await second.capture('hands-desktop')
  const waiting = second.page.locator('.card').filter({ hasText: '韩冬 · 发放 180 沃币' })
  await waiting.getByRole('button', { name: '通过', exact: true }).click()
  await second.see('发放 180 沃币，韩冬')
  await second.tapInSheet('有审批')
  await second.tapInSheet('通过')
  await second.see('到账了')
  expect(await balanceOf(world.cloud, 'VC020345')).toBe(before + 180)

  const receiver = await world.visit('demo-handong')
  await receiver.open('rooms/coin/pages/statement/index')
  await receiver.see('带了三批家属看总装线。')
})

it('a list is read before anything moves, mended, looked through by another, and then written', async () => {
  const [han, lin] = await bothBalances()
  const header = '员工编号,姓名,沃币,经验值,理由\n'
  const list = (fileName: string, name: string) => ({
    name: fileName,
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `${header}VC020345,韩冬,260,20,开放日讲解两天。\nVC018842,${name},-40,,同一场签到了两次。\n`,
    ),
  })
  const keeper = await world.visit(FIRST, DESK)
  await keeper.open('rooms/coin/pages/hands/index')
  await keeper.choose('导入 CSV', list('志愿者.初稿.csv', '林晓'))
  await keeper.see('第 3 行：编号和姓名对不上')
  await keeper.tap('撤回')
  await keeper.see('撤回了')
  await keeper.open('rooms/coin/pages/hands/index')
  await keeper.choose('导入 CSV', list('志愿者.csv', '林晓川'))
  await keeper.see('开放日讲解两天。')
  await keeper.see('发放 260 沃币，收回 40 沃币，发放 20 经验')
  await keeper.capture('batch-desktop')
  await keeper.tap('提交复核')
  await keeper.see('等复核')
  expect(await bothBalances()).toEqual([han, lin])

  const second = await world.visit(SECOND)
  await second.open('rooms/coin/pages/hands/index')
  await second.tap(/^志愿者\.csv/)
  await second.see('同一场签到了两次。')
  await second.capture('batch')
  await second.tap('通过')
  await second.tapInSheet('核对过名单')
  await second.tapInSheet('通过')
  await second.see('写完了')
  expect(await bothBalances()).toEqual([han + 260, lin - 40])
})

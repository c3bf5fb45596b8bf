import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

it('finds a position, recommends a friend, and sees how recruiting carries on', async () => {
  const reader = await world.visit('demo-linxiaochuan')
  await reader.open('pages/home/index')
  await reader.tap(/汇人才/)
  await reader.see('高级底盘标定工程师')
  await reader.type('职位、部门或技能', '铸造')
  await reader.see(/^1 个职位/)
  await reader.tap(/铸造工艺工程师/)
  await reader.see('做过铝合金高压铸造。')
  await reader.tap('推荐朋友')
  await reader.type('姓名', '方可')
  await reader.type('手机号', '13911223344')
  await reader.tapInSheet(/朋友知道并同意/)
  await reader.capture('refer')
  await reader.tapInSheet('推荐方可')
  await reader.see('方可 139****3344')

  const recruiter = await world.visit('demo-caotian')
  await recruiter.open('rooms/careers/pages/board/index')
  await recruiter.tap('导出')
  const saved = recruiter.page.waitForEvent('download')
  await recruiter.tapInSheet(/表格 .xlsx/)
  expect((await saved).suggestedFilename()).toBe('候选人.xlsx')
  await recruiter.tap(/方可/)
  await recruiter.tap('显示联系方式')
  await recruiter.see('13911223344')
  await recruiter.tap('联系上了')
  await recruiter.tapInSheet('联系上了')
  await recruiter.see('方可：联系中')

  // Once recruiting has called, the friend's word alone ends it, and a slip of the thumb doesn't.
  await reader.open('rooms/careers/pages/mine/index')
  await reader.page.getByText('朋友要删资料', { exact: true }).first().click()
  await reader.see('替朋友删除方可的资料')
  await reader.tap(/^撤销/)
  await reader.see('方可 139****3344')

  // One tap on the wrong row ends nothing for good.
  await recruiter.open('rooms/careers/pages/desk/index')
  await recruiter.page.getByText('结束', { exact: true }).first().click()
  await recruiter.see('结束「高级底盘标定工程师」')
  await recruiter.tap(/^撤销/)
  await recruiter.see('高级底盘标定工程师')

  await reader.open('rooms/notice/pages/inbox/index')
  await reader.see('方*：铸造工艺工程师有进展')
})

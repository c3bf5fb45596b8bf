import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

const ADMIN = 'demo-renfei'
const DESK = { width: 1280, height: 800 }

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

it('an administrator gives a role on a phone; who has it reads what it permits; the record says so and holds; HR takes it where the colleague is', async () => {
  const admin = await world.visit(ADMIN)
  await admin.open('rooms/access/pages/roles/index')
  await admin.see('每次授予和收回都留在操作记录里')
  await admin.capture('roles')
  await admin.tap('授予角色')
  await admin.type('给谁', '韩冬')
  await admin.tapInSheet(/韩冬/)
  await admin.tapInSheet('知识库编辑')
  await admin.see(/可以.*写术语、管文件/)
  await admin.capture('roles-grant')
  await admin.tapInSheet('请韩冬做知识库编辑')
  await admin.see('韩冬是知识库编辑了，已经告诉本人')

  const holder = await world.visit('demo-handong')
  await holder.open('rooms/access/pages/myRoles/index')
  await holder.see('写术语、管文件')
  await holder.see(/任飞给的/)

  await world.cloud.timer('access', 'tend')
  const desk = await world.visit(ADMIN, DESK)
  await desk.open('pages/admin/index')
  await desk.see('我的权限')
  await desk.capture('admin-desktop')
  await desk.open('rooms/access/pages/roles/index')
  await desk.see('期限')
  await desk.capture('roles-desktop')
  await desk.open('rooms/access/pages/audit/index')
  await desk.see('授予角色')
  await desk.tap('核对')
  await desk.see(/\d+ 条都对得上，没有被改动/)
  await desk.capture('audit-desktop')
  await desk.tap('导出')
  await desk.see(/\d+ 条，留 7 天/)

  const hr = await world.visit('demo-wangyanqiu')
  await hr.open('rooms/identity/pages/member/index?employeeId=VC020345')
  await hr.tap(/知识库编辑/)
  await hr.tapInSheet('收回')
  await hr.tapInSheet('任务结束')
  await hr.tapInSheet('收回并说明')
  await hr.see('没有后台角色')
  for (const visitor of [admin, holder, desk, hr]) expect(visitor.complaints).toEqual([])
})

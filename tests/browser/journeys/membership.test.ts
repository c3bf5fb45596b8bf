import type { Visitor } from '../../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

interface Membership {
  associationId: string
  applicant: { name: string }
  state: string
}

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const standingOf = async (name: string) => {
  const memberships = await world.cloud.dump<Membership>('union_memberships')
  return memberships.find(
    ({ associationId, applicant }) => associationId === 'lens' && applicant.name === name,
  )?.state
}

/** Waits, on the president's phone, until the decision has gone out. */
const becomes = (phone: Visitor, name: string, state: string) =>
  phone.until(`${name} ${state}`, async () => (await standingOf(name)) === state)

/** What the tab 管理 says about how many things wait. */
async function badgeOf(phone: Visitor): Promise<number> {
  const tab = phone.page.getByRole('tab', { name: /管理/ }).filter({ visible: true }).last()
  return Number(/(\d+) 件等你/.exec((await tab.textContent()) ?? '')?.[1] ?? 0)
}

/** Somebody of the demo world who has never asked to join. */
async function findOutsider() {
  const memberships = await world.cloud.dump<Membership>('union_memberships')
  const known = memberships.filter(({ associationId }) => associationId === 'lens')
  const people = await world.cloud.people()
  const employees = await world.cloud.dump<{ _id: string; status: string }>('identity_employees')
  const isHere = (id: string) => employees.some(({ _id, status }) => _id === id && status === 'active')
  const outsider = people.find(
    ({ name, employeeId, roles }) =>
      employeeId &&
      isHere(employeeId) &&
      roles.length === 0 &&
      known.every(({ applicant }) => applicant.name !== name),
  )
  if (!outsider) throw new Error('Everybody takes pictures')
  return outsider
}

describe('joining an association', () => {
  it('is asked for with a form, waits with its own president alone, and is granted once the undo has run out', async () => {
    const { name, openid } = await findOutsider()
    const applicant = await world.visit(openid)
    await applicant.open('rooms/union/pages/association/index?associationId=lens')
    await applicant.tap('申请加入')
    await applicant.tapInSheet('能独立拍一组')
    await applicant.type('想对会长说', '想跟大家拍这个月的题目，周末都有空。')
    await applicant.capture('association')
    await applicant.tapInSheet('提交申请')
    await applicant.see('已经交给会长 林晓川')
    await applicant.see('等会长 林晓川')

    const stranger = await world.visit('demo-zhaoqiming')
    await stranger.open('pages/admin/index')
    await stranger.see(/件等你|都处理完了/)
    expect(await stranger.text()).not.toContain('光影摄影社')

    const president = await world.visit('demo-linxiaochuan')
    await president.open('pages/admin/index')
    await president.see(`${name}想加入`)
    const waiting = await badgeOf(president)
    await president.tap(new RegExp(`${name}想加入`))
    await president.see('想跟大家拍这个月的题目，周末都有空。')
    await president.capture('approval')
    await president.tap('同意入会')
    await president.see(`已同意 ${name} 加入光影摄影社`)
    expect(await standingOf(name)).toBe('pending')
    await becomes(president, name, 'member')
    await president.open('pages/energy/index')
    await president.until('one less on the badge', async () => (await badgeOf(president)) === waiting - 1)

    await applicant.open('rooms/notice/pages/inbox/index')
    await applicant.tap(/^你加入了光影摄影社/)
    await applicant.see('林晓川同意入会')
  })

  it('is taken back within the five seconds, and a refusal gives its reason to the one who asked', async () => {
    const president = await world.visit('demo-linxiaochuan')
    await president.open('pages/admin/index')
    await president.tap(/^同意 许知远/)
    await president.seeNoMore('许知远想加入')
    await president.tap(/^撤销/)
    await president.see('许知远想加入')

    await president.tap(/^拒绝 沈一宁/)
    await president.tapInSheet('请先来一次活动')
    await president.tapInSheet('拒绝并说明')
    await president.see('已拒绝 沈一宁 加入光影摄影社')
    await president.capture('admin')
    await becomes(president, '沈一宁', 'refused')
    expect(await standingOf('许知远')).toBe('pending')

    const refused = await world.visit('demo-shenyining')
    await refused.open('rooms/notice/pages/inbox/index')
    await refused.tap(/^光影摄影社没有通过你的申请/)
    await refused.see('这次没有通过')
    await refused.see('欢迎先来参加一次活动，彼此熟悉了再申请。')
  })

  it('can be decided for several at once', async () => {
    const president = await world.visit('demo-linxiaochuan')
    await president.open('rooms/access/pages/batch/index')
    await president.tap('全选入会')
    await president.see(/已选 [2-9] 项/)
    await president.capture('batch')
    await president.tap(/^同意 \d 项/)
    await becomes(president, '陈嘉禾', 'member')
  })
})

import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

interface Association {
  _id: string
  president: { name: string }
  headline: string
}
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

const lens = async () =>
  (await world.cloud.dump<Association>('union_associations')).find(({ _id }) => _id === 'lens')
const standingIn = async (association: string, who: string) =>
  (await world.cloud.dump<Membership>('union_memberships')).find(
    ({ associationId, applicant }) => associationId === association && applicant.name === who,
  )?.state

describe('presiding over an association', () => {
  it('sees who waits, edits the page and hands the office to a member who accepts', async () => {
    const president = await world.visit('demo-linxiaochuan')
    await president.open('pages/admin/index')
    await president.tap(/^我的协会/)
    await president.see('一般多久答复')
    await president.capture('preside')

    await president.tap(/^协会页面/)
    await president.type('一句话：什么时候、在哪里', '这个月拍：清晨的产线')
    await president.tap('加一个问题')
    await president.type('问题 2', '哪天方便')
    await president.type('问题 2 的选项', '周六、周日')
    await president.tap('保存')
    await president.until('a saved page', async () => (await lens())?.headline === '这个月拍：清晨的产线')
    await president.see('一般多久答复')

    await president.open('rooms/union/pages/members/index?associationId=lens')
    await president.type('找会员', 'handong')
    await president.tap(/^韩冬/)
    await president.capture('members')
    await president.tapInSheet('请 TA 接任会长')
    await president.tapInSheet('问 TA')
    await president.see('已经问了对方，接受之前你仍是会长')

    const heir = await world.visit('demo-handong')
    await heir.open('rooms/notice/pages/inbox/index')
    await heir.tap(/^林晓川想请你接任光影摄影社会长/)
    await heir.see('林晓川想请你接任会长')
    await heir.capture('association-member')
    await heir.tap('接任会长')
    await heir.see('管理这个协会')
    expect((await lens())?.president.name).toBe('韩冬')
  })

  it('removes a member with a reason, which that member reads', async () => {
    const president = await world.visit('demo-gunian')
    await president.open('rooms/union/pages/members/index?associationId=lens-chengdu')
    await president.type('找会员', '苏雨桐')
    await president.tap(/^苏雨桐/)
    await president.tapInSheet('移出协会')
    await president.tapInSheet('很久没有来')
    await president.tapInSheet('移出并说明')
    await president.see('苏雨桐已移出，会收到说明')
    const member = await world.visit('demo-suyutong')
    await member.open('rooms/notice/pages/inbox/index')
    await member.tap(/^你不再是/)
    await member.see('已被移出')
    expect(await standingIn('lens-chengdu', '苏雨桐')).not.toBe('member')
  })
})

import { DemoCloud, START_MS_MAX } from '../support/weapp/cloud'
import { MiniProgram, type MiniProgramOptions } from '../support/weapp/miniProgram'

/** Within the morning's Happy Hour. */
const STARTS_AT = '2026-11-24T07:30:00+08:00'
/** Later than any answer stays fresh. */
const RETURNS_AT = '2026-11-24T07:45:00+08:00'
const ASSOCIATION = 'lens'

interface Employee {
  _id: string
  name: string
  phone: string
  boundAt: number | null
}

const cloud = new DemoCloud()
const phones: MiniProgram[] = []

beforeAll(() => cloud.start(STARTS_AT), START_MS_MAX)
afterAll(() => cloud.stop())
afterEach(() => {
  const complaints = phones.flatMap(phone => phone.complaints)
  for (const phone of phones.splice(0)) phone.shutDown()
  expect(complaints).toEqual([])
})

function boot(who: string, options: Partial<MiniProgramOptions> = {}): MiniProgram {
  const phone = new MiniProgram({ call: cloud.for(`demo-${who}`), startsAt: STARTS_AT, ...options })
  phones.push(phone)
  return phone
}

async function register(phone: MiniProgram, { _id, name, phone: number }: Employee): Promise<void> {
  await phone.arrive('rooms/identity/pages/register/index')
  await phone.see('先看一看隐私保护指引，同意后再填')
  await phone.tap('我已阅读并同意隐私保护指引和社区公约')
  await phone.see('员工编号')
  await phone.type('员工编号', _id.toLowerCase())
  await phone.type('姓名', name)
  phone.givePhoneNumber('授权', `phone:${number}`)
  await phone.see('微信已授权')
  await phone.tap('登记')
  await phone.arrive('pages/home/index')
  await phone.see(`欢迎，${name}`)
}

async function post(phone: MiniProgram): Promise<void> {
  await phone.tap('沃有趣')
  await phone.arrive('pages/fun/index')
  await phone.tap('发帖，现在沃币 2 倍')
  await phone.arrive('rooms/forum/pages/compose/index')
  await phone.tap('通勤')
  await phone.type('标题', '班车上第一天')
  await phone.type('正文', '七点半的三号线，有人给我留了座。')
  await phone.tap('发布')
  await phone.arrive('rooms/forum/pages/post/index')
  await phone.seeEach('有人给我留了座', '+10 沃币 · Happy Hour ×2')
}

async function apply(phone: MiniProgram): Promise<void> {
  phone.navigateBack()
  await phone.arrive('pages/fun/index')
  await phone.tap('沃工会')
  await phone.tap('光影摄影社')
  await phone.arrive('rooms/union/pages/association/index')
  await phone.tap('申请加入')
  await phone.tap('刚拿起相机')
  await phone.type('想对会长说', '想拍清晨的班车。')
  await phone.tap('提交申请')
  await phone.see('已经交给会长 林晓川')
}

test('somebody new registers, posts, applies, and is a member once the president approves', async () => {
  const employees = await cloud.dump<Employee>('identity_employees')
  const newcomer = employees.find(({ boundAt }) => boundAt === null) as Employee
  const phone = boot('stranger')
  await register(phone, newcomer)
  expect(phone.tabNames()).toEqual(['掌动态', '沃有趣', '充能量'])
  await post(phone)
  await apply(phone)

  const president = boot('linxiaochuan')
  await president.until(
    () => president.tabNames().includes('管理'),
    () => `The tabs are ${president.tabNames().join()}`,
  )
  await president.tap('管理')
  await president.tap(`同意 ${newcomer.name} 加入光影摄影社`)
  await president.see('撤销')
  president.putAway()
  await president.settle()

  const returned = boot('stranger', { storage: phone.phone.storage, startsAt: RETURNS_AT })
  await returned.see(newcomer.name)
  returned.navigateTo(`/rooms/union/pages/association/index?associationId=${ASSOCIATION}`)
  await returned.see('退出协会')
  await returned.see('林晓川同意入会')
})

/** As the tab shows it. */
async function balanceOf(openid: string): Promise<string> {
  const employees = await cloud.dump<{ _id: string; openid: string }>('identity_employees')
  const owner = employees.find(one => one.openid === openid)
  const accounts = await cloud.dump<{ _id: string; balance: number }>('coin_accounts')
  return String(accounts.find(({ _id }) => _id === owner?._id)?.balance)
}

test('somebody redeems coins and is shown the code for the desk', async () => {
  const phone = boot('suyutong')
  await phone.see('苏雨桐')
  await phone.tap('充能量')
  await phone.arrive('pages/energy/index')
  await phone.tap(await balanceOf('demo-suyutong'))
  await phone.arrive('rooms/mall/pages/shop/index')
  await phone.tap('珐琅杯・红边')
  await phone.arrive('rooms/mall/pages/product/index')
  await phone.tap('用 160 沃币兑换')
  await phone.tap('成都工厂 · 每天 7:30–20:00', '确认兑换')
  await phone.tap('用 160 沃币兑换', '确认兑换')
  await phone.arrive('rooms/mall/pages/order/index')
  await phone.see('取货码')
})

test('somebody books a court, and has a ticket for it', async () => {
  const phone = boot('jiangnan')
  await phone.see('姜楠')
  await phone.tap('充能量')
  await phone.arrive('pages/energy/index')
  await phone.tap('场馆')
  await phone.tap('羽毛球场')
  await phone.arrive('rooms/booking/pages/venueDay/index')
  await phone.see('4 号场')
  await phone.tap('可约')
  await phone.see('每周最多')
  await phone.tap('约上')
  await phone.arrive('rooms/booking/pages/ticket/index')
  await phone.seeEach('约上了，到时候见', '到了扫门口的码')
  const places = await cloud.dump<{ state: string; kind: string; person: { name: string } }>('booking_places')
  expect(places.filter(({ kind, person }) => kind === 'venue' && person.name === '姜楠')).toMatchObject([
    { state: 'confirmed' },
  ])
})

test('somebody asks for a repair, and finds it on its ticket', async () => {
  const phone = boot('jiangnan')
  await phone.see('姜楠')
  await phone.tap('充能量')
  await phone.arrive('pages/energy/index')
  await phone.tap('行政支持')
  await phone.arrive('rooms/selfservice/pages/tickets/index')
  await phone.tap('提一件')
  await phone.arrive('rooms/selfservice/pages/newTicket/index')
  await phone.tap('报修')
  await phone.type('在哪里', 'A 楼 3 层 301')
  await phone.type('什么事', '会议室的投影打不开')
  await phone.tap('提交')
  await phone.arrive('rooms/selfservice/pages/ticket/index')
  await phone.seeEach('会议室的投影打不开', '等人接')
})

test('a link to 管理 shows somebody without a role what it is for, and asks the server nothing', async () => {
  const phone = boot('suyutong', { url: '/pages/admin/index' })
  await phone.see('这里给会长和管理员用')
  await phone.settle()
  expect(phone.phone.calls.map(({ procedure }) => procedure)).toEqual(['openSession'])
  await phone.tap('回首页')
  await phone.arrive('pages/home/index')
  await phone.see('苏雨桐')
  expect(phone.tabNames()).toEqual(['掌动态', '沃有趣', '充能量'])
})

test('off line at the start, it shows what it showed before and says so', async () => {
  const before = boot('suyutong')
  await before.see('夜班的第一缕光')
  await before.see('苏雨桐')
  const { storage } = before.phone
  // Answers are written to the phone at most once a second, each with those before it.
  const isKept = (text: string) => [...storage.values()].some(kept => kept.includes(text))
  await before.until(
    () => isKept('夜班的第一缕光') && isKept('openSession'),
    () => 'Not everything was kept on the phone',
  )
  before.shutDown()
  const unreachable = () =>
    Promise.reject(Object.assign(new Error('cloud.callFunction:fail'), { errCode: -1 }))
  const phone = boot('suyutong', { call: unreachable, storage, startsAt: RETURNS_AT })
  await phone.see('苏雨桐')
  await phone.see('夜班的第一缕光')
  await phone.see('今天 7:30 的内容，没能更新')
})

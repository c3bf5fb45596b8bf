import type { Visitor } from '../../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

const MEMBER = 'demo-jiangnan'
const MANAGER = 'demo-miaomiao'
const HOUR_MS = 3_600_000

interface PlaceDoc {
  _id: string
  kind: string
  state: string
  startsAt: number
  paid: number
  person: { name: string }
}

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const room = (page: string, query = '') => `rooms/booking/pages/${page}/index${query && `?${query}`}`

async function placeOf(name: string, kind: string, state: string): Promise<PlaceDoc> {
  const places = await world.cloud.dump<PlaceDoc>('booking_places')
  const place = places.find(one => one.kind === kind && one.state === state && one.person.name === name)
  if (!place) throw new Error(`${name} has no ${kind} in state ${state}`)
  return place
}

/** From the tab to the ticket of a lesson. */
async function bookLesson(member: Visitor): Promise<PlaceDoc> {
  await member.open('pages/energy/index')
  await member.tap('健身课')
  await member.see('三楼操房')
  await member.capture('classes')
  await member.tap(/尊巴，余 \d+/)
  await member.see('每周最多 2 次。')
  await member.capture('class-booking')
  await member.tapInSheet('约上')
  await member.see('给教练或前台看，没网也能用')
  return placeOf('姜楠', 'course', 'confirmed')
}

describe('a class', () => {
  it('goes from the tab to the door of the room', async () => {
    const member = await world.visit(MEMBER)
    const { startsAt } = await bookLesson(member)
    const code = await member.read('.ticket__code')

    await world.cloud.clock(new Date(startsAt - HOUR_MS / 2).toISOString())
    const manager = await world.visit(MANAGER)
    await manager.open(room('facility', 'facilityId=gym-shanghai'))
    await manager.see('人到了')
    await manager.type('券上的四位数', code)
    await manager.tap('签到')
    await manager.see('17:30 到')
    await manager.capture('class-desk')
  })
})

describe('a court', () => {
  it('is booked out of the grid, and stands in the calendar', async () => {
    const member = await world.visit(MEMBER)
    await member.open('pages/energy/index')
    await member.tap('场馆')
    await member.tap(/^羽毛球场/)
    await member.see('4 号场')
    await member.capture('court-grid')
    await member.tap(/号场 \d+:00，可约/)
    await member.tapInSheet('约上')
    await member.see('到了扫门口的码，或给管场馆的同事看，没网也能用')
    const { _id } = await placeOf('姜楠', 'venue', 'confirmed')
    expect(_id).toContain('badminton-shanghai.')
    await member.open(room('calendar'))
    await member.see(/羽毛球场 · \d 号场/)
  })
})

describe('an absence', () => {
  it('pauses after three, is explained, and forgiven by whoever runs the gym', async () => {
    const paused = await world.visit('demo-maxiao')
    await paused.open(room('absences'))
    await paused.see('停约中')
    await paused.tap('说明一下')
    await paused.type('那天怎么了', '客户临时改了交车时间，走不开。')
    await paused.tapInSheet('交给管理员')
    await paused.see('等管理员看')

    const manager = await world.visit(MANAGER)
    await manager.open(room('noShows', 'facilityId=gym-shanghai'))
    await manager.tap('免掉这次：马骁')
    await manager.type('理由，对方会看到', '核实过了，那天交车')
    await manager.tapInSheet('不算缺席')
    await manager.see('不算缺席了')
    await paused.open(room('absences'))
    await paused.see('可以正常预约')
  })
})

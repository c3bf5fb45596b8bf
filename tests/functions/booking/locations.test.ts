import { centreOf } from '../../support/centreWorld'
import { expectData } from '../../support/expectError'
import { gymOf, startFacilityCloud } from '../../support/facilityWorld'
import type { TestCloud } from '../../support/localCloud'
import { centreIds, facilityIds, people, type TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFacilityCloud()
  const [shanghai, chengdu] = [
    centreOf(centreIds.shanghai),
    centreOf(centreIds.chengdu, { city: people.han.site }),
  ]
  await cloud.engine.insertMany('booking_centres', [{ ...shanghai }, { ...chengdu }])
})
afterAll(() => cloud.close())

test('every place of the company that an event can be at is listed, those of one’s own site first', async () => {
  const listed = async (openid: string) =>
    expectData(
      await cloud.call<{ locations: { locationId: string; address: string; point: object | null }[] }>(
        openid,
        'booking.listLocations',
        {},
      ),
    ).locations
  const near = await listed(people.lin.openid)
  const ids = near.map(({ locationId }) => locationId)
  expect(ids.at(-1)).toBe(centreIds.chengdu)
  expect(ids).toEqual(expect.arrayContaining([centreIds.shanghai, facilityIds.gym, facilityIds.courts]))
  // Nobody learns who is in there.
  expect(ids).not.toContain(facilityIds.nursing)
  expect(near.find(({ locationId }) => locationId === centreIds.shanghai)?.point).toEqual({
    latitude: 31.29,
    longitude: 121.16,
  })
  expect(near.find(({ locationId }) => locationId === facilityIds.gym)).toMatchObject({
    point: null,
    address: expect.stringMatching(/./),
  })
  expect((await listed(people.han.openid))[0]?.locationId).toBe(centreIds.chengdu)
})

test('the gym of one’s own site is shown first', async () => {
  await cloud.engine.insertMany('booking_facilities', [
    { ...gymOf('gym-chengdu', { site: people.han.site, order: 2 }) },
  ])
  const site = async (who: TestPerson) =>
    expectData(await cloud.call<{ facilityId: string }>(who.openid, 'booking.openCourses', {})).facilityId
  expect(await site(people.han)).toBe('gym-chengdu')
  expect(await site(people.lin)).toBe(facilityIds.gym)
})

import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { HIDDEN_DEPARTMENT, type Privacy } from '@domain/identity/visibility'
import { firstIdOf } from '../../../cloudfunctions/mall/recent'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, phoneCode, registrationOf } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import {
  associationIds,
  changePerson,
  insertPeople,
  people,
  stranger,
  type TestPerson,
} from '../../support/people'
import { associations, photoAnswers } from '../../support/unionWorld'

const CLOCK = '2026-11-24T12:20:00+08:00'
const { lin, chen, han, tang, wang } = people
/** Of Lin's department. */
const mate: TestPerson = {
  ...people.han,
  employeeId: 'VC021900',
  openid: 'wx-mate',
  department: lin.department,
}

let cloud: TestCloud

/** Each instance knows for a minute who hides what; a new cloud knows nothing yet. */
async function open(privacy?: Privacy): Promise<void> {
  cloud = await startTestCloud({ clock: CLOCK })
  await insertPeople(cloud.engine)
  await insertPeople(cloud.engine, [mate])
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(association => ({ ...association })),
  )
  if (privacy) expectData(await cloud.call(lin.openid, 'identity.changePrivacy', privacy))
}
afterEach(() => cloud.close())

const does = async <T = Record<string, string>>(who: { openid: string }, name: string, input: object = {}) =>
  expectData(await cloud.call<T>(who.openid, name, input, newRequestId()))

interface Seen {
  author: { department: string }
  phone: string | null
}
const seenBy = (who: TestPerson) =>
  does<Seen>(who, 'forum.openAuthor', { authorId: lin.employeeId }).then(({ author, phone }) => ({
    department: author.department,
    phone,
  }))

test('shows the department to everybody and the phone to nobody until somebody chooses', async () => {
  await open()
  expect(await does(lin, 'identity.openPrivacy')).toMatchObject({
    privacy: { department: 'everyone', phone: 'nobody' },
    agreedVersion: PRIVACY_VERSION,
  })
  expect(await seenBy(chen)).toEqual({ department: lin.department, phone: null })
})

test('asks whoever agreed to an earlier guide, until they agree to the one that stands', async () => {
  await open()
  const session = async (who: { openid: string }) =>
    (await does<{ agreedPrivacyVersion: string | null }>(who, 'identity.openSession')).agreedPrivacyVersion
  await changePerson(cloud.engine, lin, { agreedPrivacyVersion: '1' })
  expect(await session(lin)).toBe('1')
  const late = await cloud.call(lin.openid, 'identity.agreeToPrivacy', { version: '1' })
  expectError('identity.agreeToPrivacy', late, 'IDENTITY_PRIVACY_NOT_AGREED')
  expect(await session(lin)).toBe('1')
  await does(lin, 'identity.agreeToPrivacy', { version: PRIVACY_VERSION })
  expect(await session(lin)).toBe(PRIVACY_VERSION)
  expect(await session(stranger)).toBeNull()
})

test('keeps to what was chosen wherever a colleague stands, also in what was written before', async () => {
  await open()
  await does(lin, 'forum.createPost', { boardId: 'life', title: '之前写的', body: '那时还公开' })
  const input = { associationId: associationIds.photo, answers: photoAnswers, reason: '想学布光' }
  const { membershipId } = await does(lin, 'union.apply', input)
  await does(tang, 'union.decide', { membershipIds: [membershipId], decision: 'approve' })
  const written = await Promise.all(
    ['forum_posts', 'union_memberships'].map(async name => ({ name, documents: await cloud.dump(name) })),
  )
  await cloud.close()
  await open({ department: 'department', phone: 'department' })
  for (const { name, documents } of written) await cloud.engine.insertMany(name, documents)
  await does({ openid: 'wx-lin-new' }, 'identity.requestRebind', {
    ...registrationOf(lin),
    phoneCode: phoneCode('13611110000'),
    reason: '换了手机',
  })

  expect(await seenBy(chen)).toEqual({ department: HIDDEN_DEPARTMENT, phone: null })
  expect(await seenBy(mate)).toEqual({ department: lin.department, phone: lin.phone })
  expect(await seenBy(lin)).toEqual({ department: lin.department, phone: lin.phone })
  const answers = {
    picker: await does(chen, 'identity.findColleagues', { text: '林晓川' }),
    feed: await does(chen, 'forum.openFeed', { boardId: 'life' }),
    members: await does(tang, 'union.listMembers', { associationId: associationIds.photo }),
    own: await does(lin, 'identity.openProfile'),
  }
  const { own, ...others } = answers
  for (const answer of Object.values(others)) {
    expect(JSON.stringify(answer)).toContain(HIDDEN_DEPARTMENT)
    expect(JSON.stringify(answer)).not.toContain(lin.department)
    expect(JSON.stringify(answer)).not.toContain(lin.phone)
  }
  expect(own).toMatchObject({ me: { department: lin.department } })
  const { waiting } = await does<{ waiting: { id: string }[] }>(wang, 'access.openInbox')
  expect(await does(wang, 'identity.openRebind', { rebindId: waiting[0]?.id })).toMatchObject({
    rebind: { applicant: { department: lin.department } },
  })
})

test('shows nobody what is for nobody', async () => {
  await open({ department: 'nobody', phone: 'everyone' })
  expect(await seenBy(mate)).toEqual({ department: HIDDEN_DEPARTMENT, phone: lin.phone })
  expect(await seenBy(han)).toEqual({ department: HIDDEN_DEPARTMENT, phone: lin.phone })
})

test('keeps to it in tables, whose cells say not whose they are, and in what keepers list', async () => {
  await open({ department: 'nobody', phone: 'nobody' })
  const { employeeId, name, site, department } = lin
  const person = { employeeId, name, site, department }
  const { photo: associationId } = associationIds
  await cloud.engine.insertMany('mall_orders', [{ ...orderOf(person), buyer: person, employeeId }])
  const places = { _id: 'place', sessionId: 'walk', person, state: 'confirmed', party: 1 }
  await cloud.engine.insertMany('booking_sessions', [{ _id: 'walk', hostScopeId: associationId }])
  await cloud.engine.insertMany('booking_places', [{ ...places, guests: [], answers: [], trail: [] }])
  const input = { associationId, answers: photoAnswers, reason: '想学布光' }
  const { membershipId } = await does(lin, 'union.apply', input)
  await does(tang, 'union.decide', { membershipIds: [membershipId], decision: 'approve' })

  const { exportId } = await does(tang, 'access.requestExport', { source: 'decided', filter: {} })
  await does(tang, 'access.continueExport', { exportId })
  const { url = '' } = await does(people.luo, 'mall.exportOrders', { days: 7, format: 'csv' })
  const tables = [
    await (await fetch(url)).text(),
    (await does(tang, 'booking.exportAttendees', { sessionId: 'walk' })).csv,
    (await does(tang, 'union.exportMembers', { associationId })).csv,
    await does(people.luo, 'mall.listAfterSales'),
    await cloud.dump('access_export_parts'),
  ]
  for (const table of tables) {
    const text = JSON.stringify(table)
    expect(text).toContain(lin.name)
    expect(text).toContain(HIDDEN_DEPARTMENT)
    expect(text).not.toContain(lin.department)
  }
})

/** An order that its buyer wants to give back. */
const orderOf = ({ name }: { name: string }) => ({
  ...{ _id: firstIdOf(Date.parse(CLOCK)), number: 'M2611 2400 418', pickupCode: 'CODE12345678' },
  ...{ productId: 'cup', productName: '随行杯', coverFileId: '', coverGround: '#ffffff', unit: '只' },
  ...{ variantId: 'one', variantName: '', quantity: 1, period: null, paid: 10, state: 'returnAsked' },
  backKey: '1',
  delivery: { kind: 'desk', deskId: 'a', place: '前台', recipient: name, phone: null },
  ...{ parcel: null, nodes: [], placedAt: Date.parse(CLOCK), restock: 'none', swap: null, trail: [] },
  afterSale: { kind: 'return', reason: 'late', words: '', wish: null },
})

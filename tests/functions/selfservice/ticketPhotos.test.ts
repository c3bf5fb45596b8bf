import type { OutputOf } from '@domain/kernel/contract'
import type { selfservice } from '@domain/selfservice/contract'
import type { MessageDocument } from '../../../cloudfunctions/selfservice/ticketDocuments'
import { expectData } from '../../support/expectError'
import { kept, newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { heatingAtDesks as category, handlers } from '../../support/ticketCategory'

const { lin, han, fang } = people
const { lead, second, elsewhere } = handlers

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-11-24T08:00:00+08:00' })
  await insertPeople(cloud.engine, [lin, han, fang, lead, second, elsewhere])
  await cloud.engine.insertMany('selfservice_ticket_categories', [category])
})
afterAll(() => cloud.close())

const call = <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, `selfservice.${name}`, input, newRequestId())
const does = async <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  expectData(await call<T>(who, name, input))
const opened = (who: TestPerson, ticketId: string) =>
  does<OutputOf<typeof selfservice.openTicket>>(who, 'openTicket', { ticketId })

const form = {
  categoryId: 'heat',
  place: 'A 楼 4 层',
  body: '靠窗三排只有 16 度',
  answers: { seat: 'E-412' },
}

test('a photo is shown to the other side once it was looked at', async () => {
  const fileId = await upload(cloud, lin.openid, 'uploads/window.jpg', 'a window')
  const { ticketId } = await does<{ ticketId: string }>(lin, 'submitTicket', { ...form, imageIds: [fileId] })
  const shown = async (who: TestPerson) => (await opened(who, ticketId)).messages[0]?.images ?? []
  expect(await shown(lin)).toMatchObject([{ checking: true }])
  expect(await shown(fang)).toEqual([])
  await until('the verdict', async () => {
    await cloud.timer('selfservice', 'tend')
    return (await shown(fang)).length > 0 ? true : null
  })
  expect(await shown(fang)).toMatchObject([{ checking: false }])

  await cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'risky', times: 1 } })
  const bad = [await upload(cloud, lin.openid, 'uploads/bad.jpg', 'a bad picture')]
  const other = await does<{ ticketId: string }>(lin, 'submitTicket', { ...form, imageIds: bad })
  const all = await cloud.dump<MessageDocument & Record<string, unknown>>('selfservice_ticket_messages')
  const [image] = all.find(one => one.ticketId === other.ticketId)?.images ?? []
  await until('the picture is taken away', async () => {
    await cloud.timer('selfservice', 'tend')
    return (await opened(lin, other.ticketId)).messages[0]?.images.length === 0 ? true : null
  })
  expect((await fetch(`${cloud.url}/storage/${image?.fileId.split('/').slice(3).join('/')}`)).status).toBe(
    404,
  )
})

test('a photo is taken of what was uploaded alone: what others show stays where it is', async () => {
  const imageIds = [await kept(cloud, 'pictures/of-han.jpg', 'a face')]
  expect(await call(lin, 'submitTicket', { ...form, imageIds })).toMatchObject({ ok: false })
  expect((await fetch(`${cloud.url}/storage/pictures/of-han.jpg`)).status).toBe(200)
})

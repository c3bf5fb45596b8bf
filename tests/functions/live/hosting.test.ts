import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { MINUTE_MS } from '@domain/kernel/time'
import { checkDraw } from '@domain/live/draw'
import type { DrawDocument } from '../../../cloudfunctions/live/store'
import { uploadPicture } from '../../support/brandLife'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { broadcastWords } from '../../support/liveSamples'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, han, guo, wang, xiang } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')
const PAGE = 'https://live.volvocars.com.cn/xc90'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(new Date(NOW).toISOString()))

const { call, does, cover, run, move, write, publish, say, takePart } = liveSteps(() => cloud)
const at = (minutes: number) => cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())
const times = (inMinutes: number, length = 60) => ({
  shownFrom: NOW,
  startsAt: NOW + inMinutes * MINUTE_MS,
  endsAt: NOW + (inMinutes + length) * MINUTE_MS,
})
const save = async (words: object, more: object = {}) =>
  call(xiang, 'live.saveBroadcast', {
    words: { ...broadcastWords, ...times(60), ...words },
    coverFileId: await cover(),
    ...more,
  })
const moved = (broadcastId: string, version: number, action: string, more: object = {}) =>
  call(xiang, 'live.moveBroadcast', { broadcastId, version, action, ...more })
const audits = async (subject: string) => {
  const all = await cloud.dump<{ audit?: { by: string; subject: string } }>('platform_receipts')
  return all.flatMap(({ audit }) => (audit?.subject === subject ? [audit.by] : []))
}

test('a broadcast is written, published, begun early, extended and ended, each step in the audit', async () => {
  const broadcastId = await write(NOW, {}, 30)
  expect((await run(broadcastId)).broadcast.status).toBe('draft')
  expect(await move(broadcastId, 'publish')).toMatchObject({ status: 'before' })
  expect(await move(broadcastId, 'start')).toMatchObject({ status: 'live' })
  const until = NOW + 120 * MINUTE_MS
  expect(await move(broadcastId, 'extend', { until })).toMatchObject({ status: 'live' })
  await at(100)
  expect((await run(broadcastId)).broadcast.status).toBe('live')
  expect(await move(broadcastId, 'end')).toMatchObject({ status: 'ended' })
  expect(await audits(`live_broadcasts/${broadcastId}`)).toEqual(Array(5).fill(xiang.employeeId))
})

test('what is to appear later is taken back into a draft, changed and published again with the same promise', async () => {
  const broadcastId = await publish(NOW, { shownFrom: NOW + MINUTE_MS }, 60)
  const before = (await run(broadcastId)).draw?.commitment
  expect(await move(broadcastId, 'withdraw')).toMatchObject({ status: 'draft' })
  const { version } = (await run(broadcastId)).broadcast
  expectData(await save({ title: '改过的发布会' }, { of: { broadcastId, version } }))
  await move(broadcastId, 'publish')
  expect(before).toMatch(/^[0-9a-f]{64}$/)
  expect((await run(broadcastId)).draw?.commitment).toBe(before)
})

test('what does not fit is refused with what to do', async () => {
  expectError('live.saveBroadcast', await save(times(60, 5)), 'LIVE_TIMES_WRONG')
  expectError('live.saveBroadcast', await save({ ...times(-5), shownFrom: 0 }), 'LIVE_PAST')
  const evil = { platform: { kind: 'web', url: 'https://evil.example.com/xc90' } }
  expectError('live.saveBroadcast', await save(evil), 'LIVE_ADDRESS_NOT_ALLOWED')
  expectData(await save({ platform: { kind: 'web', url: PAGE } }))
  expectError('live.saveBroadcast', await save({}, { coverFileId: undefined }), 'LIVE_COVER_MISSING')
  const script = await uploadPicture(cloud, 'script', '<svg onload="alert(1)"/>')
  expectError('live.saveBroadcast', await save({}, { coverFileId: script }), 'LIVE_COVER_UNFIT')
  const none = { of: { broadcastId: 'none', version: 1 } }
  expectError('live.saveBroadcast', await save({}, none), 'LIVE_BROADCAST_MISSING')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky', times: 1 } })
  expectError('live.saveBroadcast', await save({}), 'CONTENT_REJECTED')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1 } })
  expectError('live.saveBroadcast', await save({}), 'CONTENT_CHECK_UNAVAILABLE')
})

test('steps that the table does not have are refused, and so are those of somebody who read an older state', async () => {
  const broadcastId = await write(NOW, {}, 30)
  expectError('live.moveBroadcast', await moved(broadcastId, 9, 'publish'), 'LIVE_CHANGED')
  expectError('live.moveBroadcast', await moved(broadcastId, 1, 'end'), 'LIVE_STEP_REFUSED')
  expectError('live.moveBroadcast', await moved('none', 1, 'end'), 'LIVE_BROADCAST_MISSING')
  const stale = await save({}, { of: { broadcastId, version: 7 } })
  expectError('live.saveBroadcast', stale, 'LIVE_CHANGED')
  await at(31)
  expectError('live.moveBroadcast', await moved(broadcastId, 1, 'publish'), 'LIVE_PAST')
  await at(0)
  await move(broadcastId, 'publish')
  await move(broadcastId, 'start')
  const { version } = (await run(broadcastId)).broadcast
  const short = await moved(broadcastId, version, 'extend', { until: NOW })
  expectError('live.moveBroadcast', short, 'LIVE_TIMES_WRONG')
  const running = await save({}, { of: { broadcastId, version } })
  expectError('live.saveBroadcast', running, 'LIVE_STEP_REFUSED')
})

test('a replay is given once it is over, where the configuration allows it', async () => {
  const broadcastId = await publish(NOW, {}, 10)
  const replay = { platform: { kind: 'web', url: PAGE }, from: NOW + 80 * MINUTE_MS }
  const give = async (more: object = {}) => {
    const { version } = (await run(broadcastId)).broadcast
    return call<{ status: string }>(xiang, 'live.giveReplay', { broadcastId, version, replay, ...more })
  }
  expectError('live.giveReplay', await give(), 'LIVE_STEP_REFUSED')
  await at(75)
  expectError('live.giveReplay', await give({ version: 1 }), 'LIVE_CHANGED')
  expectError('live.giveReplay', await give({ broadcastId: 'none' }), 'LIVE_BROADCAST_MISSING')
  const evil = { platform: { kind: 'web', url: 'https://example.com/' }, from: NOW }
  expectError('live.giveReplay', await give({ replay: evil }), 'LIVE_ADDRESS_NOT_ALLOWED')
  expect(expectData(await give())).toMatchObject({ status: 'ended' })
  await at(80)
  const { broadcast } = await does<{ broadcast: { status: string; replay: object } }>(
    lin,
    'live.openBroadcast',
    { broadcastId },
  )
  expect(broadcast).toMatchObject({ status: 'replay', replay: { kind: 'web', url: PAGE } })
  expect(expectData(await give({ replay: undefined }))).toMatchObject({ status: 'ended' })
})

test('a question is answered before everybody’s eyes, if it stands there', async () => {
  const broadcastId = await publish(NOW, {}, 10)
  const { comment } = await say(lin, broadcastId, '带拖车时，高度谁说了算？')
  const answer = (messageId?: string, of = broadcastId) =>
    call<{ answering: { number: number } | null }>(xiang, 'live.answerMessage', {
      broadcastId: of,
      messageId,
    })
  expect(expectData(await answer(comment.commentId)).answering).toMatchObject({ number: 1 })
  expect(expectData(await answer()).answering).toBeNull()
  expect(expectData(await answer(comment.commentId)).answering).toMatchObject({ number: 2 })
  expectError('live.answerMessage', await answer('none'), 'LIVE_MESSAGE_MISSING')
  expectError('live.answerMessage', await answer(undefined, 'none'), 'LIVE_BROADCAST_MISSING')
})

/** A broadcast that these have taken part in, still on. */
const takenPart = (who: readonly TestPerson[], words: object = {}) => takePart(NOW, who, words)

interface ShownDraw {
  title: string
  mine: string | null
  draw: Parameters<typeof checkDraw>[0] & { seed: string | null; state: string }
}
const shown = (who: TestPerson, broadcastId: string) => does<ShownDraw>(who, 'live.openDraw', { broadcastId })

test('a draw promises, closes and discloses; anybody does it again; its winners are told and paid once', async () => {
  const broadcastId = await takenPart([lin, chen, han, guo, xiang])
  const promised = await shown(lin, broadcastId)
  expect(promised).toMatchObject({ mine: null, draw: { state: 'open', seed: null, codes: [] } })
  const kept = await cloud.dump<DrawDocument>('live_draws')
  const secret = kept.find(({ _id }) => _id === broadcastId)
  expect(secret).toMatchObject({ seed: '', commitment: promised.draw.commitment })

  const requestId = newRequestId()
  const closed = await call<{ entries: number }>(xiang, 'live.closeDraw', { broadcastId }, requestId)
  // Its host has taken part as well, and is not on the list.
  expect(expectData(closed).entries).toBe(4)
  expect(await call(xiang, 'live.closeDraw', { broadcastId }, requestId)).toEqual(closed)
  expectError(
    'live.closeDraw',
    await call(xiang, 'live.closeDraw', { broadcastId }),
    'LIVE_DRAW_STEP_REFUSED',
  )
  const listed = await shown(lin, broadcastId)
  expect(listed.draw).toMatchObject({ state: 'closed', seed: null, commitment: promised.draw.commitment })
  expect(listed.draw.codes).toContain(listed.mine)
  expect((await shown(wang, broadcastId)).mine).toBeNull()

  const [one, two] = await Promise.all([1, 2].map(() => call(xiang, 'live.draw', { broadcastId })))
  expect([one?.ok, two?.ok].filter(Boolean)).toHaveLength(1)
  const lost = [one, two].find(reply => reply && !reply.ok)
  if (lost) expectError('live.draw', lost, 'LIVE_DRAW_STEP_REFUSED')
  const drawn = await shown(han, broadcastId)
  expect(checkDraw({ ...drawn.draw, seed: drawn.draw.seed ?? '' })).toEqual({
    seed: true,
    list: true,
    winners: true,
  })
  expect(drawn.draw).toMatchObject({ state: 'drawn', listHash: listed.draw.listHash })
  expect(drawn.draw.winners).toHaveLength(3)

  for (const _twice of [1, 2]) await cloud.timer('live', 'tend')
  const { draw } = await run(broadcastId)
  const winners = draw?.winners ?? []
  expect(winners.map(({ paid }) => paid)).toEqual([true, true, true])
  const entries = await cloud.dump<{ employeeId: string; reason: string }>('coin_entries')
  const paid = entries.filter(({ reason }) => reason === 'live.won').map(({ employeeId }) => employeeId)
  expect(paid.sort()).toEqual(
    winners
      .filter(({ prize }) => prize === 1)
      .map(({ employeeId }) => employeeId)
      .sort(),
  )
  const notices = await cloud.dump<{ employeeId: string; title: string }>('notice_messages')
  const told = notices.filter(({ title }) => title.endsWith('抽中了你')).map(({ employeeId }) => employeeId)
  expect(told.sort()).toEqual(winners.map(({ employeeId }) => employeeId).sort())
  await giftsGo(broadcastId, winners)
})

/** The gift is handed over; coins and strangers' codes are not. */
async function giftsGo(broadcastId: string, winners: { code: string; prize: number }[]): Promise<void> {
  const note = (code: string | undefined, of = broadcastId) =>
    call(xiang, 'live.noteHandOver', { broadcastId: of, code, done: true })
  const [gift] = winners.filter(({ prize }) => prize === 0)
  const [coins] = winners.filter(({ prize }) => prize === 1)
  expectData(await note(gift?.code))
  expect((await run(broadcastId)).draw?.winners[0]).toMatchObject({ handedOver: true })
  expectError('live.noteHandOver', await note(coins?.code), 'LIVE_WINNER_MISSING')
  expectError('live.noteHandOver', await note('0123456789abcdef'), 'LIVE_WINNER_MISSING')
  expectError('live.noteHandOver', await note(gift?.code, 'none'), 'LIVE_NO_DRAW')
}

test('whoever closes the list is not on it, though they have had no hand in the broadcast before', async () => {
  await changePerson(cloud.engine, chen, { grants: [{ role: 'liveHost' }] })
  const broadcastId = await takenPart([lin, chen, han])
  expectData(await call(chen, 'live.closeDraw', { broadcastId }))
  expect((await shown(chen, broadcastId)).mine).toBeNull()
  expect((await shown(han, broadcastId)).draw.codes).toHaveLength(2)
  await changePerson(cloud.engine, chen, { grants: chen.grants })
})

test('no draw without prizes, before the beginning, or with nobody', async () => {
  const plain = await takenPart([lin], { prizes: [] })
  for (const name of ['live.closeDraw', 'live.draw'] as const) {
    const reply = await call(xiang, name, { broadcastId: plain })
    if (name === 'live.draw') expectError('live.draw', reply, 'LIVE_NO_DRAW')
    else expectError('live.closeDraw', reply, 'LIVE_NO_DRAW')
  }
  expectError('live.openDraw', await call(lin, 'live.openDraw', { broadcastId: plain }), 'LIVE_NO_DRAW')
  await at(0)
  const early = await publish(NOW, {}, 30)
  const tooSoon = await call(xiang, 'live.closeDraw', { broadcastId: early })
  expectError('live.closeDraw', tooSoon, 'LIVE_DRAW_STEP_REFUSED')
  await at(31)
  expectError(
    'live.closeDraw',
    await call(xiang, 'live.closeDraw', { broadcastId: early }),
    'LIVE_DRAW_NOBODY',
  )
  expectError('live.draw', await call(xiang, 'live.draw', { broadcastId: early }), 'LIVE_DRAW_STEP_REFUSED')
  const none = { broadcastId: 'none' }
  expectError('live.closeDraw', await call(xiang, 'live.closeDraw', none), 'LIVE_BROADCAST_MISSING')
  expectError('live.draw', await call(xiang, 'live.draw', none), 'LIVE_BROADCAST_MISSING')
  expectError('live.openDraw', await call(lin, 'live.openDraw', none), 'LIVE_BROADCAST_MISSING')
})

test('the figures leave as a workbook without the names of those who watched', async () => {
  const broadcastId = await takenPart([lin, chen])
  await cloud.timer('live', 'tend')
  expect((await run(broadcastId)).figures).toMatchObject({ viewers: 2, peak: 2, watching: 2 })
  const { url } = await does(xiang, 'live.exportBroadcast', { broadcastId })
  const file = Buffer.from(await (await fetch(url ?? '')).arrayBuffer())
  expect(file.subarray(0, 2).toString()).toBe('PK')
  expect(await cloud.dump('live_files')).toHaveLength(1)
  await at(30)
  await cloud.timer('live', 'tend')
  expect(await cloud.dump('live_files')).toEqual([])
  const none = { broadcastId: 'none' }
  expectError(
    'live.exportBroadcast',
    await call(xiang, 'live.exportBroadcast', none),
    'LIVE_BROADCAST_MISSING',
  )
  expectError('live.openRun', await call(xiang, 'live.openRun', none), 'LIVE_BROADCAST_MISSING')
  expectError('live.openEdit', await call(xiang, 'live.openEdit', none), 'LIVE_BROADCAST_MISSING')
})

test('a workbook that could not be stored is said to be so', async () => {
  const broadcastId = await publish(NOW, {}, 30)
  const folder = path.join(cloud.dataDir, 'storage')
  await rename(folder, `${folder}.away`)
  await writeFile(folder, '')
  // The local cloud says on its output what it could not write.
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const refused = await call(xiang, 'live.exportBroadcast', { broadcastId })
  told.mockRestore()
  await rm(folder)
  await rename(`${folder}.away`, folder)
  expectError('live.exportBroadcast', refused, 'LIVE_EXPORT_FAILED')
})

import { DAY_MS } from '@domain/kernel/time'
import type { CandidateDocument } from '../../../cloudfunctions/careers/store'
import { careersSteps } from '../../support/careersWorld'
import { expectData, expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { lin, chen, han, cao, zhao, luo } = people
const NOW = '2026-11-24T12:20:00+08:00'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const { call, does, open, refer, friendFor, apply, move } = careersSteps(() => cloud)

const stored = async (candidateId: string) => {
  const all = await cloud.dump<CandidateDocument>('careers_candidates')
  return all.find(({ _id }) => _id === candidateId)
}

test('a friend’s objection clears all that is kept of them, after a refusal and after a hire, and leaves the hire', async () => {
  const [hiredFor, refusedFor] = [await open({ title: '悬架工程师' }), await open({ title: '转向工程师' })]
  const phone = '13611110021'
  const hired = await refer(lin, hiredFor, phone)
  const refused = await refer(lin, refusedFor, phone)
  const stranger = await refer(lin, refusedFor, '13611110022')
  for (const [step, action] of ['interview', 'offer', 'hire'].entries()) await move(hired, action, step + 1)
  await move(refused, 'decline', 1)
  expect(await move(refused, 'object', 2)).toMatchObject({ moved: [refused] })
  const stored = await cloud.dump<CandidateDocument>('careers_candidates')
  const of = (id: string) => stored.find(({ _id }) => _id === id)
  const cleared = { sealed: '', friend: null, eraseAt: null }
  expect(of(refused)).toMatchObject({ ...cleared, state: 'withdrawn' })
  expect(of(hired)).toMatchObject({ ...cleared, state: 'hired', reward: of(hired)?.reward })
  expect(of(stranger)).toMatchObject({ state: 'submitted', friend: { name: '徐*' } })
  const notices = await cloud.dump<{ body: string; target: { id: string } | null }>('notice_messages')
  expect(notices.filter(({ target }) => target?.id === hired).map(({ body }) => body)).toContain(
    '按本人的要求，资料已经删除。',
  )
  expectData(await call(zhao, 'careers.refer', friendFor(hiredFor, phone)))

  // Nothing is left to clear, or to go on with; the hire itself may still turn out to be none.
  expect((await move(hired, 'clear', 5)).skipped).toMatchObject([{ why: 'erased' }])
  const { candidate } = await does<{ candidate: { kept: boolean; actions: string[] } }>(
    cao,
    'careers.openCandidate',
    { candidateId: hired },
  )
  expect(candidate).toMatchObject({ kept: false, actions: ['undoHire'] })
})

test('a hire that was none takes its reward back, also once its data is gone, and ends there', async () => {
  const positionId = await open({ title: '底盘调校师' })
  const coins = async () => {
    const accounts = await cloud.dump<{ _id: string; balance: number }>('coin_accounts')
    return accounts.find(({ _id }) => _id === chen.employeeId)?.balance ?? 0
  }
  const before = await coins()
  const hired = await refer(chen, positionId, '13611110023')
  for (const [step, action] of ['interview', 'offer', 'hire'].entries()) await move(hired, action, step + 1)
  const reward = (await stored(hired))?.reward ?? 0
  expect([reward > 0, await coins()]).toEqual([true, before + reward])
  await does(chen, 'careers.takeBack', { candidateId: hired, version: 4 })
  expect(await stored(hired)).toMatchObject({ state: 'hired', sealed: '', reward })
  expect(await move(hired, 'undoHire', 5)).toEqual({ moved: [hired], skipped: [] })
  expect(await stored(hired)).toMatchObject({ state: 'withdrawn', column: 'over', reward: 0, eraseAt: null })
  expect(await coins()).toBe(before)
  expect((await move(hired, 'undoHire', 6)).skipped).toMatchObject([{ why: 'erased' }])
})

test('a friend’s objection clears what was asked with it and could not be moved as it was seen', async () => {
  const [one, other, third] = [
    await open({ title: '尾门工程师' }),
    await open({ title: '座椅工程师' }),
    await open({ title: '灯具工程师' }),
  ]
  const phone = '13611110024'
  const seen = await refer(zhao, one, phone)
  const changed = await refer(zhao, other, phone)
  const hired = await refer(zhao, third, phone)
  const stranger = await refer(zhao, one, '13611110025')
  await move(changed, 'contact', 1)
  for (const [step, action] of ['interview', 'offer', 'hire'].entries()) await move(hired, action, step + 1)
  await move(stranger, 'contact', 1)
  const versions = { [seen]: 1, [changed]: 1, [hired]: 4, [stranger]: 1 }
  const done = await does<{ moved: string[]; skipped: object[] }>(cao, 'careers.moveCandidates', {
    candidates: Object.entries(versions).map(([candidateId, version]) => ({ candidateId, version })),
    action: 'object',
    note: '本人来电',
  })
  expect(done).toEqual({
    moved: [seen, changed, hired],
    skipped: [{ candidateId: stranger, why: 'changed' }],
  })
  for (const candidateId of [seen, changed])
    expect(await stored(candidateId)).toMatchObject({ state: 'withdrawn', sealed: '', friend: null })
  expect(await stored(hired)).toMatchObject({ state: 'hired', sealed: '', friend: null })
  expect(await stored(stranger)).toMatchObject({ state: 'contacted', friend: { name: '徐*' } })
})

test('a friend’s objection clears all that is kept of them, however much that is', async () => {
  const candidateId = await refer(zhao, await open({ title: '线束工程师' }), '13611110041')
  await move(candidateId, 'contact', 1)
  const one = await stored(candidateId)
  const others = Array.from({ length: 104 }, (_other, place) => ({ ...one, _id: `also-${place}` }))
  await cloud.engine.insertMany('careers_candidates', others)
  await does(zhao, 'careers.takeBack', { candidateId, version: 2 })
  const all = await cloud.dump<CandidateDocument>('careers_candidates')
  const kept = all.filter(({ claimId, sealed }) => claimId === one?.claimId && sealed !== '')
  expect(kept).toEqual([])
})

test('a colleague who applied has deleted what they wrote once it is over, by their own word', async () => {
  const [declinedFor, hiredFor] = [await open({ title: '热管理工程师' }), await open({ title: '空调工程师' })]
  const of = async (positionId: string) => expectData(await apply(han, positionId)).candidateId ?? ''
  const [declined, hired] = [await of(declinedFor), await of(hiredFor)]
  await move(declined, 'decline', 1)
  for (const [step, action] of ['interview', 'offer', 'hire'].entries()) await move(hired, action, step + 1)
  expect((await stored(declined))?.sealed).not.toBe('')
  const clear = (who: typeof han, candidateId: string, version: number) =>
    call(who, 'careers.takeBack', { candidateId, version })
  expectError('careers.takeBack', await clear(lin, declined, 2), 'CAREERS_CANDIDATE_MISSING')
  expect(expectData(await clear(han, declined, 2))).toEqual({ state: 'withdrawn' })
  expect(expectData(await clear(han, hired, 4))).toEqual({ state: 'hired' })
  for (const candidateId of [declined, hired])
    expect(await stored(candidateId)).toMatchObject({ sealed: '', eraseAt: null })
  expectError('careers.takeBack', await clear(han, hired, 5), 'CAREERS_TRANSITION_REFUSED')
})

/** Lets somebody do something between what a command has looked up and its transaction. */
async function withinTransaction<T>(
  command: () => Promise<T>,
  meanwhile: () => Promise<unknown>,
): Promise<T> {
  const fault = { action: 'database.startTransaction', mode: 'slow', slowMs: 3_000, times: 1 } as const
  await cloud.fault({ database: fault })
  const reply = command()
  await until('the command at its transaction', async () => {
    const { body } = await cloud.door('GET', '/local/fault')
    return (body as { left: number }[]).every(({ left }) => left === 0) || null
  })
  await meanwhile()
  return reply
}

test('a friend who is recommended again while they object is cleared the next time, and free no sooner', async () => {
  const [one, other] = [await open({ title: '密封工程师' }), await open({ title: '线束工程师' })]
  const phone = '13611110026'
  const first = await refer(luo, one, phone)
  let second = ''
  const object = () =>
    call(cao, 'careers.moveCandidates', {
      candidates: [{ candidateId: first, version: 1 }],
      action: 'object',
      note: '本人来电',
    })
  const reply = await withinTransaction(object, async () => {
    second = await refer(luo, other, phone)
  })
  expectError('careers.moveCandidates', reply, 'TOO_BUSY')
  for (const candidateId of [first, second])
    expect(await stored(candidateId)).toMatchObject({ state: 'submitted', friend: { name: '徐*' } })
  expect(await move(first, 'object', 1)).toMatchObject({ moved: [first] })
  for (const candidateId of [first, second])
    expect(await stored(candidateId)).toMatchObject({ state: 'withdrawn', sealed: '', friend: null })
})

test('whoever recommended a friend has all of theirs cleared on the friend’s word, whenever it comes', async () => {
  const [one, other] = [await open({ title: '匹配工程师' }), await open({ title: '试制工程师' })]
  const phone = '13511110011'
  const first = await refer(han, one, phone)
  const second = await refer(han, other, phone)
  await move(first, 'contact', 1)
  await move(first, 'decline', 2)
  await move(second, 'interview', 1)
  const { state } = await does(han, 'careers.takeBack', { candidateId: first, version: 3 })
  expect(state).toBe('withdrawn')
  for (const candidateId of [first, second])
    expect(await stored(candidateId)).toMatchObject({ state: 'withdrawn', sealed: '', friend: null })
  const again = await call(han, 'careers.takeBack', { candidateId: second, version: 3 })
  expectError('careers.takeBack', again, 'CAREERS_TRANSITION_REFUSED')
  await refer(chen, one, phone)
})

test('who lapses is told of, and nobody goes on with whose data is gone', async () => {
  const positionId = await open({ title: '变更经理' })
  const inside = await open({ title: '发布工程师' })
  const hired = await refer(lin, positionId, '13511110006')
  const refused = await refer(lin, positionId, '13511110007')
  const forgotten = await refer(lin, positionId, '13511110008')
  const own = expectData(await apply(chen, inside)).candidateId ?? ''
  for (const [step, action] of ['interview', 'offer', 'hire'].entries()) await move(hired, action, step + 1)
  await move(refused, 'decline', 1)
  await cloud.clock(new Date(Date.parse(NOW) + 181 * DAY_MS).toISOString())
  await cloud.timer('careers', 'tend')
  for (const [candidateId, action, version] of [
    [refused, 'reconsider', 2],
    [own, 'reconsider', 2],
  ] as const)
    expect(await move(candidateId, action, version)).toMatchObject({
      moved: [],
      skipped: [{ why: 'erased' }],
    })
  const states = await Promise.all(
    [hired, refused, forgotten, own].map(async id => (await stored(id))?.state),
  )
  expect(states).toEqual(['hired', 'declined', 'declined', 'declined'])
  const notices = await cloud.dump<{ employeeId: string; body: string; target: { id: string } | null }>(
    'notice_messages',
  )
  const told = notices.filter(({ body }) => body.startsWith('到期了'))
  const toldOf = (id: string) => told.filter(({ target }) => target?.id === id).map(one => one.employeeId)
  expect([toldOf(forgotten), toldOf(own)]).toEqual([[lin.employeeId], [chen.employeeId]])
  expect([toldOf(hired), toldOf(refused)]).toEqual([[], []])
  await cloud.clock(NOW)
})

test('an application that goes on ends with the account of whoever applied, and nobody works on it any more', async () => {
  const positionId = await open({ title: '声学工程师' })
  const candidateId = expectData(await apply(chen, positionId)).candidateId ?? ''
  await move(candidateId, 'contact', 1)
  await does(chen, 'identity.requestDeletion', { words: 'anonymous', confirmedBy: chen.employeeId })
  await cloud.clock(new Date(Date.parse(NOW) + 7 * DAY_MS).toISOString())
  await cloud.timer('identity', 'tend')
  const left = await stored(candidateId)
  expect(left).toMatchObject({ state: 'withdrawn', column: 'over', sealed: '', eraseAt: null, version: 3 })
  expect(left?.trail.map(({ action }) => action)).toEqual(['submit', 'contact', 'withdraw'])
  expect(JSON.stringify(left)).not.toMatch(new RegExp(`${chen.employeeId}|${chen.name}`))
  await cloud.clock(NOW)
})

import type { CandidateDocument } from '../../../cloudfunctions/careers/store'
import { positionWords } from '../../support/careersSamples'
import { careersSteps, positionFile, tooMany } from '../../support/careersWorld'
import { expectData, expectError } from '../../support/expectError'
import { upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, han, cao, yuan, zhao } = people
const NOW = '2026-11-24T12:20:00+08:00'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const { call, does, open, refer, friendFor, apply, move } = careersSteps(() => cloud)

const judge = (mode: 'risky' | 'fail') =>
  cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })

const fileWith = async (lines: Parameters<typeof positionFile>[0], name: string) =>
  upload(cloud, cao.openid, `uploads/${name}.csv`, positionFile(lines))

test('positions are found by filter, word and mark, with figures', async () => {
  const chassis = await open()
  const cold = await open({
    title: '寒区试验工程师',
    city: '大庆',
    tracks: ['campus'],
    requirements: '不怕冷，会 CANape',
  })
  const found = async (input: object) =>
    (
      await does<{ positions: { positionId: string }[]; total: number }>(lin, 'careers.openPositions', input)
    ).positions.map(one => one.positionId)
  expect((await found({})).sort()).toEqual([cold, chassis].sort())
  expect(await found({ city: '上海' })).toEqual([chassis])
  expect(await found({ track: 'campus' })).toEqual([cold])
  expect(await found({ text: 'canape 寒区' })).toEqual([cold])
  expect(await found({ text: 'canape 采购' })).toEqual([])
  await does(lin, 'careers.favouritePosition', { positionId: chassis, favourite: true })
  expect(await found({ favourites: true })).toEqual([chassis])
  await does(lin, 'careers.favouritePosition', { positionId: chassis, favourite: false })
  expect(await found({ favourites: true })).toEqual([])
  expect(await does(lin, 'careers.openPositions')).toMatchObject({ total: 2, fresh: 2, next: null })
  const none = await call(lin, 'careers.favouritePosition', { positionId: 'none', favourite: true })
  expectError('careers.favouritePosition', none, 'CAREERS_POSITION_MISSING')
  await cloud.engine.insertMany(
    'careers_favourites',
    Array.from({ length: 50 }, (_one, place) => ({
      _id: `p${place}:${zhao.employeeId}`,
      positionId: `p${place}`,
      employeeId: zhao.employeeId,
      at: 0,
    })),
  )
  const full = await call(zhao, 'careers.favouritePosition', { positionId: cold, favourite: true })
  expectError('careers.favouritePosition', full, 'CAREERS_FAVOURITES_FULL')
})

test('a draft is seen by its recruiters alone; states go by the table, versions and cities', async () => {
  const { positionId = '' } = await does(cao, 'careers.savePosition', {
    words: { ...positionWords, title: '草稿职位' },
  })
  expectError(
    'careers.openPosition',
    await call(lin, 'careers.openPosition', { positionId }),
    'CAREERS_POSITION_MISSING',
  )
  const move = (who: typeof cao, version: number, action: string, id = positionId) =>
    call(who, 'careers.movePosition', { positionId: id, version, action })
  expectError('careers.movePosition', await move(cao, 1, 'publish', 'none'), 'CAREERS_POSITION_MISSING')
  expectError('careers.movePosition', await move(yuan, 1, 'publish'), 'CAREERS_POSITION_MISSING')
  expectError('careers.movePosition', await move(cao, 2, 'publish'), 'CAREERS_POSITION_CHANGED')
  expectError('careers.movePosition', await move(cao, 1, 'resume'), 'CAREERS_TRANSITION_REFUSED')
  expectData(await move(cao, 1, 'publish'))
  expectData(await move(cao, 2, 'close'))

  const save = (words: object, of?: object) =>
    call(cao, 'careers.savePosition', { words: { ...positionWords, ...words }, ...(of ? { of } : {}) })
  expectError(
    'careers.savePosition',
    await save({}, { positionId, version: 3 }),
    'CAREERS_TRANSITION_REFUSED',
  )
  expectError('careers.savePosition', await save({}, { positionId, version: 1 }), 'CAREERS_POSITION_CHANGED')
  expectError(
    'careers.savePosition',
    await save({}, { positionId: 'none', version: 1 }),
    'CAREERS_POSITION_MISSING',
  )
  expectError('careers.savePosition', await save({ leadId: 'VC999999' }), 'CAREERS_LEAD_WRONG')
  const elsewhere = await call(yuan, 'careers.savePosition', { words: positionWords })
  expectError('careers.savePosition', elsewhere, 'CAREERS_CITY_NOT_YOURS')
  await judge('risky')
  expectError('careers.savePosition', await save({}), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('careers.savePosition', await save({}), 'CONTENT_CHECK_UNAVAILABLE')
  const missing = await call(yuan, 'careers.openPositionEdit', { positionId })
  expectError('careers.openPositionEdit', missing, 'CAREERS_POSITION_MISSING')
  const desk = await does<{ positions: unknown[]; cities: string[] }>(yuan, 'careers.openDesk', {
    state: 'closed',
  })
  expect(desk).toMatchObject({ positions: [], cities: ['成都'] })
})

test('a file is judged line by line, imported as a whole, and may be imported again', async () => {
  const wrong = await fileWith([{}, { 城市: '广州' }, { 人数: '零' }, {}, { 职位: '' }], 'wrong')
  const report = await does<{ lines: { line: number; words: string; wrong: boolean }[]; wrong: number }>(
    cao,
    'careers.checkPositions',
    { fileId: wrong },
  )
  expect(report.lines.map(one => one.wrong)).toEqual([false, true, true, true, true])
  expect(report.lines[3]?.words).toBe('和第 2 行是同一个职位')
  const refused = await call(cao, 'careers.importPositions', { fileId: wrong, open: true })
  expectError('careers.importPositions', refused, 'CAREERS_FILE_WRONG')

  // A cell of several lines is one row of the sheet, and the rows below are counted as the sheet counts them.
  const tall = await fileWith([{ 职责: '"冷启动试验，\n""续航""试验"' }, { 城市: '广州' }], 'tall')
  expect(await does(cao, 'careers.checkPositions', { fileId: tall })).toMatchObject({
    lines: [
      { line: 2, wrong: false },
      { line: 3, wrong: true },
    ],
  })

  const right = await fileWith([{}, { 职位: '铸造工程师', 城市: '台州' }], 'right')
  await judge('risky')
  const rejected = await call(cao, 'careers.importPositions', { fileId: right, open: true })
  expectError('careers.importPositions', rejected, 'CONTENT_REJECTED')
  await judge('fail')
  const unchecked = await call(cao, 'careers.importPositions', { fileId: right, open: true })
  expectError('careers.importPositions', unchecked, 'CONTENT_CHECK_UNAVAILABLE')
  const once = await does(cao, 'careers.importPositions', { fileId: right, open: true })
  expect((await fetch(`${cloud.url}/storage/uploads/right.csv`)).status).toBe(404)
  await fileWith([{}, { 职位: '铸造工程师', 城市: '台州' }], 'right')
  const twice = await does(cao, 'careers.importPositions', { fileId: right, open: true })
  expect([once, twice]).toEqual([
    { done: 2, already: 0 },
    { done: 0, already: 2 },
  ])
  const long = await fileWith(
    Array.from({ length: tooMany }, (_one, place) => ({ 职位: `职位${place}` })),
    'long',
  )
  const check = await call(cao, 'careers.checkPositions', { fileId: long })
  expectError('careers.checkPositions', check, 'CAREERS_FILE_UNREADABLE')
  const unreadable = await call(cao, 'careers.importPositions', { fileId: long, open: false })
  expectError('careers.importPositions', unreadable, 'CAREERS_FILE_UNREADABLE')
})

test('a batch moves what it may; nobody moves what they have part in', async () => {
  const positionId = await open({ title: '工艺工程师' })
  const [first, second] = [
    await refer(lin, positionId, '13611110001'),
    await refer(chen, positionId, '13611110002'),
  ]
  const own = await refer(cao, positionId, '13611110003')
  const candidates = [first, second, own, 'none'].map(candidateId => ({ candidateId, version: 1 }))
  const move = (action: string, chosen: object[], note?: string) =>
    call<{ moved: string[]; skipped: { candidateId: string; why: string }[] }>(
      cao,
      'careers.moveCandidates',
      {
        candidates: chosen,
        action,
        ...(note ? { note } : {}),
      },
    )
  expectError('careers.moveCandidates', await move('decline', candidates), 'CAREERS_REASON_NEEDED')
  const done = expectData(await move('contact', candidates))
  expect(done.moved).toEqual([first, second])
  expect(done.skipped).toEqual([
    { candidateId: own, why: 'notYours' },
    { candidateId: 'none', why: 'missing' },
  ])
  const stale = expectData(await move('interview', [{ candidateId: first, version: 1 }]))
  expect(stale.skipped).toEqual([{ candidateId: first, why: 'changed' }])
  const early = expectData(await move('hire', [{ candidateId: first, version: 2 }]))
  expect(early.skipped).toEqual([{ candidateId: first, why: 'refused' }])
  // The friend never agreed: nothing of theirs stays, and nobody holds them.
  expectData(await move('object', [{ candidateId: first, version: 2 }], '本人说没同意过'))
  const all = await cloud.dump<CandidateDocument>('careers_candidates')
  expect(all.find(({ _id }) => _id === first)).toMatchObject({ state: 'withdrawn', sealed: '', friend: null })
  expectData(await call(zhao, 'careers.refer', friendFor(positionId, '13611110001')))
})

test('the desk is searched by word, and a position tells how many nobody has contacted yet', async () => {
  const positionId = await open({ title: '漆面检测工程师', city: '大庆', place: '高新区' })
  const [first] = [await refer(lin, positionId, '13611110051'), await refer(chen, positionId, '13611110052')]
  await move(first, 'contact', 1)
  const desk = async (text: string) =>
    (
      await does<{ positions: { positionId: string; waiting: number }[] }>(cao, 'careers.openDesk', {
        state: 'open',
        text,
      })
    ).positions.map(one => [one.positionId, one.waiting])
  expect(await desk('漆面 大庆')).toEqual([[positionId, 1]])
  expect(await desk('漆面 上海')).toEqual([])
})

test('candidates are found by name, position and referrer, whatever their column', async () => {
  const positionId = await open({ title: '声学工程师', city: '成都' })
  const named = async (who: TestPerson, name: string, phone: string) => {
    const friend = { ...friendFor(positionId, phone), name }
    return (await does(who, 'careers.refer', friend)).candidateId ?? ''
  }
  const ofLin = await named(lin, '欧阳思远', '13611110031')
  const ofChen = await named(chen, '司徒静', '13611110032')
  await move(ofLin, 'decline', 1)
  const found = async (who: TestPerson, text: string) =>
    (
      await does<{ candidates: { candidateId: string }[] }>(who, 'careers.openBoard', {
        column: 'fresh',
        text,
      })
    ).candidates.map(one => one.candidateId)
  expect(await found(cao, '欧阳')).toEqual([ofLin])
  expect((await found(cao, '声学')).sort()).toEqual([ofLin, ofChen].sort())
  expect(await found(cao, `声学 ${chen.name}`)).toEqual([ofChen])
  expect(await found(cao, '声学 没有这个人')).toEqual([])
  // An applicant's own lead finds nothing of it.
  const applied = expectData(await apply(han, positionId, { leadId: yuan.employeeId })).candidateId ?? ''
  expect(await found(cao, han.name)).toContain(applied)
  expect(await found(yuan, han.name)).not.toContain(applied)
  // Its card of the back office is called 招聘 already.
  const { waiting } = await does<{ waiting: { id: string; place: string }[] }>(cao, 'access.openInbox')
  expect(waiting.find(({ id }) => id === applied)?.place).toBe('成都')
})

test('a recruiter reads no notes about their own friend', async () => {
  // Yuan recruits for Chengdu.
  const positionId = await open({ title: '涂装工程师', city: '成都' })
  const candidateId = await refer(yuan, positionId, '13611110009')
  await move(candidateId, 'decline', 1, '不合适的理由')
  const notesFor = async (who: TestPerson) => {
    const opened = await does<{ candidate: { own: boolean; trail: { note: string | null }[] } }>(
      who,
      'careers.openCandidate',
      { candidateId },
    )
    return [opened.candidate.own, opened.candidate.trail.map(({ note }) => note)]
  }
  expect(await notesFor(cao)).toEqual([false, [null, '不合适的理由']])
  expect(await notesFor(yuan)).toEqual([true, [null, null]])
})

test('nobody learns of what is not there for them', async () => {
  const positionId = await open({ title: '外饰工程师' })
  const candidateId = expectData(await apply(lin, positionId)).candidateId ?? ''
  for (const name of ['careers.showContact', 'careers.openCandidate'] as const) {
    const reply = await call(yuan, name, { candidateId })
    if (name === 'careers.showContact') expectError('careers.showContact', reply, 'CAREERS_CANDIDATE_MISSING')
    else expectError('careers.openCandidate', reply, 'CAREERS_CANDIDATE_MISSING')
  }
  const tell = (who: typeof cao, version: number, id = candidateId) =>
    call(who, 'careers.tellLead', { candidateId: id, version })
  expectError('careers.tellLead', await tell(cao, 1, 'none'), 'CAREERS_CANDIDATE_MISSING')
  expectError('careers.tellLead', await tell(cao, 9), 'CAREERS_CANDIDATE_CHANGED')
  const own = expectData(await apply(cao, positionId)).candidateId ?? ''
  expectError('careers.tellLead', await tell(cao, 1, own), 'CAREERS_NOT_YOURS')
})

test('a search of the board goes through all candidates, however many have moved since', async () => {
  const candidateId = await refer(lin, await open({ title: '浸油试验员' }), '13611119001')
  const first = (await cloud.dump<CandidateDocument>('careers_candidates')).find(
    ({ _id }) => _id === candidateId,
  )
  const later = Array.from({ length: 3_050 }, (_one, place) => ({
    ...first,
    _id: `later-${place}`,
    ...{
      positionTitle: '别的职位',
      sealed: '',
      friend: null,
      eraseAt: null,
      state: 'declined',
      column: 'over',
    },
    boardKey: `9${String(place).padStart(12, '0')}:later`,
  }))
  for (let from = 0; from < later.length; from += 500)
    await cloud.engine.insertMany('careers_candidates', later.slice(from, from + 500))
  const look = (more: object = {}) =>
    does<{ candidates: { candidateId: string }[]; next: string | null }>(cao, 'careers.openBoard', {
      column: 'fresh',
      text: '浸油',
      ...more,
    })
  const begun = await look()
  expect(begun).toMatchObject({ candidates: [], next: expect.any(String) })
  expect(await look({ after: begun.next })).toMatchObject({ candidates: [{ candidateId }], next: null })
})

import { consent } from '@domain/careers/referral'
import { MINUTE_MS } from '@domain/kernel/time'
import type { CandidateDocument } from '../../../cloudfunctions/careers/store'
import { again } from '../../support/again'
import { PNG } from '../../support/brandLife'
import { careersSteps } from '../../support/careersWorld'
import { expectData, expectError } from '../../support/expectError'
import { bytes } from '../../support/films'
import { filesUnder, newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, cao, guo, han, zhao } = people
const NOW = '2026-11-24T12:20:00+08:00'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const { call, does, open, friendFor, apply, move } = careersSteps(() => cloud)
const stored = async (candidateId: string) => {
  const all = await cloud.dump<CandidateDocument>('careers_candidates')
  return all.find(({ _id }) => _id === candidateId)
}

const lying = (start: string) => filesUnder(cloud, start)

/** Lets the timer come that ends what was noted. */
async function minutesLater(minutes: number): Promise<void> {
  await cloud.clock(new Date(Date.parse(NOW) + minutes * MINUTE_MS).toISOString())
  await cloud.timer('identity', 'tend')
  await cloud.clock(NOW)
}

test('a friend’s résumé lies where nobody reads, is shown to whoever recommended and to recruiting with a trace, and goes with the rest', async () => {
  const positionId = await open({ title: '内饰工程师' })
  const uploaded = (name: string, content: string) => upload(cloud, lin.openid, `uploads/${name}`, content)
  const fileId = await uploaded('resume.pdf', '%PDF-1.7 ')
  const withResume = (phone: string, resume: object) =>
    call(lin, 'careers.refer', { ...friendFor(positionId, phone), resume })
  const wrong = { fileId: await uploaded('page.pdf', '<html>'), fileName: '徐朗.pdf' }
  expectError('careers.refer', await withResume('13511110031', wrong), 'CAREERS_RESUME_UNFIT')
  expect(await lying('uploads/page')).toEqual([])
  const named = { fileId: await uploaded('named.pdf', '%PDF-1.7 '), fileName: '徐朗.exe.png' }
  expectError('careers.refer', await withResume('13511110031', named), 'CAREERS_RESUME_UNFIT')
  const none = { fileId: 'cloud://wo-local.wo-local/uploads/none.pdf', fileName: '徐朗.pdf' }
  expectError('careers.refer', await withResume('13511110031', none), 'CAREERS_RESUME_MISSING')

  const resume = { fileId, fileName: '徐朗_底盘.pdf' }
  const { candidateId = '' } = expectData(await withResume('13511110031', resume))
  const kept = (await stored(candidateId))?.resume
  expect(kept?.fileId).toContain('/documents/resumes/')
  expect(JSON.stringify(await stored(candidateId))).not.toContain('徐朗')
  const see = (who: TestPerson) =>
    call<{ url: string; fileName: string }>(who, 'careers.openResume', { candidateId })
  for (const who of [lin, cao]) {
    const { url, fileName } = expectData(await see(who))
    expect(fileName).toBe('徐朗_底盘.pdf')
    expect(await (await fetch(url)).text()).toBe('%PDF-1.7 ')
  }
  const looks = (await cloud.dump<{ audit?: { by: string; after: object } }>('platform_receipts')).filter(
    ({ audit }) => JSON.stringify(audit?.after) === '{"resumeShown":true}',
  )
  expect(looks.map(({ audit }) => audit?.by)).toEqual([cao.employeeId])
  for (const who of [chen, guo])
    expectError('careers.openResume', await see(who), 'CAREERS_CANDIDATE_MISSING')

  const { url } = expectData(await see(lin))
  await does(lin, 'careers.takeBack', { candidateId, version: 1 })
  expectError('careers.openResume', await see(lin), 'CAREERS_RESUME_MISSING')
  await cloud.clock(new Date(Date.parse(NOW) + 120_000).toISOString())
  await cloud.timer('forum', 'tend')
  expect((await fetch(url)).ok).toBe(false)
  await cloud.clock(NOW)
})

test('a résumé that is refused lies nowhere; what can be sent again stays until it is, and ends without', async () => {
  const positionId = await open({ title: '座椅工程师' })
  const send = async (phone: string, consentVersion: number = consent.version) => {
    const fileId = await upload(cloud, lin.openid, `uploads/${phone}.pdf`, '%PDF-1.7 ')
    const resume = { fileId, fileName: '徐朗.pdf' }
    return call(lin, 'careers.refer', { ...friendFor(positionId, phone), consentVersion, resume })
  }
  expectError('careers.refer', await send('13511110041', 9), 'CAREERS_CONSENT_CHANGED')
  expect(await lying('uploads/13511110041')).toEqual([])
  expectData(await send('13511110042'))
  const before = await lying('documents/resumes/')
  expectError('careers.refer', await send('13511110042'), 'CAREERS_ALREADY_REFERRED')
  expect(await lying('uploads/13511110042')).toEqual([])

  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1 } })
  expectError('careers.refer', await send('13511110043'), 'CONTENT_CHECK_UNAVAILABLE')
  expect(await lying('uploads/13511110043')).toHaveLength(1)
  await minutesLater(11)
  expect(await lying('uploads/13511110043')).toEqual([])
  expect(await lying('documents/resumes/')).toEqual(before)

  const elsewhere = { fileId: 'cloud://wo-local.wo-local/documents/resumes/some.pdf', fileName: '徐朗.pdf' }
  const asked = await call(lin, 'careers.refer', {
    ...friendFor(positionId, '13511110044'),
    resume: elsewhere,
  })
  expectError('careers.refer', asked, 'CAREERS_RESUME_MISSING')
})

test('of a recommendation that dies between its copy and its commit no copy is left, repeated or not', async () => {
  const positionId = await open({ title: '座舱工程师' })
  const before = await lying('documents/resumes/')
  const dying = async (phone: string) => {
    const fileId = await upload(cloud, lin.openid, `uploads/${phone}.pdf`, '%PDF-1.7 ')
    const input = { ...friendFor(positionId, phone), resume: { fileId, fileName: '徐朗.pdf' } }
    const requestId = newRequestId()
    const send = () => cloud.call<{ candidateId: string }>(lin.openid, 'careers.refer', input, requestId)
    await cloud.fault({ function: { name: 'careers', procedure: 'refer', mode: 'kill', after: 6 } })
    expect((await send()).ok).toBe(false)
    return () => again(send)
  }
  await dying('13511110051')
  const repeat = await dying('13511110052')
  expect(await lying('documents/resumes/')).toHaveLength(before.length + 2)
  const { candidateId } = expectData(await repeat())
  await minutesLater(11)
  const kept = (await stored(candidateId))?.resume?.fileId
  const left = (await lying('documents/resumes/')).filter(path => !before.includes(path))
  expect(left).toEqual([kept?.slice(kept.indexOf('documents/'))])
  expect(await lying('uploads/1351111005')).toEqual([])
})

test('a résumé goes when its time is over', async () => {
  const positionId = await open({ title: '外饰工程师' })
  const fileId = await upload(cloud, lin.openid, 'uploads/photo.png', bytes(PNG))
  const resume = { fileId, fileName: '简历.png' }
  const input = { ...friendFor(positionId, '13511110032'), resume }
  const { candidateId = '' } = await does(lin, 'careers.refer', input)
  const dropped = async () =>
    (await cloud.dump<{ fileIds: string[] }>('forum_dropped')).flatMap(({ fileIds }) => fileIds)
  const kept = (await stored(candidateId))?.resume?.fileId
  expect(await dropped()).not.toContain(kept)
  await cloud.clock(new Date(Date.parse(NOW) + 181 * 86_400_000).toISOString())
  await cloud.timer('careers', 'tend')
  expect(await stored(candidateId)).toMatchObject({ sealed: '', resume: null })
  expect(await dropped()).toContain(kept)
  await cloud.clock(NOW)
})

test('an upload whose recommendation never came is gone within a day; of one that came nothing but the copy stays', async () => {
  const positionId = await open({ title: '悬架工程师' })
  const uploaded = async () => {
    const { cloudPath = '' } = await does(lin, 'careers.announceResume', { kind: 'pdf' })
    const fileId = await upload(cloud, lin.openid, cloudPath, '%PDF-1.7 ')
    return { cloudPath, resume: { fileId, fileName: '徐朗.pdf' } }
  }
  const unused = await does(lin, 'careers.announceResume', { kind: 'png' })
  const [lost, killed, sent] = [await uploaded(), await uploaded(), await uploaded()]
  await cloud.fault({ function: { name: 'careers', procedure: 'refer', mode: 'kill', after: 1, times: 1 } })
  const died = await call(lin, 'careers.refer', {
    ...friendFor(positionId, '13511110061'),
    resume: killed.resume,
  })
  expect(died.ok).toBe(false)
  await cloud.fault({ clear: true })
  const came = { ...friendFor(positionId, '13511110062'), resume: sent.resume }
  const { candidateId = '' } = await does(lin, 'careers.refer', came)
  const kept = (await stored(candidateId))?.resume?.fileId ?? ''
  const places = [unused.cloudPath ?? '', lost.cloudPath, killed.cloudPath, sent.cloudPath]
  const left = async () => (await Promise.all(places.map(lying))).flat()

  await minutesLater(23 * 60)
  expect((await left()).sort()).toEqual([lost.cloudPath, killed.cloudPath].sort())
  await minutesLater(24 * 60)
  expect(await left()).toEqual([])
  expect(await lying(kept.slice(kept.indexOf('documents/')))).toHaveLength(1)
  const notes = await cloud.dump<{ paths?: string[] }>('identity_roster_files')
  expect(notes.flatMap(({ paths = [] }) => paths).filter(place => places.includes(place))).toEqual([])
})

describe('an applicant’s own résumé', () => {
  const droppedFiles = async () =>
    (await cloud.dump<{ fileIds: string[] }>('forum_dropped')).flatMap(({ fileIds }) => fileIds)
  const pdf = async (name: string, content = '%PDF-1.7 ') => ({
    fileId: await upload(cloud, chen.openid, `uploads/${name}.pdf`, content),
    fileName: '陈默_转岗.pdf',
  })
  const applied = async (who: TestPerson, positionId: string, more: object) => {
    const { candidateId = '' } = expectData(await apply(who, positionId, more))
    return { candidateId, fileId: (await stored(candidateId))?.resume?.fileId ?? '' }
  }
  const looksAt = async (candidateId: string) => {
    const all = await cloud.dump<{ audit?: { by: string; subject: string } }>('platform_receipts')
    return all.flatMap(({ audit }) =>
      audit?.subject === `careers_candidates/${candidateId}` ? audit.by : [],
    )
  }

  test('has a friend’s rules: it is shown to recruiting with a trace, to its owner without, to no lead, and goes with the rest', async () => {
    const positionId = await open({ title: '转向工程师' })
    const wrong = await pdf('own-page', '<html>')
    expectError('careers.apply', await apply(chen, positionId, { resume: wrong }), 'CAREERS_RESUME_UNFIT')
    const none = { fileId: 'cloud://wo-local.wo-local/uploads/none.pdf', fileName: '陈默.pdf' }
    expectError('careers.apply', await apply(chen, positionId, { resume: none }), 'CAREERS_RESUME_MISSING')
    const { candidateId, fileId } = await applied(chen, positionId, { resume: await pdf('own') })
    expect(fileId).toContain('/documents/resumes/')
    expect(JSON.stringify(await stored(candidateId))).not.toContain('转岗')
    expect(await lying('uploads/own')).toEqual([])
    const see = (who: TestPerson) => call<{ url: string }>(who, 'careers.openResume', { candidateId })
    for (const who of [chen, cao])
      expect(expectData(await see(who))).toMatchObject({ fileName: '陈默_转岗.pdf' })
    expect(await looksAt(candidateId)).toEqual([cao.employeeId])
    for (const who of [zhao, lin])
      expectError('careers.openResume', await see(who), 'CAREERS_CANDIDATE_MISSING')
    await does(chen, 'careers.takeBack', { candidateId, version: 1 })
    expectError('careers.openResume', await see(chen), 'CAREERS_RESUME_MISSING')
    expect(await droppedFiles()).toContain(fileId)
  })

  test('gives way to that of the next application, or to none', async () => {
    const positionId = await open({ title: '制动工程师' })
    const { candidateId, fileId: first } = await applied(chen, positionId, { resume: await pdf('own-1') })
    await move(candidateId, 'decline', 1)
    expect(await droppedFiles()).not.toContain(first)
    const { fileId: second } = await applied(chen, positionId, { resume: await pdf('own-2') })
    expect(await droppedFiles()).toContain(first)
    await move(candidateId, 'decline', 3)
    await applied(chen, positionId, {})
    expect(await droppedFiles()).toContain(second)
    expect(await stored(candidateId)).toMatchObject({ resume: null })
  })

  test('goes with whoever has their data deleted', async () => {
    const positionId = await open({ title: '线束工程师' })
    const { candidateId, fileId } = await applied(han, positionId, { resume: await pdf('own-3') })
    await does(han, 'identity.requestDeletion', { words: 'anonymous', confirmedBy: han.employeeId })
    for (let run = 0; run < 2; run += 1) await minutesLater(15 * 24 * 60)
    expect(await stored(candidateId)).toMatchObject({ state: 'withdrawn', sealed: '', resume: null })
    expect(await droppedFiles()).toContain(fileId)
  })
})

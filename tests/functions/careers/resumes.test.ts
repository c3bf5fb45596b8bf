import type { CandidateDocument } from '../../../cloudfunctions/careers/store'
import { PNG } from '../../support/brandLife'
import { careersSteps } from '../../support/careersWorld'
import { expectData, expectError } from '../../support/expectError'
import { bytes } from '../../support/films'
import { upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, cao, guo } = people
const NOW = '2026-11-24T12:20:00+08:00'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const { call, does, open, friendFor } = careersSteps(() => cloud)
const stored = async (candidateId: string) => {
  const all = await cloud.dump<CandidateDocument>('careers_candidates')
  return all.find(({ _id }) => _id === candidateId)
}

test('a friend’s résumé lies where nobody reads, is shown to whoever recommended and to recruiting with a trace, and goes with the rest', async () => {
  const positionId = await open({ title: '内饰工程师' })
  const uploaded = (name: string, content: string) => upload(cloud, lin.openid, `uploads/${name}`, content)
  const fileId = await uploaded('resume.pdf', '%PDF-1.7 ')
  const withResume = (phone: string, resume: object) =>
    call(lin, 'careers.refer', { ...friendFor(positionId, phone), resume })
  const wrong = { fileId: await uploaded('page.pdf', '<html>'), fileName: '徐朗.pdf' }
  expectError('careers.refer', await withResume('13511110031', wrong), 'CAREERS_RESUME_UNFIT')
  const named = { fileId, fileName: '徐朗.exe.png' }
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

import { careersSteps } from '../../support/careersWorld'
import { expectData } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, han, cao } = people
const NOW = '2026-11-24T12:20:00+08:00'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const { call, does, open, refer, apply } = careersSteps(() => cloud)

interface Mine {
  candidates: {
    candidateId: string
    friend: { name: string; phone: string } | null
    state: string
    version: number
    reward: number
    steps: { action: string; interview: object | null }[]
  }[]
}
const mineOf = async (who: typeof lin, candidateId: string) => {
  const { candidates } = await does<Mine>(who, 'careers.listMine')
  return candidates.find(one => one.candidateId === candidateId)
}

test('an interview has a day, a time and a place: an applicant reads all of it, a referrer the day', async () => {
  const positionId = await open({ title: '整车测试工程师' })
  const applied = expectData(await apply(han, positionId)).candidateId ?? ''
  const friend = await refer(lin, positionId, '13511110077')
  const interview = { on: '2026-11-26', time: '14:30', place: '嘉定三楼' }
  const settle = (candidateId: string, action: string, version: number, of: object = interview) =>
    call<{ moved: string[] }>(cao, 'careers.moveCandidates', {
      candidates: [{ candidateId, version }],
      action,
      interview: of,
    })
  for (const candidateId of [applied, friend])
    expect(expectData(await settle(candidateId, 'interview', 1)).moved).toEqual([candidateId])
  const bodiesOf = async ({ employeeId }: TestPerson, id: string) => {
    const all = await cloud.dump<{ employeeId: string; body: string; target: { id: string } }>(
      'notice_messages',
    )
    return all.filter(one => one.employeeId === employeeId && one.target.id === id).map(({ body }) => body)
  }
  expect(await bodiesOf(han, applied)).toEqual(['进入面试了：11 月 26 日 14:30，嘉定三楼。'])
  expect(await bodiesOf(lin, friend)).toEqual(['进入面试了：11 月 26 日。'])
  const lastOf = async (who: TestPerson, candidateId: string) =>
    (await mineOf(who, candidateId))?.steps.at(-1)
  expect(await lastOf(han, applied)).toMatchObject({ action: 'interview', interview })
  expect(await lastOf(lin, friend)).toMatchObject({ interview: { on: '2026-11-26', time: null, place: '' } })

  // Another round is another step of the same state.
  const second = { on: '2026-11-28', time: null, place: '' }
  expectData(await settle(applied, 'arrange', 2, second))
  expect(await mineOf(han, applied)).toMatchObject({ state: 'interviewing' })
  expect(await bodiesOf(han, applied)).toContain('又约了一次面试：11 月 28 日。')
  const { candidate } = await does<{ candidate: { trail: { interview: object | null }[] } }>(
    cao,
    'careers.openCandidate',
    { candidateId: applied },
  )
  expect(candidate.trail.map(one => one.interview)).toEqual([null, interview, second])
  const noDay = await settle(applied, 'arrange', 3, { on: null, time: '14:30', place: '' })
  expect(noDay).toMatchObject({ ok: false, error: { kind: 'invalid' } })
})

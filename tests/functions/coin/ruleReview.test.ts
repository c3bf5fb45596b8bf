import type { RuleState } from '@domain/coin/ruleReview'
import { deliveredRules } from '@domain/coin/rules'
import { type StoredRules, storedRules } from '@domain/coin/ruling'
import { draft } from '../../support/coinSamples'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'
import { attempt, succeed } from '../../support/talkWorld'

const { lin, liang, cen, luo, xu } = people
const DAY = '2026-12-01'
const why = '评论多了，试试高一点的上限'
const at = (time: string, day = DAY) => `${day}T${time}+08:00`
const ms = (time: string, day = DAY) => Date.parse(at(time, day))

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: at('12:00:00') })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const posting = (base: number, perDayMax: number) => ({
  ...draft,
  earning: { ...draft.earning, 'forum.post': { ...draft.earning['forum.post'], base, perDayMax } },
})
const schedule = (rules: object, startsAt: number, after: number) =>
  attempt(cloud, liang, 'coin.scheduleRules', { draft: rules, startsAt, after, why })
const decide = (by: TestPerson, version: number, decision = 'approve') =>
  attempt(cloud, by, 'coin.decideRules', { version, decision, reason: '算过了' })
const stateOf = async (version: number) => {
  const { versions } = await succeed(cloud, liang, 'coin.openRules')
  return versions.find(one => one.version === version)?.state
}

describe('a version takes a second person', () => {
  const starts = ms('18:00:00')
  const waitingFor = async (of: TestPerson) =>
    (await succeed(cloud, of, 'access.openInbox')).waiting.filter(({ kind }) => kind === 'rules')
  const titlesOf = async (of: TestPerson, kind: string) =>
    (
      (await succeed(cloud, of, 'notice.listNotices', { kind })) as unknown as {
        notices: { title: string }[]
      }
    ).notices.map(({ title }) => title)

  test('neither whoever proposed it nor their deputy; what it changes is told beside it', async () => {
    const day = 86_400_000
    const period = { startsAt: ms('12:00:00'), endsAt: ms('12:00:00') + day }
    await succeed(cloud, liang, 'access.lendRoles', { toEmployeeId: luo.employeeId, ...period })
    expect(await schedule(posting(6, 60), starts, 1)).toMatchObject({
      data: { version: 2, reviewers: ['岑安'] },
    })
    expect(await stateOf(2)).toBe('waiting')
    expectError('coin.scheduleRules', await schedule(posting(6, 60), starts, 2), 'COIN_RULES_SCHEDULED')
    for (const by of [liang, luo, xu])
      expectError('coin.decideRules', await decide(by, 2), 'COIN_RULES_NOT_YOURS')
    expect([await waitingFor(liang), await waitingFor(luo), await waitingFor(xu)]).toEqual([[], [], []])
    expect(await waitingFor(cen)).toMatchObject([{ id: '2', title: '梁秋实提的规则 v2', summary: why }])
    expect(await titlesOf(cen, 'todo')).toContain('得沃币的规则 v2 等你复核')
    const opened = await succeed(cloud, cen, 'coin.openRuleVersion', { version: 2 })
    expect(opened).toMatchObject({ version: { mayDecide: true, mine: false }, before: { version: 1 } })
    expect(opened.before?.rules.earning['forum.post']?.base).toBe(5)
    await succeed(cloud, liang, 'access.endLending')
  })

  test('its word is given once, told to whoever proposed it, and from then on the version counts', async () => {
    expectError('coin.decideRules', await decide(cen, 99), 'COIN_RULES_MISSING')
    expect(await decide(cen, 2)).toMatchObject({ data: { state: 'approved' } })
    expectError('coin.decideRules', await decide(cen, 2, 'refuse'), 'COIN_RULES_DECIDED')
    expect(await waitingFor(cen)).toEqual([])
    expect(await titlesOf(cen, 'todo')).toEqual([])
    expect(await titlesOf(liang, 'account')).toContain('你提的规则 v2 复核通过了')
    const { versions } = await succeed(cloud, liang, 'coin.openRules')
    expect(versions[0]).toMatchObject({ state: 'scheduled', mine: true, decision: { byName: '岑安' } })
    await cloud.clock(at('18:00:00'))
    expect(await stateOf(2)).toBe('current')
  })

  test('what is refused, withdrawn, or agreed to by nobody in time never counts', async () => {
    const next = ms('20:00:00')
    await schedule(posting(8, 80), next, 2)
    expect(await decide(cen, 3, 'refuse')).toMatchObject({ data: { state: 'refused' } })
    await schedule(posting(8, 80), next, 3)
    const withdraw = (by: TestPerson) => attempt(cloud, by, 'coin.withdrawRules', { version: 4, why })
    expectError('coin.withdrawRules', await withdraw(cen), 'COIN_RULES_NOT_YOURS')
    expect((await withdraw(liang)).ok).toBe(true)
    await schedule(posting(8, 80), next, 4)
    await cloud.clock(at('19:55:01'))
    expectError('coin.decideRules', await decide(cen, 5), 'COIN_RULES_LATE')
    await cloud.clock(at('20:10:00'))
    expect([await stateOf(2), await stateOf(3), await stateOf(4), await stateOf(5)]).toEqual([
      'current',
      'refused',
      'withdrawn',
      'lapsed',
    ])
  })

  test('an administrator is the second where there is no other keeper, and nobody where there is none', async () => {
    const later = ms('12:00:00', '2026-12-02')
    await changePerson(cloud.engine, cen, { grants: [] })
    expect(await schedule(posting(8, 80), later, 5)).toMatchObject({
      data: { version: 6, reviewers: [xu.name] },
    })
    expect(await waitingFor(xu)).toMatchObject([{ id: '6' }])
    const missing = await attempt(cloud, xu, 'coin.openRuleVersion', { version: 99 })
    expectError('coin.openRuleVersion', missing, 'COIN_RULES_MISSING')
    expect(await succeed(cloud, xu, 'coin.openRuleVersion', { version: 6 })).toMatchObject({
      version: { mayDecide: true },
    })
    const preview = await attempt(cloud, xu, 'coin.previewRules', { draft: posting(8, 80) })
    expect(preview).toMatchObject({ data: { day: '2026-11-30' } })
    expect(await decide(xu, 6)).toMatchObject({ data: { state: 'approved' } })
    expect((await attempt(cloud, liang, 'coin.withdrawRules', { version: 6, why })).ok).toBe(true)
    await changePerson(cloud.engine, xu, { grants: [] })
    expectError('coin.scheduleRules', await schedule(posting(8, 80), later, 6), 'COIN_RULES_NO_SECOND')
    await changePerson(cloud.engine, xu, { grants: xu.grants })
    await changePerson(cloud.engine, cen, { grants: cen.grants })
  })
})

test('a keeper’s deputy is no second for them, whatever other office they have; a keeper who stands in is', () =>
  inFreshCloud([], async fresh => {
    const period = { startsAt: ms('12:00:00'), endsAt: ms('12:00:00', '2026-12-05') }
    const lendTo = ({ employeeId }: TestPerson) =>
      succeed(fresh, liang, 'access.lendRoles', { toEmployeeId: employeeId, ...period })
    const decideAs = (by: TestPerson) =>
      attempt(fresh, by, 'coin.decideRules', { version: 2, decision: 'approve', reason: '算过了' })
    await changePerson(fresh.engine, luo, { grants: [{ role: 'admin' }] })
    await lendTo(luo)
    const proposal = { draft: posting(6, 60), startsAt: ms('18:00:00'), after: 1, why }
    expect(await attempt(fresh, liang, 'coin.scheduleRules', proposal)).toMatchObject({
      data: { reviewers: [cen.name] },
    })
    const opened = () => succeed(fresh, luo, 'coin.openRuleVersion', { version: 2 })
    expectError('coin.decideRules', await decideAs(luo), 'COIN_RULES_NOT_YOURS')
    expect((await opened()).version.mayDecide).toBe(false)
    await changePerson(fresh.engine, cen, { grants: [] })
    expect((await succeed(fresh, liang, 'coin.openRules')).reviewers).toEqual([xu.name])
    expectError('coin.decideRules', await decideAs(luo), 'COIN_RULES_NOT_YOURS')
    await changePerson(fresh.engine, cen, { grants: cen.grants })
    await lendTo(cen)
    expect(await decideAs(cen)).toMatchObject({ data: { state: 'approved' } })
  }))

/** A version as it is stored, with so much a post. */
function stored(version: number, base: number, become: { state?: RuleState; withdrawn?: boolean }) {
  const earning = { ...deliveredRules.earning }
  earning['forum.post'] = { ...earning['forum.post'], base }
  const by = { employeeId: liang.employeeId, name: liang.name }
  const withdrawn = become.withdrawn ? { byId: liang.employeeId, at: 0, why } : null
  const state = become.state && { state: become.state }
  const announced = { by, why, announcedAt: 0, withdrawn, ...state }
  return storedRules({ ...deliveredRules, ...announced, earning, version, effectiveAt: version })
}

async function inFreshCloud(rules: StoredRules[], ask: (fresh: TestCloud) => Promise<void>) {
  const fresh = await startTestCloud({ clock: at('12:00:00') })
  try {
    await insertPeople(fresh.engine)
    await fresh.engine.insertMany(
      'coin_rules',
      rules.map(rule => ({ ...rule })),
    )
    await ask(fresh)
  } finally {
    await fresh.close()
  }
}

const postsBring = async (cloud: TestCloud) => (await succeed(cloud, lin, 'coin.openEarning')).ways[0]?.base

test.each([
  ['waiting', 5],
  ['refused', 5],
  ['approved', 9],
] as const)('earnings go by a version that is %s: %d a post', (state, base) =>
  inFreshCloud([stored(2, 9, { state })], async fresh => {
    expect(await postsBring(fresh)).toBe(base)
  }),
)

test.each([
  ['agreed to', { state: 'approved' }],
  ['announced before a second person was asked', {}],
] as const)('a version %s stays in force however many come to nothing after it', (_how, inForce) => {
  const nothing = Array.from({ length: 60 }, (_one, place) =>
    stored(3 + place, 1, place % 2 ? { state: 'withdrawn', withdrawn: true } : { withdrawn: true }),
  )
  return inFreshCloud([stored(2, 9, inForce), ...nothing], async fresh => {
    expect(await postsBring(fresh)).toBe(9)
    const { versions } = await succeed(fresh, liang, 'coin.openRules')
    expect(versions.find(({ state }) => state === 'current')?.version).toBe(2)
    expect(versions[0]).toMatchObject({ version: 62, state: 'withdrawn' })
    const open = (version: number) => succeed(fresh, cen, 'coin.openRuleVersion', { version })
    expect(await open(2)).toMatchObject({ version: { state: 'current' } })
    expect(await open(62)).toMatchObject({ version: { state: 'withdrawn' }, before: { version: 2 } })
    expect(await open(4)).toMatchObject({ version: { state: 'withdrawn' } })
    const day = ms('18:00:00')
    expect(
      await attempt(fresh, liang, 'coin.scheduleRules', { draft, startsAt: day, after: 62, why }),
    ).toMatchObject({ data: { version: 63 } })
  })
})

import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { AssociationDocument, MembershipDocument } from '../../cloudfunctions/union/store'
import { sortKey } from '../../domain/kernel/paging'
import { DAY_MS, dayOf, HOUR_MS, type Instant, startOfDay } from '../../domain/kernel/time'
import { membershipReminderAfter } from '../../domain/union/lateness'
import { type MembershipAction, membershipTable } from '../../domain/union/membership'
import { afterStep, type Step } from '../../domain/union/trail'
import { type AssociationTold, associationsTold } from './associations'
import { fileIdOf } from './files'
import { personOf } from './people'
import type { World } from './world'

export interface Union {
  associations: AssociationDocument[]
  memberships: MembershipDocument[]
}

/** Who stands how in which association, newest last: what the president or the applicant did, and when. */
type Story = readonly [
  associationId: string,
  applicant: string,
  answer: string | null,
  reason: string,
  appliedAt: readonly [daysAgo: number, clock: string],
  ...decisions: (readonly [MembershipAction, daysAgo: number, clock: string, reason: string | null])[],
]

const stories: readonly Story[] = [
  [
    'lens',
    'chenjiahe',
    '能独立拍一组',
    '胶片和数码都拍，想学布光。周末在成都，也常来上海出差，可以参加线上点评。',
    [2, '9:32'],
  ],
  ['lens', 'xuzhiyuan', '刚拿起相机', '拍了三年晨跑团，想把大家跑起来的样子拍得再好一点。', [1, '18:40']],
  ['lens', 'shenyining', '刚拿起相机', '想给合唱团拍演出，舞台光总是拍不好。', [0, '6:10']],
  [
    'lens',
    'handong',
    '能独立拍一组',
    '试制车间的光很特别，手续我来跑。',
    [3, '12:20'],
    ['approve', 2, '7:30', null],
  ],
  [
    'lens',
    'dingyifan',
    '刚拿起相机',
    '想拍物流的夜班。',
    [9, '19:05'],
    ['refuse', 8, '8:10', '请先来一次外拍认识大家，月底那次就很好。'],
  ],
  [
    'lens',
    'maxiao',
    '办过展',
    '可以提供器材团购。',
    [40, '10:00'],
    ['approve', 39, '9:00', null],
    ['revoke', 6, '18:20', '在社群里推销器材，提醒两次没有改。'],
  ],
  ['run', 'linxiaochuan', '五公里', '想把早起这件事坚持下来。', [1, '20:15']],
  ['badminton', 'qiaoan', '刚开始', '周四下班就到，自带球拍，可以帮忙收场。', [1, '17:58']],
  [
    'badminton',
    'linxiaochuan',
    '能打比赛',
    '周四下班就到，自带球拍。',
    [300, '12:00'],
    ['approve', 299, '9:00', null],
  ],
  ['choir', 'handong', '男低', '听说缺男低音。', [0, '5:50']],
  ['bike', 'linxiaochuan', '三十公里', '周末想出去走走。', [200, '12:00'], ['approve', 199, '9:00', null]],
  [
    'lens-chengdu',
    'suyutong',
    '能独立拍一组',
    '夜班的光没人比我熟。',
    [20, '8:30'],
    ['approve', 19, '12:30', null],
  ],
  ['lens-chengdu', 'zhongyi', '刚拿起相机', '手机组报到。', [1, '12:40']],
  ['robot', 'suyutong', null, '质量的同事也想动手。', [15, '18:20'], ['withdraw', 14, '9:00', null]],
  ['kids', 'fuyan', null, '女儿五岁了，终于够年龄。', [6, '12:10'], ['approve', 5, '18:00', null]],
  ['classic', 'yuanyuan', '都可以', '会补漆。', [60, '12:00'], ['approve', 58, '9:00', null]],
]

export function unionOf(world: World): Union {
  const told = new Map(associationsTold.map(association => [association.id, association]))
  const written = stories.map(story => membershipOf(world, story, told.get(story[0]) as AssociationTold))
  const taken = new Set(written.map(({ _id }) => _id))
  const asking = new Set(
    written
      .filter(({ state }) => state === 'pending')
      .map(({ associationId, employeeId }) => `${told.get(associationId)?.category}:${employeeId}`),
  )
  const memberships = [...written]
  for (const association of associationsTold) {
    const joined = written.filter(
      ({ associationId, state }) => associationId === association.id && state === 'member',
    )
    memberships.push(
      ...foundingMembers(world, association, association.members - joined.length, { taken, asking }),
    )
  }
  return {
    associations: associationsTold.map(each => associationOf(each, world.who(each.president), memberships)),
    memberships,
  }
}

export function associationOf(
  told: AssociationTold,
  president: EmployeeDocument,
  memberships: readonly MembershipDocument[],
): AssociationDocument {
  const { id, name, cover, site, category, headline, intro, founded, questions, closed } = told
  return {
    _id: id,
    name,
    coverFileId: fileIdOf('covers', cover),
    site,
    category,
    members: memberships.filter(({ associationId, state }) => associationId === id && state === 'member')
      .length,
    president: personOf(president),
    headline,
    intro,
    foundedOn: founded,
    questions: [...questions],
    open: !closed,
  }
}

function membershipOf(
  world: World,
  [, key, answer, reason, [daysAgo, clock], ...decisions]: Story,
  association: AssociationTold,
): MembershipDocument {
  const { calendar } = world
  const applicant = world.who(key)
  const steps: Step[] = [stepOf('apply', applicant, calendar.at(daysAgo, clock), reason)]
  for (const [action, decidedDaysAgo, decidedClock, because] of decisions) {
    const actor = action === 'withdraw' ? applicant : world.who(association.president)
    steps.push(stepOf(action, actor, calendar.at(decidedDaysAgo, decidedClock), because))
  }
  return membershipDocument(calendar.now, association, applicant, steps, { answer, reason })
}

/** How many days ago the union's own lists of members were taken over, the newest and the oldest entry. */
const LISTED_DAYS_AGO = [140, 900] as const

/** Who may not come out of the union's lists. */
interface Elsewhere {
  /** Ids of memberships whose story is told. */
  taken: ReadonlySet<string>
  /** `category:employee` of those who ask for an association: they are in no other of its kind, so one can be named. */
  asking: ReadonlySet<string>
}

/** Those who were members before the house opened: the union entered them, and the president approved. */
function foundingMembers(
  world: World,
  association: AssociationTold,
  count: number,
  { taken, asking }: Elsewhere,
): MembershipDocument[] {
  const { calendar, chance } = world
  const president = world.who(association.president)
  const [newest, oldest] = LISTED_DAYS_AGO
  const listedOn = dayOf(calendar.at(newest, '10:00'))
  const active = world.roster.filter(
    ({ _id, status, department, joinedOn }) =>
      status === 'active' &&
      department !== '官方' &&
      joinedOn < listedOn &&
      !taken.has(`${association.id}:${_id}`),
  )
  const near = active.filter(({ _id, site }) => site === association.site && _id !== president._id)
  const far = active.filter(({ _id, site }) => site !== association.site && _id !== president._id)
  const others = [...chance.sample(near, count - 1), ...chance.sample(far, count - 1)]
    .filter(({ _id }) => !asking.has(`${association.category}:${_id}`))
    .slice(0, count - 1)
  return [president, ...others].map((member, index) => {
    const daysHere = Math.floor((calendar.now - startOfDay(member.joinedOn)) / DAY_MS)
    const at = calendar.at(chance.whole(newest, Math.max(newest, Math.min(oldest, daysHere - 1))), '10:00')
    const [option = null] = association.questions[0]?.options ?? []
    return membershipDocument(
      calendar.now,
      association,
      member,
      [
        stepOf('apply', member, at, '原会员名单转入'),
        // The papers took from some hours to two and a half days, each its own time.
        stepOf('approve', president, at + (2 + ((index * 17) % 59)) * HOUR_MS, null),
      ],
      { answer: option, reason: '原会员名单转入' },
    )
  })
}

/** A membership as its steps left it. */
export function membershipDocument(
  now: Instant,
  association: AssociationTold,
  applicant: EmployeeDocument,
  steps: readonly Step[],
  { answer, reason }: { answer: string | null; reason: string },
): MembershipDocument {
  const stepped = steps.reduce<ReturnType<typeof afterStep>>((before, step) => afterStep(before, step), null)
  if (!stepped) throw new Error(`No such way into ${association.name}`)
  const decidedAt = steps.filter(({ action }) => membershipTable[action].by === 'president').at(-1)?.at
  const joinedAt = steps.filter(({ action }) => action === 'approve').at(-1)?.at
  const appliedAt = steps[0]?.at ?? 0
  const _id = `${association.id}:${applicant._id}`
  return {
    _id,
    associationId: association.id,
    associationName: association.name,
    associationCoverFileId: fileIdOf('covers', association.cover),
    employeeId: applicant._id,
    applicant: personOf(applicant),
    answers: association.questions.map(({ title, options }) => ({
      title,
      answer: answer ?? options[0] ?? '',
    })),
    reason,
    appliedAt,
    appliedKey: sortKey(appliedAt, _id),
    joinedKey: joinedAt === undefined ? null : sortKey(joinedAt, _id),
    decidedKey: decidedAt === undefined ? null : sortKey(decidedAt, _id),
    answeredAt: steps.filter(({ action }) => action === 'approve' || action === 'refuse').at(-1)?.at ?? null,
    remindAt: stepped.state === 'pending' ? membershipReminderAfter(appliedAt, now) : null,
    ...stepped,
  }
}

export function stepOf(
  action: MembershipAction,
  by: EmployeeDocument,
  at: Instant,
  reason: string | null,
): Step {
  return { action, by: { employeeId: by._id, name: by.name }, at, reason }
}

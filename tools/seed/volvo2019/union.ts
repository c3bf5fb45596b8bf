import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import type { AssociationDocument, MembershipDocument } from '../../../cloudfunctions/union/store'
import {
  DAY_MS,
  type Day,
  dayOf,
  HOUR_MS,
  MINUTE_MS,
  startOfDay,
  weekdayOf,
} from '../../../domain/kernel/time'
import type { MembershipAction } from '../../../domain/union/membership'
import { type AssociationTold, associationsTold } from '../associations'
import type { Chance } from '../chance'
import { associationOf, membershipDocument, stepOf } from '../union'
import { days, LAST, livelinessOf, NOW, sharedOut } from './calendar'
import { drawing } from './people'
import { registeredBefore } from './visits'

/** About one in two of those who registered has asked to join something. */
const APPLICATIONS = 3_480

/** Those of today's associations that there were then. */
const told = associationsTold.filter(({ founded }) => founded < LAST)

const REASONS = ['同事拉我来的', '想多动一动', '周末有空', '一直感兴趣', '想认识别的部门的人'] as const

/** The first of the roster preside; the one who looks at figures does not. */
const presidentOf = (roster: readonly EmployeeDocument[], place: number) =>
  roster[place + 1] as EmployeeDocument

/** The roster with the office of whoever presides. */
export function presidentsAmong(roster: readonly EmployeeDocument[]): EmployeeDocument[] {
  return roster.map((employee, index) => {
    const association = told[index - 1]
    return association ? { ...employee, grants: [{ role: 'president', scopeId: association.id }] } : employee
  })
}

/** Who asked to join what, and what its president said after how long: more where there is more going on. */
export function unionOf(
  roster: readonly EmployeeDocument[],
  chance: Chance,
): { associations: AssociationDocument[]; memberships: MembershipDocument[] } {
  const draw = drawing(roster, chance)
  const perDay = sharedOut(APPLICATIONS, days.map(livelinessOf))
  const memberships = new Map<string, MembershipDocument>()
  const apply = (association: AssociationTold, applicant: EmployeeDocument, on: Day) => {
    const president = presidentOf(roster, told.indexOf(association))
    const id = `${association.id}:${applicant._id}`
    if (applicant === president || memberships.has(id)) return
    memberships.set(id, applicationOf(association, president, applicant, { on, chance }))
  }
  for (const [place, association] of told.entries()) {
    const president = presidentOf(roster, place)
    const at = Math.max(president.boundAt ?? 0, startOfDay(association.founded) + 9 * HOUR_MS)
    const steps = [stepOf('apply', president, at, '发起人'), stepOf('approve', president, at, null)]
    const own = membershipDocument(NOW.getTime(), association, president, steps, {
      answer: null,
      reason: '发起人',
    })
    // An office is not an application that somebody decided.
    memberships.set(own._id, { ...own, decidedKey: null, answeredAt: null })
  }
  for (const [index, on] of days.entries())
    for (let left = perDay[index] as number; left > 0; left -= 1)
      apply(likedOn(on, chance), draw(registeredBefore(roster, startOfDay(on))), on)
  const all = [...memberships.values()]
  return {
    associations: told.map((association, place) =>
      associationOf(association, presidentOf(roster, place), all),
    ),
    memberships: all,
  }
}

/** The large ones draw more. */
function likedOn(on: Day, chance: Chance): AssociationTold {
  const open = told.filter(({ founded }) => founded < on)
  const all = open.reduce((sum, { members }) => sum + members, 0)
  let drawn = chance.next() * all
  return open.find(({ members }) => {
    drawn -= members
    return drawn < 0
  }) as AssociationTold
}

const WAKES_AT = 7
const SLEEPS_AT = 22

function applicationOf(
  association: AssociationTold,
  president: EmployeeDocument,
  applicant: EmployeeDocument,
  { on, chance }: { on: Day; chance: Chance },
): MembershipDocument {
  const appliedAt = startOfDay(on) + chance.whole(WAKES_AT * 60, SLEEPS_AT * 60) * MINUTE_MS
  const reason = chance.pick(REASONS)
  const steps = [stepOf('apply', applicant, appliedAt, reason)]
  const drawn = chance.next()
  const action: MembershipAction = drawn < 0.03 ? 'withdraw' : drawn < 0.08 ? 'refuse' : 'approve'
  const because = action === 'refuse' ? '名额满了，下一期再来' : null
  const at = answeredAt(appliedAt, chance)
  const by = action === 'withdraw' ? applicant : president
  if (at <= NOW.getTime()) steps.push(stepOf(action, by, at, because))
  const options = association.questions[0]?.options ?? []
  const answer = options.length > 0 ? chance.pick(options) : null
  return membershipDocument(NOW.getTime(), association, applicant, steps, { answer, reason })
}

/** Most within the day, some after a weekend; nobody decides at night. */
function answeredAt(appliedAt: number, chance: Chance): number {
  const waited = (0.4 + 40 * chance.next() ** 2.4) * HOUR_MS
  const at = Math.floor((appliedAt + waited) / MINUTE_MS) * MINUTE_MS
  const minute = Math.floor((at - startOfDay(dayOf(at))) / MINUTE_MS)
  const rested = weekdayOf(at) > 5 && chance.next() < 0.6 ? at + DAY_MS : at
  if (minute < WAKES_AT * 60) return rested + (WAKES_AT * 60 - minute + chance.whole(0, 90)) * MINUTE_MS
  return minute < SLEEPS_AT * 60 ? rested : rested + (24 * 60 - minute + WAKES_AT * 60) * MINUTE_MS
}

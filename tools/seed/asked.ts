import type {
  CorrectionDocument,
  EmployeeDocument,
  RebindDocument,
} from '../../cloudfunctions/identity/store'
import { maskPhone } from '../../domain/identity/phone'
import { PRIVACY_VERSION } from '../../domain/identity/privacy'
import { personOf } from './people'
import type { World } from './world'

/** What colleagues have asked of HR and nobody has decided yet, and the roster that knows of it. */
export function askedOf(world: World, roster: readonly EmployeeDocument[]) {
  const rebinds = rebindsOf(world)
  const corrections = correctionsOf(world)
  return {
    identity_employees: roster.map(employee => ({
      ...employee,
      ...waitingOf(employee._id, rebinds, corrections),
    })),
    identity_rebinds: rebinds,
    identity_corrections: corrections,
  }
}

/** One request of a kind waits at a time: the colleague's document says which. */
function waitingOf(
  employeeId: string,
  rebinds: readonly RebindDocument[],
  corrections: readonly CorrectionDocument[],
) {
  const isTheirs = (asked: { employeeId: string }) => asked.employeeId === employeeId
  const [rebind, correction] = [rebinds.find(isTheirs), corrections.find(isTheirs)]
  return {
    ...(rebind ? { pendingRebinds: [{ rebindId: rebind._id, openid: rebind.openid }] } : {}),
    ...(correction ? { pendingCorrectionId: correction._id } : {}),
  }
}

function rebindsOf(world: World): RebindDocument[] {
  const askedAt = world.calendar.at(1, '21:05')
  const employee = world.who('xiahe')
  const newPhone = '13600018899'
  return [
    {
      _id: world.chance.id(askedAt),
      employeeId: employee._id,
      applicant: personOf(employee),
      openid: 'demo-xiahe-new',
      newPhone,
      newPhoneMasked: maskPhone(newPhone),
      oldPhoneMasked: maskPhone(employee.phone),
      reason: '旧手机丢了，换了新号和新微信。',
      agreedPrivacyVersion: PRIVACY_VERSION,
      askedAt,
      state: 'pending',
      decision: null,
    },
  ]
}

/** What a colleague finds wrong about themselves on the roster, and waits for HR. */
function correctionsOf(world: World): CorrectionDocument[] {
  const askedAt = world.calendar.at(1, '18:20')
  const employee = world.who('jiangnan')
  return [
    {
      ...{ _id: 'correction-jiangnan', employeeId: employee._id, applicant: personOf(employee) },
      fields: [{ field: 'department', was: employee.department, becomes: '用户体验' }],
      reason: '十一月初调到用户体验，邮件里批过了，名单还是原来的部门。',
      ...{ askedAt, state: 'pending', decision: null },
    },
  ]
}

import { type Permission, roles } from '@domain/access/roles'
import { contracts } from '@domain/contracts'
import type { Procedure } from '@domain/kernel/contract'
import { newRequestId } from './identityWorld'
import type { TestCloud } from './localCloud'
import { sampleCalls } from './sampleInputs'

/** Holds every role that is limited to something, each over a thing that is far from what is attacked. */
const attacker = {
  _id: 'VC999001',
  openid: 'wx-elsewhere',
  grants: [
    { role: 'president', scopeId: 'kids' },
    { role: 'lead', scopeId: '生产计划' },
    { role: 'centreHost', scopeId: 'centre-chengdu' },
    { role: 'facilityManager', scopeId: 'gym-chengdu' },
    { role: 'official', scopeId: 'sheji' },
    { role: 'facility', scopeId: '北京' },
    { role: 'recruiter', scopeId: '北京' },
  ],
}

/** What stands out in the forum belongs to no account: whoever speaks as one may say what does. */
const UNLIMITED: readonly Permission[] = ['forum.feature', 'access.inbox']

const scoped = Object.entries(roles).filter(([, { scope }]) => scope !== null)

/** Permissions that come with roles over something alone, or with others as well. */
const limited = [
  ...new Set(scoped.flatMap(([, { permissions }]): readonly Permission[] => permissions)),
].filter(permission => !UNLIMITED.includes(permission))

/** Every procedure that a role over something opens. */
export const scopedProcedures = Object.entries(contracts)
  .flatMap(([room, procedures]) =>
    Object.entries(procedures as Record<string, Procedure>).flatMap(([name, { access }]) =>
      limited.includes(access as Permission) ? [`${room}.${name}`] : [],
    ),
  )
  .sort()

/** Collections that hold what is attacked. */
const HELD = [
  'union_associations',
  'union_events',
  'union_memberships',
  'union_photos',
  'booking_centres',
  'booking_facilities',
  'booking_courses',
  'booking_closures',
  'booking_places',
  'booking_sessions',
  'selfservice_tickets',
  'selfservice_ticket_categories',
  'careers_positions',
  'careers_candidates',
  'notice_news',
  'forum_accounts',
  'identity_employees',
]

/** What is attacked: the ids of real things of the demonstration world, by the name of the field that takes them. */
export async function targetsIn(cloud: TestCloud): Promise<Record<string, string>> {
  const first = async (collection: string, is: (one: Record<string, unknown>) => boolean) => {
    const found = (await cloud.dump<Record<string, unknown> & { _id: string }>(collection)).find(is)
    if (!found) throw new Error(`The demo world has nothing to attack in ${collection}`)
    return found._id
  }
  const applicants = new Set(
    (await cloud.dump<{ associationId: string; employeeId: string }>('union_memberships'))
      .filter(({ associationId }) => associationId === 'kids')
      .map(({ employeeId }) => employeeId),
  )
  return {
    associationId: 'lens',
    eventId: 'lens-hall',
    sessionId: 'lens-hall',
    centreId: 'centre-shanghai',
    facilityId: 'gym-shanghai',
    courseId: 'gym-shanghai.spin',
    accountId: 'gonghui',
    categoryId: 'repair',
    // Somebody who has applied to the attacker's own association may well be read there.
    employeeId: await first(
      'identity_employees',
      one => one.department !== '生产计划' && one.site === '上海' && !applicants.has(one._id as string),
    ),
    toEmployeeId: 'VC016418',
    membershipId: await first(
      'union_memberships',
      one => one.associationId === 'lens' && one.state === 'member',
    ),
    newsId: await first('notice_news', one => one.state === 'sent'),
    ticketId: await first('selfservice_tickets', one => one.site === '上海'),
    positionId: await first('careers_positions', one => one.city === '上海'),
    candidateId: await first('careers_candidates', one => one.city === '上海'),
    closureId: await first('booking_closures', () => true),
    placeId: await first('booking_places', one => one.state === 'absent'),
  }
}

/** A sample with real targets where it names nothing. */
function aimed(value: unknown, targets: Record<string, string>, field = ''): unknown {
  if (Array.isArray(value)) return value.map(one => aimed(one, targets, field.replace(/s$/, '')))
  if (typeof value === 'string') return targets[field] ?? value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, aimed(one, targets, name)]))
}

/** What was passed over is named as it was asked for; and whoever may ask for help reads how it is sorted. */
const ECHOED = ['skipped', 'categories']

/** Aimed by hand, where a sample leaves out what would reach further. */
const aim: Record<string, object> = {
  'identity.findMembers': { department: '研发采购' },
  'selfservice.openTicketBoard': { site: '上海' },
  'selfservice.openTicketFigures': { site: '上海' },
  'notice.previewNews': { audience: { kind: 'association', value: 'lens' } },
  'notice.sendNews': { audience: { kind: 'association', value: 'lens' } },
}

/**
 * Calls every procedure that a role over something opens, aimed at what the role is not over.
 * @returns what got through: answers that speak of a target, inputs that no rule has looked at, and what has changed
 */
export async function attack(cloud: TestCloud): Promise<string[]> {
  const targets = await targetsIn(cloud)
  const [like] = await cloud.dump<Record<string, unknown>>('identity_employees')
  await cloud.engine.insertMany('identity_employees', [
    { ...like, ...attacker, name: '别处来', department: '生产计划', site: '大庆工厂', phone: '13900009001' },
  ])
  const before = await Promise.all(HELD.map(collection => cloud.dump(collection)))
  const through: string[] = []
  for (const { name, input } of sampleCalls.filter(one => scopedProcedures.includes(one.name))) {
    const aimedAt = { ...(aimed(input, targets) as object), ...aim[name] }
    const reply = await cloud.call(attacker.openid, name, aimedAt, newRequestId())
    const said = JSON.stringify(reply, (field, value: unknown) =>
      ECHOED.includes(field) ? undefined : value,
    )
    if (!reply.ok && ['INVALID_INPUT', 'INTERNAL', 'NOT_ALLOWED'].includes(reply.error.code))
      through.push(`${name} was not tried: ${said}`)
    const named = Object.values(targets).filter(id => reply.ok && said.includes(`"${id}"`))
    if (named.length > 0) through.push(`${name} told of ${named.join(', ')}`)
  }
  const after = await Promise.all(HELD.map(collection => cloud.dump(collection)))
  for (const [place, collection] of HELD.entries())
    if (JSON.stringify(before[place]) !== JSON.stringify(after[place])) through.push(`${collection} changed`)
  return through
}

import { freshCandidate } from '../../cloudfunctions/careers/freshCandidate'
import { freshPosition } from '../../cloudfunctions/careers/savePosition'
import { claimIdOf, sealTold } from '../../cloudfunctions/careers/secrets'
import { afterStep } from '../../cloudfunctions/careers/steps'
import {
  type CandidateDocument,
  type ClaimDocument,
  favouriteIdOf,
  keyOfTime,
  type PositionDocument,
} from '../../cloudfunctions/careers/store'
import type { RecruiterAction } from '../../domain/careers/candidate'
import { claimAfter, consent, maskName, type Relation } from '../../domain/careers/referral'
import { maskPhone } from '../../domain/identity/phone'
import { dayOf } from '../../domain/kernel/time'
import { developmentCodeKey } from '../local-cloud/functions/environment'
import { positionsTold } from './positionsTold'
import type { World } from './world'

const RECRUITER = 'caotian'

type Moment = [daysAgo: number, clock: string]

interface CameTold {
  by: string
  positionId: string
  at: Moment
  /** Absent: they apply themselves. */
  friend?: [name: string, phone: string, relation: Relation]
  lead?: string
  words: string
  /** With the days ahead and the time of the interview, where the step settles one. */
  steps: [RecruiterAction, Moment, string?, [daysAhead: number, clock: string]?][]
}

const cameTold: readonly CameTold[] = [
  {
    by: 'linxiaochuan',
    positionId: 'battery-thermal',
    at: [6, '12:30'],
    friend: ['徐朗', '18612343307', 'colleague'],
    words: '以前一起做过两年热管理，台架上最沉得住气的一位。',
    steps: [
      ['contact', [5, '10:10']],
      ['interview', [1, '16:20'], '一面过了，明天二面', [1, '14:00']],
    ],
  },
  {
    by: 'linxiaochuan',
    positionId: 'release-manager',
    at: [2, '18:05'],
    friend: ['范思远', '13901982214', 'classmate'],
    words: '带过百人的发布，讲话清楚。',
    steps: [],
  },
  {
    by: 'suyutong',
    positionId: 'chengdu-quality',
    at: [5, '9:12'],
    friend: ['邓敏', '15882204417', 'colleague'],
    words: '在供应商那边管了六年质量。',
    steps: [['contact', [3, '11:00']]],
  },
  {
    by: 'renfei',
    positionId: 'data-engineer',
    at: [7, '20:40'],
    friend: ['沈亦凡', '17721013348', 'friend'],
    words: '数据仓库做得很扎实。',
    steps: [['decline', [4, '15:30'], '年限差一些，明年再看']],
  },
  {
    by: 'handong',
    positionId: 'chassis-tuning',
    at: [0, '7:10'],
    lead: 'mengchuan',
    words: '在试制装了三年底盘，想从手感走到参数。',
    steps: [],
  },
  {
    by: 'zhongyi',
    positionId: 'paint-process',
    at: [1, '12:05'],
    lead: 'chenjiahe',
    words: '采购看了三年涂料，想到线上去。',
    steps: [['contact', [0, '8:40']]],
  },
  {
    by: 'dingyifan',
    positionId: 'edrive-buyer',
    at: [4, '21:15'],
    friend: ['罗一鸣', '13681773902', 'classmate'],
    words: '',
    steps: [],
  },
]

/** Positions of all sites, and who came for them lately. */
export function positionsOf(world: World) {
  process.env.CAREERS_CONTACT_KEY ??= developmentCodeKey
  const positions = positionsTold.map(told => positionOf(world, told))
  const claims: ClaimDocument[] = []
  const candidates = cameTold.map(told => cameOf(world, told, positions, claims))
  const lin = world.who('linxiaochuan')._id
  return {
    careers_positions: positions.map(position => ({
      ...position,
      referrals: candidates.filter(one => one.positionId === position._id && one.kind === 'referral').length,
    })),
    careers_candidates: candidates,
    careers_claims: claims,
    careers_favourites: ['chassis-tuning', 'luqiao-casting'].map(positionId => ({
      _id: favouriteIdOf(positionId, lin),
      positionId,
      employeeId: lin,
      at: world.calendar.at(1, '7:50'),
    })),
  }
}

function employeeOf(world: World, key: string) {
  const { _id: id, name, site, department, joinedOn, boundAt } = world.who(key)
  const rest = { grants: [], mutedUntil: null, seenOn: null, agreedPrivacyVersion: null, phoneMasked: '' }
  return { id, name, site, department, joinedOn, registeredAt: boundAt, ...rest }
}

function positionOf(world: World, told: (typeof positionsTold)[number]): PositionDocument {
  const { id, title, where, kind, tracks, lead, duties, requirements, state = 'open' } = told
  const [department, team, city, place] = where
  const [family, level, years, headcount] = kind
  const head = lead ? world.who(lead) : null
  const words = {
    title,
    department,
    team,
    city,
    place,
    family,
    level,
    years,
    headcount,
    duties,
    requirements,
  }
  const now = world.calendar.at(...told.opened)
  const fresh = freshPosition(
    { employee: employeeOf(world, RECRUITER), now },
    {
      _id: id,
      words: { ...words, tracks, leadId: head?._id ?? null },
      leadName: head?.name ?? null,
      open: state !== 'draft',
    },
  )
  return { ...fresh, state }
}

function cameOf(
  world: World,
  told: CameTold,
  positions: readonly PositionDocument[],
  claims: ClaimDocument[],
): CandidateDocument {
  const now = world.calendar.at(...told.at)
  const _id = world.chance.id(now)
  const employee = employeeOf(world, told.by)
  const position = positions.find(one => one._id === told.positionId) as PositionDocument
  const fresh = freshCandidate({ employee, now }, position, { _id, ...partsOf(world, told, { _id, now }) })
  if (told.friend) {
    const asked = { referrerId: employee.id, positionId: position._id, now }
    const { positionIds, ...held } = claimAfter(null, asked)
    claims.push({ _id: fresh.claimId, ...held, positionIds: [...positionIds] })
  }
  const by = world.who(RECRUITER).name
  const candidate: CandidateDocument = { ...fresh, uncountedSince: 0, boardKey: keyOfTime(now, _id) }
  for (const [action, at, note = null, then] of told.steps) {
    const interview = then
      ? { on: dayOf(world.calendar.ahead(...then)), time: then[1], place: '嘉定 A 座三楼' }
      : null
    const step = { action, actor: 'recruiter', by, at: world.calendar.at(...at), note, interview } as const
    Object.assign(candidate, afterStep(candidate, step))
  }
  return candidate
}

function partsOf(world: World, told: CameTold, { _id, now }: { _id: string; now: number }) {
  const { name, _id: id } = world.who(told.by)
  if (!told.friend) {
    const lead = world.who(told.lead ?? RECRUITER)
    return {
      kind: 'internal' as const,
      ...{ creditId: '', creditName: '', relation: null, friend: null, consent: null, claimId: '' },
      sealed: sealTold({ name, contact: '午休可以打电话', words: told.words }, _id),
      ...{ leadId: lead._id, leadName: lead.name, hiddenFrom: lead._id },
    }
  }
  const [friend, phone, relation] = told.friend
  return {
    kind: 'referral' as const,
    ...{ creditId: id, creditName: name, relation },
    friend: { name: maskName(friend), phone: maskPhone(phone) },
    sealed: sealTold({ name: friend, contact: phone, words: told.words }, _id),
    consent: { version: consent.version, text: consent.text, at: now },
    claimId: claimIdOf(phone),
    ...{ leadId: '', leadName: '', hiddenFrom: '' },
  }
}

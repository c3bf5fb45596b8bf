import type { FoundingDocument } from '../../cloudfunctions/union/store'
import {
  type Approval,
  afterDecision,
  begin,
  openApprovers,
  reminderAfter,
  type Verdict,
} from '../../domain/approval/flow'
import type { Category } from '../../domain/union/categories'
import { foundingFlow } from '../../domain/union/foundingFlow'
import { personOf } from './people'
import type { World } from './world'

type Moment = readonly [daysAgo: number, clock: string]

/** Somebody wants to found an association, and what the union has said so far. */
interface FoundingTold {
  applicant: string
  name: string
  category: Category
  site: string
  headline: string
  intro: string
  reason: string
  createdAt: Moment
  decisions: readonly (readonly [by: string, verdict: Verdict, at: Moment, reason: string | null])[]
}

const told: readonly FoundingTold[] = [
  {
    applicant: 'dingyifan',
    name: '电竞社',
    category: 'culture',
    site: '上海',
    headline: '每周六 20:00，线上',
    intro: '周末组队打比赛，赛季末办一次线下观赛。',
    reason: '物流夜班有十几位同事常一起打。',
    createdAt: [30, '21:10'],
    decisions: [
      ['wangyanqiu', 'refuse', [29, '10:05'], '线下部分还没有场地，先和数字化那边的沙盘社一起办一次看看。'],
    ],
  },
  {
    applicant: 'jiangnan',
    name: '手冲咖啡社',
    category: 'culture',
    site: '上海',
    headline: '每周三 12:15，三号楼茶歇区',
    intro: '中午一起冲一壶，每月请一位懂豆子的同事讲一个产区。器具公用，豆子大家轮流带。',
    reason: '已经有二十六位同事报名，茶歇区行政那边同意借用。',
    createdAt: [3, '12:40'],
    decisions: [
      ['wangyanqiu', 'approve', [2, '9:20'], '场地已和行政确认。'],
      ['hejunlin', 'approve', [1, '17:45'], null],
    ],
  },
  {
    applicant: 'fengyinuo',
    name: '桌游社',
    category: 'culture',
    site: '上海',
    headline: '每周五 18:30，食堂二楼',
    intro: '下班以后一起玩桌游，规则现场教，新手也欢迎。每月一次大局，十人以上。',
    reason: '软件和电子电气加起来有十八位愿意来，桌游大家自己带。',
    createdAt: [1, '18:20'],
    decisions: [],
  },
]

/** Who holds a role of their own, in the order of the roster. */
const holdersOf = (world: World, role: string) =>
  world.roster.filter(({ grants }) => grants.some(grant => grant.role === role)).map(({ _id }) => _id)

/** Proposals to found an association: one at each level, and one that was refused. */
export function foundingsOf(world: World): FoundingDocument[] {
  return told.map(each => foundingOf(world, each))
}

function foundingOf(world: World, { createdAt, decisions, ...proposal }: FoundingTold): FoundingDocument {
  const { calendar, chance } = world
  const at = calendar.at(...createdAt)
  const [first, second] = foundingFlow.map(({ role }) => holdersOf(world, role))
  let approval: Approval = begin(foundingFlow, {
    ownerIds: [world.who(proposal.applicant)._id],
    approverIds: first ?? [],
    at,
  })
  for (const [key, verdict, moment, reason] of decisions) {
    const { _id, name } = world.who(key)
    const decision = {
      verdict,
      approverId: _id,
      by: { employeeId: _id, name },
      reason,
      at: calendar.at(...moment),
    }
    approval = afterDecision(approval, decision, second ?? [])
  }
  return {
    _id: chance.id(at),
    ...proposal,
    applicant: personOf(world.who(proposal.applicant)),
    approval,
    openIds: openApprovers(approval),
    remindAt: reminderAfter(approval, calendar.now),
    seatedAt: approval.state === 'running' ? calendar.now : null,
    createdAt: at,
    decidedAt: approval.state === 'running' ? null : approval.since,
  }
}

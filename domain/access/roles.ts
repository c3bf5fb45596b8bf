import type { Instant } from '../kernel/time'

/**
 * Roles of the back office and what each may do. A grant gives one person one role, over the whole company or over
 * one thing (`scopeId`): a president presides over one association.
 */
export const roles = {
  president: {
    zh: '会长',
    permissions: [
      'access.inbox',
      'union.applications.decide',
      'union.events.manage',
      'union.speak',
      'booking.host',
      'notice.news.send',
    ],
  },
  hr: {
    zh: '人力资源',
    permissions: ['access.inbox', 'identity.roster.import', 'identity.rebinds.decide', 'notice.news.send'],
  },
  moderator: { zh: '版主', permissions: ['access.inbox', 'forum.moderate', 'forum.feature'] },
  /** Speaks as an official account, the scope of the grant; nothing waits for it, and its accounts have a page. */
  official: { zh: '官方账号运营', permissions: ['access.inbox', 'forum.speak', 'forum.feature'] },
  /** The two levels of the union itself, above its associations. */
  unionOfficer: {
    zh: '工会干事',
    permissions: ['access.inbox', 'union.foundings.decide', 'union.events.decide', 'notice.news.send'],
  },
  unionChair: {
    zh: '工会主席',
    permissions: ['access.inbox', 'union.foundings.decide', 'union.events.decide', 'notice.news.send'],
  },
  /** Whoever receives visitors at a brand experience centre. */
  centreHost: {
    zh: '体验中心主理',
    permissions: ['access.inbox', 'booking.host', 'booking.centres.run'],
  },
  /** Whoever runs a gym or a venue, the scope of the grant. */
  facilityManager: {
    zh: '健身与场馆管理员',
    permissions: ['access.inbox', 'booking.facilities.run'],
  },
  keeper: { zh: '商城管理员', permissions: ['access.inbox', 'mall.orders.fulfil', 'mall.goods.manage'] },
  /** Whoever keeps the timetable of the buses. */
  shuttle: { zh: '班车管理员', permissions: ['access.inbox', 'selfservice.shuttle.edit'] },
  /** Works on what colleagues ask of 行政; a scope is one site. */
  facility: { zh: '行政支持', permissions: ['access.inbox', 'selfservice.tickets.handle'] },
  /** Keeps the titles for invoices and says what has been reimbursed. */
  finance: { zh: '财务', permissions: ['access.inbox', 'selfservice.invoices.manage'] },
  /** Whoever writes the glossary and keeps the documents. */
  editor: { zh: '知识库编辑', permissions: ['access.inbox', 'knowledge.edit'] },
  /** Keeps positions and candidates; a scope is one city. */
  recruiter: { zh: '招聘', permissions: ['access.inbox', 'careers.manage'] },
  /** Writes articles of 刷新闻; a chief editor lets them appear, never their own. */
  writer: { zh: '新闻撰稿', permissions: ['access.inbox', 'content.write'] },
  chiefEditor: { zh: '新闻主编', permissions: ['access.inbox', 'content.write', 'content.publish'] },
  /** Keeps the films and the list of the official accounts. */
  publicist: { zh: '品牌传播', permissions: ['access.inbox', 'brand.edit'] },
  /** Whoever looks at how the community does; a scope would be one department. */
  ops: { zh: '运营', permissions: ['access.inbox', 'stats.read'] },
} as const satisfies Record<string, { zh: string; permissions: readonly string[] }>

export type Role = keyof typeof roles

/** Who sees to it that a role is held by somebody, and hears of it where nobody is left to decide something. */
export const ROLES_KEPT_BY: Role = 'hr'

export type Permission = (typeof roles)[Role]['permissions'][number]

export interface Grant {
  role: Role
  /** The one thing that this grant is about; absent: the whole company. */
  scopeId?: string
  /** Somebody else's, who is away: it counts for that time only. */
  lent?: { fromId: string; fromName: string; startsAt: Instant; endsAt: Instant }
}

/** Whether any grant gives the permission, over `scopeId` if one is asked for. */
export function can(grants: readonly Grant[], permission: Permission, scopeId?: string): boolean {
  return grants.some(grant => {
    const permitted = (roles[grant.role].permissions as readonly string[]).includes(permission)
    return permitted && (scopeId === undefined || grant.scopeId === undefined || grant.scopeId === scopeId)
  })
}

/**
 * Who acts, as a trail names them: a colleague who can do it only by a loan acts for whoever lent it.
 * `周牧（代赵启明）`
 */
export function actingName(
  { name, grants }: { name: string; grants: readonly Grant[] },
  permission: Permission,
  scopeId: string,
): string {
  const used = grants.filter(grant => can([grant], permission, scopeId))
  const [first] = used
  return first?.lent && used.every(({ lent }) => lent) ? `${name}（代${first.lent.fromName}）` : name
}

/** Everything that a person's grants permit, over whatever scope; each once. */
export function permissionsOf(grants: readonly Grant[]): Permission[] {
  return [...new Set(grants.flatMap(({ role }): readonly Permission[] => roles[role].permissions))]
}

/** The things that a person's grants of this permission are limited to; null: the whole company. */
export function scopesOf(grants: readonly Grant[], permission: Permission): string[] | null {
  const permitted = grants.filter(grant => can([grant], permission))
  if (permitted.some(grant => grant.scopeId === undefined)) return null
  return permitted.flatMap(grant => (grant.scopeId === undefined ? [] : [grant.scopeId]))
}

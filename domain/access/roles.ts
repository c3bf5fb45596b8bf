import type { Instant } from '../kernel/time'

/** What a grant can be limited to. A department and a city are named as in the roster, all others by their id. */
export const scopeKinds = ['association', 'department', 'city', 'account', 'facility', 'centre'] as const

export type ScopeKind = (typeof scopeKinds)[number]

interface RoleRow {
  zh: string
  /** What a grant of this role is limited to; null: always the whole company. */
  scope: ScopeKind | null
  /** Whether a grant may leave its scope out and count for the whole company. */
  whole?: true
  permissions: readonly string[]
  /** What it may do in one scope alone, whatever the grant is limited to: permission and that scope. */
  within?: Readonly<Record<string, string>>
}

/** A desk of 行政支持 that is no site's: what colleagues ask of whoever keeps the mall waits there. */
export const MALL_DESK = '商城'

/**
 * Roles of the back office and what each may do. A grant gives one person one role, over the whole company or over
 * one thing (`scopeId`): a president presides over one association, a lead heads one department.
 */
export const roles = {
  /** Gives roles to whomever, reads the record of what the back office has done, and is the second where there is none. */
  admin: {
    zh: '系统管理员',
    scope: null,
    permissions: ['access.inbox', 'access.roles.grant', 'access.audit.read', 'coin.rules.review'],
  },
  /** Heads a department, and sees nobody outside of it. */
  lead: {
    zh: '部门负责人',
    scope: 'department',
    permissions: ['access.inbox', 'identity.members.see'],
  },
  president: {
    zh: '会长',
    scope: 'association',
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
    scope: null,
    permissions: [
      'access.inbox',
      'access.roles.grant',
      'identity.roster.import',
      'identity.members.see',
      'identity.members.manage',
      'identity.rebinds.decide',
      'notice.news.send',
    ],
  },
  moderator: { zh: '版主', scope: null, permissions: ['access.inbox', 'forum.moderate', 'forum.feature'] },
  /** Speaks as an official account, the scope of the grant; nothing waits for it, and its accounts have a page. */
  official: {
    zh: '官方账号运营',
    scope: 'account',
    permissions: ['access.inbox', 'forum.speak', 'forum.feature'],
  },
  /** The two levels of the union itself, above its associations. */
  unionOfficer: {
    zh: '工会干事',
    scope: null,
    permissions: ['access.inbox', 'union.foundings.decide', 'union.events.decide', 'notice.news.send'],
  },
  unionChair: {
    zh: '工会主席',
    scope: null,
    permissions: [
      'access.inbox',
      'access.roles.grant',
      'union.foundings.decide',
      'union.events.decide',
      'notice.news.send',
    ],
  },
  /** Whoever receives visitors at a brand experience centre. */
  centreHost: {
    zh: '体验中心主理',
    scope: 'centre',
    permissions: ['access.inbox', 'booking.host', 'booking.centres.run'],
  },
  /** Whoever runs a gym or a venue, the scope of the grant. */
  facilityManager: {
    zh: '健身与场馆管理员',
    scope: 'facility',
    whole: true,
    permissions: ['access.inbox', 'booking.facilities.run'],
  },
  keeper: {
    zh: '商城管理员',
    scope: null,
    permissions: ['access.inbox', 'mall.orders.fulfil', 'mall.goods.manage', 'selfservice.tickets.handle'],
    within: { 'selfservice.tickets.handle': MALL_DESK },
  },
  /** Whoever keeps the timetable of the buses. */
  shuttle: { zh: '班车管理员', scope: null, permissions: ['access.inbox', 'selfservice.shuttle.edit'] },
  /** Works on what colleagues ask of 行政; a scope is one site. */
  facility: {
    zh: '行政支持',
    scope: 'city',
    whole: true,
    permissions: ['access.inbox', 'selfservice.tickets.handle'],
  },
  /** Keeps the titles for invoices and says what has been reimbursed. */
  finance: { zh: '财务', scope: null, permissions: ['access.inbox', 'selfservice.invoices.manage'] },
  /** Whoever writes the glossary and keeps the documents. */
  editor: { zh: '知识库编辑', scope: null, permissions: ['access.inbox', 'knowledge.edit'] },
  /** Keeps positions and candidates; a scope is one city. */
  recruiter: { zh: '招聘', scope: 'city', whole: true, permissions: ['access.inbox', 'careers.manage'] },
  /** Writes articles of 刷新闻; a chief editor lets them appear, never their own. */
  writer: { zh: '新闻撰稿', scope: null, permissions: ['access.inbox', 'content.write'] },
  chiefEditor: {
    zh: '新闻主编',
    scope: null,
    permissions: ['access.inbox', 'content.write', 'content.publish'],
  },
  /** Moves coins by hand, and writes the rules by which they are earned. */
  coinKeeper: {
    zh: '沃币管理员',
    scope: null,
    permissions: ['access.inbox', 'coin.hands', 'coin.rules', 'coin.rules.review'],
  },
  /** Keeps the films and the list of the official accounts. */
  publicist: { zh: '品牌传播', scope: null, permissions: ['access.inbox', 'brand.edit'] },
  /** Prepares and runs broadcasts. */
  liveHost: { zh: '直播主理', scope: null, permissions: ['access.inbox', 'live.host'] },
  /** Whoever looks at how the community does, over the whole company: the figures know no scope. */
  ops: { zh: '运营', scope: null, permissions: ['access.inbox', 'stats.read'] },
} as const satisfies Record<string, RoleRow>

export type Role = keyof typeof roles

/** Who sees to it that a role is held by somebody, and hears of it where nobody is left to decide something. */
export const ROLES_KEPT_BY: Role = 'hr'

export type Permission = (typeof roles)[Role]['permissions'][number]

export interface Grant {
  role: Role
  /** The one thing that this grant is about; absent: the whole company. */
  scopeId?: string
  /** From then on it gives nothing; absent: it has no end. */
  endsAt?: Instant
  /** Who gave it, and when; absent in grants that came with an office or with the first data. */
  given?: { byId: string; byName: string; at: Instant }
  /** Somebody else's, who is away: it counts for that time only. */
  lent?: { fromId: string; fromName: string; startsAt: Instant; endsAt: Instant }
}

/** A role and what it is limited to: which of somebody's grants is meant. */
export interface GrantKey {
  role: Role
  scopeId?: string | undefined
}

/** Whether two grants are of one role over one thing. */
export function isSameGrant(one: GrantKey, other: GrantKey): boolean {
  return one.role === other.role && one.scopeId === other.scopeId
}

/** "部门负责人 · 质量" */
export function grantTitle(grant: { name: string; scope: string; scopeId: string | null }): string {
  return grant.scopeId === null ? grant.name : `${grant.name} · ${grant.scope}`
}

/** What a grant's permission is limited to: by the role itself, else by the grant; undefined: the whole company. */
function scopeIn({ role, scopeId }: Grant, permission: Permission): string | undefined {
  const { within = {} }: RoleRow = roles[role]
  return within[permission] ?? scopeId
}

/** Whether any grant gives the permission, over `scopeId` if one is asked for. */
export function can(grants: readonly Grant[], permission: Permission, scopeId?: string): boolean {
  return grants.some(grant => {
    const permitted = (roles[grant.role].permissions as readonly string[]).includes(permission)
    const scope = scopeIn(grant, permission)
    return permitted && (scopeId === undefined || scope === undefined || scope === scopeId)
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
  const scopes = grants.filter(grant => can([grant], permission)).map(grant => scopeIn(grant, permission))
  if (scopes.includes(undefined)) return null
  return scopes.flatMap(scope => scope ?? [])
}

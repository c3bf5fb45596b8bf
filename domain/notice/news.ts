import { type Grant, scopesOf } from '../access/roles'
import { refuse } from '../kernel/errors'
import type { Instant } from '../kernel/time'

/** To whom news goes: everybody, those of one place, of one department, or the members of one association. */
export const audienceKinds = ['all', 'city', 'department', 'association'] as const
export type AudienceKind = (typeof audienceKinds)[number]

export interface Audience {
  kind: AudienceKind
  /** "上海", "质量", an association's id; empty for everybody. */
  value: string
}

/** In whose name news speaks. */
export const voices = { company: '公司', union: '工会', association: '协会' } as const
export type Voice = keyof typeof voices

/** What a reader's query asks for: news is written once, however many it is for. */
export function audienceKey({ kind, value }: Audience): string {
  return kind === 'all' ? 'all' : `${kind}:${value}`
}

interface Reader {
  site: string
  department: string
  associationIds: readonly string[]
}

/** The keys of every audience that somebody belongs to. */
export function audienceKeysOf({ site, department, associationIds }: Reader): string[] {
  return [
    audienceKey({ kind: 'all', value: '' }),
    audienceKey({ kind: 'city', value: site }),
    audienceKey({ kind: 'department', value: department }),
    ...associationIds.map(value => audienceKey({ kind: 'association', value })),
  ]
}

/** Whether somebody belongs to an audience of a place or a department, or of everybody. */
export function isAmong(audience: Audience, of: Pick<Reader, 'site' | 'department'>): boolean {
  return audienceKeysOf({ ...of, associationIds: [] }).includes(audienceKey(audience))
}

/**
 * In whose name somebody sends to an audience: a president for the association, HR for the company, the union for
 * itself. Whoever is both HR and the union speaks to an association's members for the union; nobody speaks for a house
 * that they are not of.
 */
export function voiceOf(grants: readonly Grant[], { kind, value }: Audience): Voice {
  const presides = grants.some(({ role, scopeId }) => role === 'president' && scopeId === value)
  if (kind === 'association' && presides) return 'association'
  const isUnion = grants.some(({ role }) => role === 'unionOfficer' || role === 'unionChair')
  const isCompany = grants.some(({ role }) => role === 'hr')
  return isUnion && (kind === 'association' || !isCompany) ? 'union' : 'company'
}

/** @throws Refusal NOTICE_NOT_YOUR_AUDIENCE where a president would speak to others than the members */
export function assertMayAddress(grants: readonly Grant[], { kind, value }: Audience): void {
  const scopes = scopesOf(grants, 'notice.news.send')
  const isOwn = kind === 'association' && (scopes?.includes(value) ?? false)
  refuse(scopes !== null && !isOwn, 'NOTICE_NOT_YOUR_AUDIENCE')
}

interface Marks {
  /** Whoever registers later has not missed what was said before. */
  registeredAt: Instant | null
  /** Everything up to then has been read. */
  newsReadTo?: Instant
  /** What was read of that which came after. */
  newsRead?: readonly string[]
}

/** Whether somebody has read a piece of news, or need not. */
export function isNewsRead({ _id, at }: { _id: string; at: Instant }, marks: Marks): boolean {
  const from = Math.max(marks.registeredAt ?? 0, marks.newsReadTo ?? 0)
  return at <= from || (marks.newsRead?.includes(_id) ?? false)
}

import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { EmployeeId, Instant, line, Person, Reason } from '../kernel/schema'
import { isDay } from '../kernel/time'
import { type Role, roles, scopeKinds } from './roles'

export const RoleName = z.enum(Object.keys(roles) as [Role])
const ScopeId = line(1, 60)
/** Which of somebody's roles is meant. */
export const GrantKey = z.strictObject({ role: RoleName, scopeId: ScopeId.optional() })
const Day = z.string().refine(isDay, { message: 'a day' })

/** A role that somebody has, in words. */
export const GrantView = z.object({
  role: RoleName,
  name: z.string(),
  scopeId: z.string().nullable(),
  /** "光影摄影社", "质量", "全公司" */
  scope: z.string(),
  /** The last moment is the end of a day; null: it has no end. */
  endsAt: Instant.nullable(),
  /** Who gave it; null where it came with an office or with the first data. */
  givenBy: z.string().nullable(),
  /** For whom it is done meanwhile; null: it is one's own. */
  lentBy: z.string().nullable(),
})

export type GrantView = z.infer<typeof GrantView>

export const roleProcedures = {
  /** 我的权限: what I may do, over what, until when, and who gave it to me. */
  openMyRoles: query({
    access: 'access.inbox',
    input: z.strictObject({}),
    output: z.object({
      grants: z.array(
        GrantView.extend({
          may: z.array(z.string()),
          /** Who does it beside the caller while the caller is away; null: nobody. */
          lentTo: z.object({ name: z.string(), startsAt: Instant, endsAt: Instant }).nullable(),
        }),
      ),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 6,
      because: 'caller and lending; the names of what the grants are limited to, one request for each kind',
    },
  }),
  /** 角色与权限: who holds which role, and which of them the caller may give. */
  openRoleDesk: query({
    access: 'access.roles.grant',
    input: z.strictObject({
      role: RoleName.optional(),
      /** A name, its pinyin or a number; empty: everybody. */
      text: z.string().max(40).default(''),
    }),
    output: z.object({
      holders: z.array(Person.extend({ grants: z.array(GrantView) })),
      /** More hold one than are listed. */
      more: z.boolean(),
      grantable: z.array(
        z.object({
          role: RoleName,
          name: z.string(),
          scopeKind: z.enum(scopeKinds).nullable(),
          /** Whether it may be given for the whole company. */
          whole: z.boolean(),
          may: z.array(z.string()),
        }),
      ),
      now: Instant,
    }),
    errors: [],
    budget: { requests: 6, because: 'the holders; and the names of their scopes, one request for each kind' },
  }),
  /** What a role can be limited to; departments and cities are those of the roster, the largest first. */
  openScopes: query({
    access: 'access.roles.grant',
    input: z.strictObject({ kind: z.enum(scopeKinds) }),
    output: z.object({ scopes: z.array(z.object({ scopeId: z.string(), name: z.string() })) }),
    errors: [],
    budget: { requests: 30, because: 'caller; the roster, a thousand people each, once in ten minutes' },
  }),
  /** Gives a role; giving it anew replaces its end. */
  grantRole: command({
    access: 'access.roles.grant',
    input: z.strictObject({
      employeeId: EmployeeId,
      role: RoleName,
      scopeId: ScopeId.optional(),
      /** The last day on which it counts. */
      lastDay: Day.optional(),
    }),
    output: z.object({ granted: z.boolean() }),
    errors: [
      'ACCESS_COLLEAGUE_MISSING',
      'ACCESS_ROLE_NOT_YOURS',
      'ACCESS_NOT_ONESELF',
      'ACCESS_SCOPE_WRONG',
      'ACCESS_END_WRONG',
    ],
  }),
  /** Lets a role that has an end go on until a later day, and tells whoever has it. */
  extendRole: command({
    access: 'access.roles.grant',
    input: z.strictObject({
      employeeId: EmployeeId,
      role: RoleName,
      scopeId: ScopeId.optional(),
      /** The last day on which it counts, later than the one of now. */
      lastDay: Day,
    }),
    output: z.object({ endsAt: Instant }),
    errors: [
      'ACCESS_COLLEAGUE_MISSING',
      'ACCESS_ROLE_NOT_YOURS',
      'ACCESS_NOT_ONESELF',
      'ACCESS_GRANT_MISSING',
      'ACCESS_END_WRONG',
    ],
    budget: { requests: 8, because: 'the caller; holder and deputy read and written, notice and result' },
  }),
  /** Takes a role away, and tells whoever had it why. */
  revokeRole: command({
    access: 'access.roles.grant',
    input: z.strictObject({
      employeeId: EmployeeId,
      role: RoleName,
      scopeId: ScopeId.optional(),
      reason: Reason,
    }),
    output: z.object({ revoked: z.boolean() }),
    errors: ['ACCESS_ROLE_NOT_YOURS', 'ACCESS_NOT_ONESELF', 'ACCESS_GRANT_MISSING'],
    budget: {
      requests: 11,
      because:
        'the caller; the administrators and their turn; holder and deputy read and written, the turn, notice and result',
    },
  }),
}

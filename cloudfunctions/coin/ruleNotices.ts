import type { StoredRules } from '@domain/coin/ruling'
import type { Instant } from '@domain/kernel/time'
import type { EmployeeContext } from '@platform/context'
import { settleTodos } from '../notice/public'

type Told = Pick<StoredRules, 'version' | 'why' | 'by'>

const targetOf = ({ version }: Told) => ({ kind: 'rules' as const, id: String(version) })

/** What whoever may agree to a version hears. */
export function waitsForReview(ctx: EmployeeContext, rules: Told, employeeId: string) {
  return {
    _id: ctx.newId(`rules ${employeeId}`),
    employeeId,
    kind: 'todo' as const,
    from: ctx.employee.name,
    fromId: ctx.employee.id,
    title: `得沃币的规则 v${rules.version} 等你复核`,
    body: `${rules.by.name}提的：${rules.why}`,
    at: ctx.now,
    target: targetOf(rules),
  }
}

const words = {
  approved: { title: '复核通过了', by: '通过了，到点自动生效' },
  refused: { title: '没有通过复核', by: '没有通过' },
  withdrawn: { title: '被撤下了', by: '撤下了' },
} as const

/** What whoever proposed a version hears of what became of it. */
export function whatBecame(
  ctx: EmployeeContext,
  rules: Told,
  { state, reason }: { state: keyof typeof words; reason: string },
) {
  const { title, by } = words[state]
  return {
    _id: ctx.newId('notice'),
    employeeId: rules.by.employeeId,
    kind: 'account' as const,
    from: ctx.employee.name,
    fromId: ctx.employee.id,
    title: `你提的规则 v${rules.version} ${title}`,
    body: `${ctx.employee.name}${by}：${reason}`,
    at: ctx.now,
    target: targetOf(rules),
  }
}

/** Nobody has to look at a version any more. One request, after the transaction. */
export function settleReview(version: number, until: Instant): Promise<void> {
  return settleTodos({ target: 'rules', ids: [String(version)], becomes: 'account', until })
}

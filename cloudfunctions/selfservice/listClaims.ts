import type { OutputOf, ParsedInputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { selfservice } from '@domain/selfservice/contract'
import { mayAnswerClaim, pendingStates } from '@domain/selfservice/reimbursement'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import type { ClaimDocument } from './invoiceDocuments'
import { claims } from './store'

const PENDING_MAX = 500
/** Sorts after every digit. */
const AFTER_ALL = '~'

/** Whoever asks finds their own: the number of the employee comes from the cloud and stands in every question. */
export const listClaims = handle(selfservice.listClaims, async ({ employee, now }, input) => {
  const [found, pending] = await Promise.all([
    input.number === undefined ? byDay(employee.id, input) : byNumber(employee.id, input, input.number),
    claims.find({
      where: { employeeId: employee.id, state: _.in([...pendingStates]) },
      limit: PENDING_MAX,
      fields: ['amountFen', 'invoicedOn'],
    }),
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ sortKey }) => sortKey)
  return { claims: rows.map(claimOf), next, pending: sumOf(pending), now }
})

type Wish = ParsedInputOf<typeof selfservice.listClaims>

function byDay(employeeId: string, { from = '', to, amountFen, after }: Wish): Promise<ClaimDocument[]> {
  const until = to === undefined ? AFTER_ALL : `${to}${AFTER_ALL}`
  const before = after !== undefined && after < until ? after : until
  return claims.find({
    where: {
      employeeId,
      ...(amountFen === undefined ? {} : { amountFen }),
      sortKey: _.gte(from).and(_.lt(before)),
    },
    orderBy: [['sortKey', 'desc']],
    limit: limits.pageSize + 1,
  })
}

/** One page is all there is: what begins with the same digits and has more is found by more digits. */
async function byNumber(employeeId: string, wish: Wish, number: string): Promise<ClaimDocument[]> {
  const found = await claims.find({
    where: { employeeId, _id: _.gte(number).and(_.lt(number + AFTER_ALL)) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize,
  })
  const { from = '', to = AFTER_ALL, amountFen } = wish
  return found.filter(
    claim =>
      claim.invoicedOn >= from &&
      claim.invoicedOn <= to &&
      (amountFen === undefined || claim.amountFen === amountFen),
  )
}

function claimOf(claim: ClaimDocument) {
  const { _id, invoicedOn, amountFen, subject, state, note, trail, answers } = claim
  const said = trail.map(step => ({ ...step, isAnswer: false }))
  const answered = answers.map(({ words, at }) => ({
    state: 'queried' as const,
    at,
    note: words,
    isAnswer: true,
  }))
  const steps = [...said, ...answered].sort((one, other) => one.at - other.at)
  return {
    number: _id,
    invoicedOn,
    amountFen,
    subject,
    state,
    note,
    trail: steps,
    mayAnswer: mayAnswerClaim(claim),
  }
}

function sumOf(
  pending: readonly Pick<ClaimDocument, 'amountFen' | 'invoicedOn'>[],
): OutputOf<typeof selfservice.listClaims>['pending'] {
  const days = pending.map(({ invoicedOn }) => invoicedOn).sort()
  return {
    count: pending.length,
    amountFen: pending.reduce((sum, { amountFen }) => sum + amountFen, 0),
    oldestOn: days[0] ?? null,
  }
}

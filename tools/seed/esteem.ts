import type { EsteemDocument, GivenDocument } from '../../cloudfunctions/coin/store'
import { bringsSomething } from '../../domain/coin/earning'
import { decideEsteem, type Given, givenAfter } from '../../domain/coin/esteem'
import { type Account, type Movement, postEarning, worthOn } from '../../domain/coin/ledger'
import { deliveredRules } from '../../domain/coin/rules'
import type { Instant } from '../../domain/kernel/time'

interface Likes {
  at: Instant
  employeeId: string
  sourceId: string
  title: string
  subject: { kind: 'post' | 'order' | 'place'; id: string } | null
  likers: readonly string[]
}

/** Pays authors for likes by the community's own rules: once for each post or comment, after everybody has liked it. */
export class Esteem {
  private readonly esteems: EsteemDocument[] = []
  private readonly given = new Map<string, Given[]>()

  /** The movement; null where no like counts any more that day. */
  pay(account: Account, { at, employeeId, sourceId, title, subject, likers }: Likes): Movement | null {
    const given = this.given.get(employeeId) ?? []
    const { amount: earnedToday, experience: experienceToday } = worthOn(account, 'forum.liked', at)
    const facts = { at, given, likers, authorId: employeeId, earnedToday, experienceToday }
    const decided = decideEsteem({ rules: deliveredRules, ...facts })
    const pays = bringsSomething(decided.earning)
    const { amount, experience } = decided.earning
    const seen = { seen: [...likers], batches: pays ? 1 : 0 }
    this.esteems.push({ _id: sourceId, employeeId, ...seen, amount, experience, closed: false })
    if (!pays) return null
    this.given.set(employeeId, givenAfter(given, decided.likers, at))
    const source = { title, subject, receivedAt: at, recordedAt: at, likers: decided.likers }
    const reason = 'forum.liked' as const
    return postEarning(account, reason, { ...source, reason, sourceId: `${sourceId}.1` }, decided.earning)
  }

  documents(): { esteems: EsteemDocument[]; givens: GivenDocument[] } {
    const givens = [...this.given].map(([_id, given]) => ({ _id, given }))
    return { esteems: this.esteems, givens }
  }
}

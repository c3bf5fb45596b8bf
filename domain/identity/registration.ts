import { DAY_MS } from '../kernel/time'

/** What the roster knows of a colleague, as far as registering goes. */
interface OnRoster {
  name: string
  phone: string
  status: 'active' | 'left'
  boundAt: number | null
  /** The data of whoever was bound before is being removed. */
  clearing?: boolean
}

/** What people and HR put between the parts of a name: blanks, hyphens and whatever their keyboard has for a middle dot. */
const BETWEEN_PARTS = /[\s·•‧∙⋅・.-]/g

/** Names are compared without regard to case and to what stands between their parts. */
export function sameName(one: string, other: string): boolean {
  return foldedName(one) === foldedName(other)
}

function foldedName(name: string): string {
  return name.normalize('NFKC').replace(BETWEEN_PARTS, '').toLowerCase()
}

/**
 * Whether a WeChat account may be bound to this colleague. Everything is compared whatever the first comparison
 * gave, so that neither answer nor work tells what was wrong.
 */
export function mayBind(employee: OnRoster | null, claim: { name: string; phone: string }): boolean {
  const known = employee ?? { name: '', phone: '', status: 'left', boundAt: null }
  const facts = [
    known.status === 'active',
    known.boundAt === null,
    sameName(known.name, claim.name),
    known.phone === claim.phone,
  ]
  return facts.every(Boolean)
}

/** How long whoever has asked to be bound anew still reads how it stands. */
export const REBIND_NEWS_MS = 30 * DAY_MS

/** So many applicants may wait for the same colleague's account. */
export const REBINDS_WAITING_MAX = 5

/** Whether a request to bind another WeChat account or phone is worth HR's time: the colleague exists and is named right. */
export function mayAskToRebind(employee: OnRoster | null, claim: { name: string }): boolean {
  const known = employee ?? { name: '', status: 'left', clearing: false }
  const facts = [known.status === 'active', known.clearing !== true, sameName(known.name, claim.name)]
  return facts.every(Boolean)
}

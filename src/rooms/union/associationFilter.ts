import type { OutputOf } from '@domain/kernel/contract'
import { categories, categoryNames } from '@domain/union/categories'
import type { union } from '@domain/union/contract'

export type AssociationCard = OutputOf<typeof union.listAssociations>['associations'][number]

/** One chip of a row. */
export interface AssociationFilter {
  key: string
  label: string
  matches: (association: AssociationCard) => boolean
}

/** What is chosen and typed above the list; all three have to hold. */
export interface Chosen {
  kind: string
  site: string
  text: string
}

export const everything: Chosen = { kind: 'all', site: 'all', text: '' }

/** Whether I belong to it, preside over it, or wait for its answer. */
const isMine = ({ mine, presiding }: AssociationCard) => presiding || mine === 'member' || mine === 'pending'
/** Whether I could apply now. */
const isOpenToMe = (card: AssociationCard) => card.open && !isMine(card)

const some = (associations: readonly AssociationCard[]) => (filter: AssociationFilter) =>
  associations.some(filter.matches)

/** The chips of a kind: everything, what I am part of, what takes new members, and the categories that exist. */
export function kindFilters(associations: readonly AssociationCard[]): AssociationFilter[] {
  const candidates: AssociationFilter[] = [
    { key: 'mine', label: '我的', matches: isMine },
    { key: 'open', label: '在招新', matches: isOpenToMe },
    ...categories.map(category => ({
      key: `category:${category}`,
      label: categoryNames[category],
      matches: (card: AssociationCard) => card.category === category,
    })),
  ]
  const all: AssociationFilter = { key: 'all', label: `全部 ${associations.length}`, matches: () => true }
  return [all, ...candidates.filter(some(associations))]
}

/** The sites that have an association; none where there is but one. */
export function siteFilters(
  associations: readonly AssociationCard[],
  sites: readonly string[],
): AssociationFilter[] {
  const candidates = sites.map(site => ({
    key: `site:${site}`,
    label: site,
    matches: (card: AssociationCard) => card.site === site,
  }))
  const known = candidates.filter(some(associations))
  if (known.length < 2) return []
  return [{ key: 'all', label: '所有园区', matches: () => true }, ...known]
}

/** Those that match what was chosen and typed: a part of the name, its pinyin or its initials. */
export function chosenFrom(
  associations: readonly AssociationCard[],
  sites: readonly string[],
  { kind, site, text }: Chosen,
): AssociationCard[] {
  const typed = text.toLowerCase().replace(/\s/g, '')
  const rows = [
    kindFilters(associations).find(({ key }) => key === kind),
    siteFilters(associations, sites).find(({ key }) => key === site),
  ]
  return associations.filter(
    card =>
      rows.every(filter => filter?.matches(card) ?? true) && card.terms.some(term => term.includes(typed)),
  )
}

import type { OutputOf } from '@domain/kernel/contract'
import { categories, categoryNames } from '@domain/union/categories'
import type { union } from '@domain/union/contract'

export type AssociationCard = OutputOf<typeof union.listAssociations>['associations'][number]

/** One chip of the row: everything, what I am part of, a site, or a category. */
export interface AssociationFilter {
  key: string
  label: string
  matches: (association: AssociationCard) => boolean
}

/** Whether I belong to it, preside over it, or wait for its answer. */
const isMine = ({ mine, presiding }: AssociationCard) => presiding || mine === 'member' || mine === 'pending'

/** The chips that some association answers to, so that no chip leads to nothing. */
export function filtersFor(associations: readonly AssociationCard[], sites: readonly string[]) {
  const candidates: AssociationFilter[] = [
    { key: 'mine', label: '我的', matches: isMine },
    ...sites.map(site => ({
      key: `site:${site}`,
      label: site,
      matches: (card: AssociationCard) => card.site === site,
    })),
    ...categories.map(category => ({
      key: `category:${category}`,
      label: categoryNames[category],
      matches: (card: AssociationCard) => card.category === category,
    })),
  ]
  const all: AssociationFilter = { key: 'all', label: `全部 ${associations.length}`, matches: () => true }
  return [all, ...candidates.filter(({ matches }) => associations.some(matches))]
}

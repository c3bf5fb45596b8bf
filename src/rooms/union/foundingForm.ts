import type { InputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import type { Category } from '@domain/union/categories'
import type { union } from '@domain/union/contract'

/** What is written so far of a new association. */
export interface FoundingDraft {
  name: string
  category: Category | ''
  site: string
  headline: string
  intro: string
  reason: string
}

export const emptyFounding: FoundingDraft = {
  name: '',
  category: '',
  site: '',
  headline: '',
  intro: '',
  reason: '',
}

/** How many characters the contract takes, of the fields that are written. */
export const foundingLengths = {
  name: { min: 2, max: limits.nameMax },
  headline: { min: 2, max: 40 },
  intro: { min: 10, max: 500 },
  reason: { min: limits.reasonMin, max: limits.reasonMax },
} as const

const labels = {
  name: '协会的名字',
  headline: '什么时候、在哪里',
  intro: '介绍',
  reason: '想对工会说的话',
} as const

/** In the order of the form. */
const written = ['name', 'headline', 'intro', 'reason'] as const

function lengthProblem(field: (typeof written)[number], value: string): string | undefined {
  const { min, max } = foundingLengths[field]
  const count = [...value.trim()].length
  if (count === 0) return `还没写${labels[field]}`
  if (count < min) return `${labels[field]}至少 ${min} 个字，再写一点`
  if (count > max) return `${labels[field]}最多 ${max} 字，现在 ${count} 字`
  return undefined
}

/** What still keeps the proposal from being sent, as the person should read it; undefined: nothing. */
export function foundingProblem(draft: FoundingDraft): string | undefined {
  const nameProblem = lengthProblem('name', draft.name)
  if (nameProblem) return nameProblem
  if (draft.category === '') return '选一个类别'
  if (draft.site === '') return '选一个园区'
  for (const field of written) {
    const problem = lengthProblem(field, draft[field])
    if (problem) return problem
  }
  return undefined
}

/** The command's input; undefined while something is missing. */
export function toProposal(draft: FoundingDraft): InputOf<typeof union.proposeAssociation> | undefined {
  const { category } = draft
  if (category === '' || foundingProblem(draft)) return undefined
  return {
    name: draft.name.trim(),
    category,
    site: draft.site,
    headline: draft.headline.trim(),
    intro: draft.intro.trim(),
    reason: draft.reason.trim(),
  }
}

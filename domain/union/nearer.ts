import type { Category } from './categories'

interface Placed {
  _id: string
  name: string
  site: string
  category: Category
  open: boolean
}

/** How many characters of one name are also in the other. */
const likeness = (name: string, other: string) => [...new Set(name)].filter(one => other.includes(one)).length

/**
 * The association of the same kind that is where an applicant works, when the one they have asked is elsewhere: of
 * several the one whose name is most alike; null where there is none that takes members.
 * @param known those that the applicant is in or has asked already
 */
export function nearerTo<T extends Placed>(
  site: string,
  asked: Omit<Placed, 'open'>,
  { all, known }: { all: readonly T[]; known: readonly string[] },
): T | null {
  if (asked.site === site) return null
  const near = all.filter(
    one =>
      one._id !== asked._id &&
      !known.includes(one._id) &&
      one.open &&
      one.site === site &&
      one.category === asked.category,
  )
  const like = ({ name }: T) => likeness(asked.name, name)
  return near.reduce<T | null>((best, one) => (best === null || like(one) > like(best) ? one : best), null)
}

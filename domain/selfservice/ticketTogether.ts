/** So many say of one ticket that it is the same with them: each is told in the transaction that resolves it. */
export const FOLLOWERS_MAX = 20
/** As many as are shown before somebody asks the same once more. */
const ALIKE_MAX = 2

const bare = (place: string) => [...place.toLowerCase().replace(/[\s，。、,.·-]/g, '')]

/** How many characters two places begin with alike: "A 楼 4 层，东侧" and "A楼4层" share four. */
function shared(one: string, other: string): number {
  const [a, b] = [bare(one), bare(other)]
  const end = a.findIndex((character, at) => character !== b[at])
  return end === -1 ? a.length : end
}

/** Of tickets of one kind at one site those that are most likely the same, the nearest place first, then the newest. */
export function likelySame<T extends { place: string; submittedAt: number }>(
  tickets: readonly T[],
  place: string,
): T[] {
  const near = (ticket: T) => shared(ticket.place, place)
  return [...tickets].sort((a, b) => near(b) - near(a) || b.submittedAt - a.submittedAt).slice(0, ALIKE_MAX)
}

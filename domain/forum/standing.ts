/**
 * `beside` a thing of another room: commented on as if it were live, and in no list. `hidden` by reports until a moderator
 * has looked, shown to its author and moderators alone; `deleted` by its author, `removed` by a moderator: both keep the
 * document and are shown to nobody.
 */
export type PublicationState = 'live' | 'beside' | 'hidden' | 'deleted' | 'removed'

/**
 * What may be done to a post, by how it stands. What stands beside a thing belongs to the thing's own room: here people
 * talk under it and moderators close it, and nothing else. Reports put it before them and never hide it, for its words
 * are what that room has published.
 */
const deeds = {
  talk: ['live', 'beside'],
  /** Liking, keeping, voting in it, and asking why it is hot. */
  mark: ['live'],
  edit: ['live'],
  delete: ['live', 'hidden'],
  /** Featuring it, or pinning it to its board. */
  choose: ['live'],
  report: ['live', 'beside', 'hidden'],
  hide: ['live'],
  remove: ['live', 'beside', 'hidden'],
} as const satisfies Record<string, readonly PublicationState[]>

export type PostDeed = keyof typeof deeds

/** Whether a deed may be done to a post that stands so: the table above. */
export function isOpenTo(deed: PostDeed, state: PublicationState): boolean {
  return (deeds[deed] as readonly PublicationState[]).includes(state)
}

/** How a post stands that nobody has taken back or hidden: what is on no board stands beside something, for good. */
export function shownState({ boardId }: { boardId: string }): 'live' | 'beside' {
  return boardId === '' ? 'beside' : 'live'
}

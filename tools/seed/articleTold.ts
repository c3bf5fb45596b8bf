import type { ArticleState, Column } from '../../domain/content/article'

/** An article of the demonstration world, as its writer would tell it; the body in the editor's lines. */
export interface ArticleTold {
  id: string
  title: string
  summary: string
  column: Column
  cover: string
  writer: string
  when: readonly [daysAgo: number, clock: string]
  lines: string
  /** How many have opened, liked, kept and confirmed it. */
  figures: readonly [views: number, likes: number, favourites: number, confirmed?: number]
  state?: ArticleState
  audience?: { kind: 'city' | 'department'; value: string }
  mustReadInDays?: number
  onTop?: boolean
  silent?: boolean
  attachment?: string
  /** What colleagues say under it, by whom. */
  said?: readonly (readonly [who: string, words: string])[]
}

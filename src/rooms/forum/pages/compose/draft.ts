import type { PostCardView } from '@domain/forum/cards'
import Taro from '@tarojs/taro'
import { type api, callerScope, type Input } from '@/api'
import { type Calling, joined } from '../../calling'
import type { PollDraft } from './pollDraft'

/** What a post will point at, as it was when it was chosen. */
export type CardPreview = Exclude<PostCardView, { kind: 'gone' }>
export type PostImage = NonNullable<Input<typeof api.forum.createPost>['images']>[number]

/** What somebody has written and not sent. It stays on the phone alone. */
export interface Draft extends Calling {
  boardId: string
  title: string
  images: PostImage[]
  /** The official account that speaks; absent: whoever writes. */
  accountId?: string | undefined
  /** Where it is from; absent: where the writer is. */
  site?: string | undefined
  poll: PollDraft | null
  card: CardPreview | null
}

interface SavedDraft extends Draft {
  /** By the phone's clock, in ms. */
  savedAt: number
}

export const emptyDraft: Draft = {
  boardId: '',
  title: '',
  body: '',
  images: [],
  mentions: [],
  poll: null,
  card: null,
}

/** @param about what the post is about, for one that is kept beside the other draft */
const keyOf = (about?: string) => `draft.forum.${[callerScope(), about].filter(Boolean).join('.')}`

export function isBlank({ title, body, images, poll, card }: Draft): boolean {
  return title.trim() === '' && body.trim() === '' && images.length === 0 && !poll && !card
}

const isSaved = (kept: unknown): kept is SavedDraft =>
  typeof kept === 'object' && kept !== null && 'savedAt' in kept

/** The kept draft and when it was kept, or null. */
export function readDraft(about?: string): { draft: Draft; savedAt: number } | null {
  const kept: unknown = Taro.getStorageSync(keyOf(about))
  if (!isSaved(kept)) return null
  const { savedAt, ...draft } = kept
  // A draft from before mentions, polls and cards has none.
  return { draft: { ...emptyDraft, ...draft }, savedAt }
}

/** What a form was opened with. */
export interface Begun {
  /** The board that the writer stood in. */
  boardId?: string | undefined
  /** The topic that they take part in. */
  topic?: string | undefined
  /** Another post than the one that is kept. */
  fresh?: boolean
  /** What it is about, where it is kept beside the other draft. */
  about?: string | undefined
}

/** What a form begins with: the kept draft, unless another is wanted. Nothing is kept before the first stroke. */
export function begin({ boardId = '', topic, fresh = false, about }: Begun): {
  draft: Draft
  savedAt?: number
} {
  const { draft, savedAt } = (fresh ? null : readDraft(about)) ?? { draft: emptyDraft }
  const named = `#${topic}#`
  return {
    draft: {
      ...draft,
      boardId: draft.boardId || boardId,
      body: topic === undefined || draft.body.includes(named) ? draft.body : joined(draft.body, named),
    },
    ...(savedAt === undefined ? {} : { savedAt }),
  }
}

/** Keeps what is worth keeping; a blank draft takes the kept one away. */
export async function keepDraft(draft: Draft, savedAt: number, about?: string): Promise<void> {
  if (isBlank(draft)) await dropDraft(about)
  else await Taro.setStorage({ key: keyOf(about), data: { ...draft, savedAt } })
}

export async function dropDraft(about?: string): Promise<void> {
  await Taro.removeStorage({ key: keyOf(about) })
}

import Taro from '@tarojs/taro'
import { type api, callerScope, type Input } from '@/api'

export type PostImage = NonNullable<Input<typeof api.forum.createPost>['images']>[number]

/** What somebody has written and not sent. It stays on the phone alone. */
export interface Draft {
  boardId: string
  title: string
  body: string
  images: PostImage[]
  /** Whom `@name` in the body means. */
  mentions: { employeeId: string; name: string }[]
  /** The official account that speaks; absent: whoever writes. */
  accountId?: string | undefined
}

interface SavedDraft extends Draft {
  /** By the phone's clock, in ms. */
  savedAt: number
}

export const emptyDraft: Draft = { boardId: '', title: '', body: '', images: [], mentions: [] }

const keyOf = () => `draft.forum.${callerScope()}`

export function isBlank({ title, body, images }: Draft): boolean {
  return title.trim() === '' && body.trim() === '' && images.length === 0
}

const isSaved = (kept: unknown): kept is SavedDraft =>
  typeof kept === 'object' && kept !== null && 'savedAt' in kept

/** The kept draft and when it was kept, or null. */
export function readDraft(): { draft: Draft; savedAt: number } | null {
  const kept: unknown = Taro.getStorageSync(keyOf())
  if (!isSaved(kept)) return null
  const { savedAt, ...draft } = kept
  // A draft from before mentions has none.
  return { draft: { ...emptyDraft, ...draft }, savedAt }
}

/** Keeps what is worth keeping; a blank draft takes the kept one away. */
export async function keepDraft(draft: Draft, savedAt: number): Promise<void> {
  if (isBlank(draft)) await dropDraft()
  else await Taro.setStorage({ key: keyOf(), data: { ...draft, savedAt } })
}

export async function dropDraft(): Promise<void> {
  await Taro.removeStorage({ key: keyOf() })
}

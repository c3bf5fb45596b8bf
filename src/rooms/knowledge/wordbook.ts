import { WORDBOOK_MAX, wordbookAfter } from '@domain/knowledge/wordbook'
import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { api, callerScope } from '@/api'
import { call } from '@/api/call'

/** What somebody collects is kept for them in the cloud; the phone holds it too, so that a tap is there at once. */
const place = () => `glossary.book.${callerScope()}`

/** What the cloud has not heard yet, the oldest first: whether a word goes in, or out. */
type Turns = Readonly<Record<string, boolean>>

interface Kept {
  /** The words in it, the latest first. */
  ids: readonly string[]
  turns: Turns
}

interface Book extends Kept {
  /** Whose it is; empty before it was read. */
  place: string
}

const useBook = create<Book>(() => ({ place: '', ids: [], turns: {} }))

const allTaken = (ids: readonly string[]): Turns =>
  Object.fromEntries([...ids].reverse().map(id => [id, true]))

function read(): Book {
  const book = useBook.getState()
  if (book.place === place()) return book
  const kept = Taro.getStorageSync<Kept | string[] | ''>(place())
  // The book of a phone that had it for itself: the cloud has heard of none of it.
  if (Array.isArray(kept)) return { place: place(), ids: kept, turns: allTaken(kept) }
  return { place: place(), ...(kept || { ids: [], turns: {} }) }
}

function write(ids: readonly string[], turns: Turns): void {
  Taro.setStorageSync(place(), { ids, turns })
  useBook.setState({ place: place(), ids, turns })
}

function changeOf(turns: Turns) {
  const of = (isIn: boolean) =>
    Object.keys(turns)
      .filter(id => turns[id] === isIn)
      .reverse()
      .slice(0, WORDBOOK_MAX)
  return { taken: of(true), dropped: of(false) }
}

/** The words that somebody has collected, the latest first. */
export function useWordbook(): readonly string[] {
  const book = useBook()
  return book.place === place() ? book.ids : read().ids
}

/** Takes a word into the book, or out of it. @returns whether it is in it now */
export function turnInBook(termId: string): boolean {
  const { ids, turns } = read()
  const isIn = !ids.includes(termId)
  const { [termId]: _before, ...others } = turns
  const change = { taken: isIn ? [termId] : [], dropped: isIn ? [] : [termId] }
  write(wordbookAfter(ids, change), { ...others, [termId]: isIn })
  void tellTurns()
  return isIn
}

/** Takes over what the cloud has, with what it has not heard of yet; and tells it. */
export function mergeWordbook(termIds: readonly string[]): void {
  const { turns } = read()
  write(wordbookAfter(termIds, changeOf(turns)), turns)
  void tellTurns()
}

let telling = false

/** One call at a time. What could not be told, without a network say, is told with the next turn or the next merging. */
async function tellTurns(): Promise<void> {
  const { turns: told, place: whose } = read()
  if (telling || Object.keys(told).length === 0) return
  telling = true
  const heard = await call(api.knowledge.changeWordbook, changeOf(told)).catch(() => null)
  telling = false
  if (heard === null || whose !== place()) return
  const turnedSince = Object.entries(read().turns).filter(([id, isIn]) => told[id] !== isIn)
  const turns = Object.fromEntries(turnedSince)
  write(wordbookAfter(heard.termIds, changeOf(turns)), turns)
  if (turnedSince.length > 0) await tellTurns()
}

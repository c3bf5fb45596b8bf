import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { callerScope } from '@/api'

/** As many as anybody leafs through. */
const BOOK_MAX = 200

/** What somebody collects is on their phone and nowhere else, as what they have looked up. */
const place = () => `glossary.book.${callerScope()}`

interface Book {
  /** Whose it is; empty before it was read. */
  place: string
  /** The words in it, the latest first. */
  ids: readonly string[]
}

const useBook = create<Book>(() => ({ place: '', ids: [] }))

function read(): Book {
  const book = useBook.getState()
  if (book.place === place()) return book
  const kept = Taro.getStorageSync<string[] | ''>(place())
  return { place: place(), ids: Array.isArray(kept) ? kept : [] }
}

/** The words that somebody has collected, the latest first. */
export function useWordbook(): readonly string[] {
  const book = useBook()
  return book.place === place() ? book.ids : read().ids
}

/** Takes a word into the book, or out of it. @returns whether it is in it now */
export function turnInBook(termId: string): boolean {
  const { ids } = read()
  const others = ids.filter(id => id !== termId)
  const isIn = others.length === ids.length
  const after = isIn ? [termId, ...others].slice(0, BOOK_MAX) : others
  Taro.setStorageSync(place(), after)
  useBook.setState({ place: place(), ids: after })
  return isIn
}

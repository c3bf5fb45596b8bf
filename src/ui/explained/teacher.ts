import type { ReactNode } from 'react'
import { create } from 'zustand'

/** What is said of a word that somebody taps. */
export interface Explanation {
  id: string
  /** As colleagues say it. */
  word: string
  /** Its other names. */
  names: readonly string[]
  /** What it is, in one line. */
  gist: string
  words: string
  /** What it is like; may be empty. */
  likeness: string
  source: string
  related: readonly { id: string; word: string }[]
  /** A button that takes the word into one's own book. */
  keep: ReactNode
  /** Opens its own page. */
  onMore: () => void
  /** Asks whoever keeps the words: something is wrong, or still not clear. */
  onAsk: () => void
}

/** A piece of a text; `id` where it is a word that can be explained. */
export interface TaughtPart {
  text: string
  id: string | null
}

/** Knows words that stand in texts. */
export interface Teacher {
  /** The words in a text, each once, in its order. */
  idsIn(text: string): readonly string[]
  /** The text in pieces, in which those that are wanted stand apart. */
  partsOf(text: string, wanted: ReadonlySet<string>): readonly TaughtPart[]
  explain(id: string): Explanation | undefined
}

interface TeacherState {
  teacher: Teacher | undefined
}

/** Whoever knows the words; nobody until they have come, and texts are plain until then. */
export const useTeacher = create<TeacherState>(() => ({ teacher: undefined }))

/** Lets texts be explained from now on. */
export function teach(teacher: Teacher): void {
  useTeacher.setState({ teacher })
}

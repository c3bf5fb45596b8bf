import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import type { TermWordsView } from '@domain/knowledge/schemas'
import { GLOSSARY_TERMS_MAX, letterOf } from '@domain/knowledge/term'
import type { Transaction } from '@platform/transaction'
import { type Author, GLOSSARY_ID, glossary, type TermDocument, terms } from './store'

interface Writing {
  /** A word that is there, as the editor has read it; absent: a new one under `newId`. */
  of?: { termId: string; version: number } | undefined
  newId: string
  words: TermWordsView
  /** How it is read, by `pinyinOf`: before the transaction, for the first word of an instance loads a dictionary. */
  pinyin: string
  now: Instant
  /** Who brings it, where it is a new one. */
  author: Author | null
}

/**
 * Writes a word and raises the glossary's version with it, inside the caller's transaction. Four requests.
 * @throws Refusal KNOWLEDGE_TERM_MISSING, KNOWLEDGE_CHANGED when it is not as the editor has read it,
 *   KNOWLEDGE_GLOSSARY_FULL
 */
export async function writeTerm(
  tx: Transaction,
  { of, newId, words, pinyin, now, author }: Writing,
): Promise<{ before: TermDocument | null; after: TermDocument }> {
  const before = of ? await liveTerm(tx, of) : null
  const changedIn = await raiseGlossary(tx, before ? 0 : 1)
  const after: TermDocument = {
    _id: of?.termId ?? newId,
    ...words,
    pinyin,
    letter: letterOf(words, pinyin),
    live: true,
    version: (before?.version ?? 0) + 1,
    changedIn,
    revisedAt: now,
    ...authorOf(before, author),
  }
  await terms.in(tx).put(after)
  return { before, after }
}

function authorOf(before: TermDocument | null, brought: Author | null): { author?: Author } {
  const author = before ? before.author : brought
  return author ? { author } : {}
}

/** The word as the editor has read it. One request. @throws Refusal KNOWLEDGE_TERM_MISSING, KNOWLEDGE_CHANGED */
export async function liveTerm(
  tx: Transaction,
  { termId, version }: { termId: string; version: number },
): Promise<TermDocument> {
  const term = await terms.in(tx).require(termId, 'KNOWLEDGE_TERM_MISSING')
  if (!term.live) throw new Refusal('KNOWLEDGE_TERM_MISSING')
  refuse(term.version !== version, 'KNOWLEDGE_CHANGED')
  return term
}

/** Raises the glossary's version inside the caller's transaction, with so many words more. Two requests. */
export async function raiseGlossary(tx: Transaction, more: number): Promise<number> {
  const { version, terms: count } = (await glossary.in(tx).get(GLOSSARY_ID)) ?? { version: 0, terms: 0 }
  refuse(count + more > GLOSSARY_TERMS_MAX, 'KNOWLEDGE_GLOSSARY_FULL')
  await glossary.in(tx).put({ _id: GLOSSARY_ID, version: version + 1, terms: count + more })
  return version + 1
}

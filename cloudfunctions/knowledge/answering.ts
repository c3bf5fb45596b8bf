import { actingName } from '@domain/access/roles'
import { Refusal } from '@domain/kernel/errors'
import { knowledge } from '@domain/knowledge/contract'
import { pinyinOf } from '@domain/knowledge/pinyin'
import { nextSuggestionState, type SuggestionVerdict } from '@domain/knowledge/suggestion'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { type SuggestionDocument, suggesters, suggestions } from './store'
import { writeTerm } from './termWriting'
import { suggestionView } from './views'

export const openSuggestion = handle(knowledge.openSuggestion, async ({ now }, { suggestionId }) => {
  const found = await suggestions.require(suggestionId, 'KNOWLEDGE_SUGGESTION_MISSING')
  return { suggestion: suggestionView(found), now }
})

export const acceptSuggestion = handle(knowledge.acceptSuggestion, (ctx, input) => {
  const { suggestionId, of, words, reason } = input
  const newId = ctx.newId('term')
  const termId = of?.termId ?? newId
  const pinyin = pinyinOf(words.zh)
  return ctx.transaction(
    async tx => {
      const suggestion = await answer(ctx, tx, { suggestionId, verdict: 'accept', reason })
      const author = authorOf(suggestion)
      const { after } = await writeTerm(tx, { of, newId, words, pinyin, now: ctx.now, author })
      await tell(ctx, tx, suggestion, { title: `「${suggestion.word}」收进词库了`, reason, termId })
      return { termId, version: after.version, told: suggestion.isAwaited }
    },
    () => ({
      subject: `${suggestions.name}/${suggestionId}`,
      before: { state: 'open' },
      after: { state: 'accepted', termId, words, reason },
    }),
  )
})

export const refuseSuggestion = handle(knowledge.refuseSuggestion, (ctx, { suggestionId, reason }) =>
  ctx.transaction(
    async tx => {
      const suggestion = await answer(ctx, tx, { suggestionId, verdict: 'refuse', reason })
      await tell(ctx, tx, suggestion, { title: `「${suggestion.word}」这次没有收录`, reason, termId: null })
      return { refused: true as const, told: suggestion.isAwaited }
    },
    () => ({
      subject: `${suggestions.name}/${suggestionId}`,
      before: { state: 'open' },
      after: { state: 'refused', reason },
    }),
  ),
)

interface Answer {
  suggestionId: string
  verdict: SuggestionVerdict
  reason: string
}

/**
 * Answers a suggestion, once, and lets its author make another one. Four requests, three of one whose author is gone.
 * @returns the suggestion, and whether its author is there to be told
 * @throws Refusal KNOWLEDGE_SUGGESTION_MISSING, …_ANSWERED
 */
async function answer(
  { employee, now }: EmployeeContext,
  tx: Transaction,
  { suggestionId, verdict, reason }: Answer,
): Promise<SuggestionDocument & { isAwaited: boolean }> {
  const suggestion = await suggestions.in(tx).require(suggestionId, 'KNOWLEDGE_SUGGESTION_MISSING')
  const state = nextSuggestionState(suggestion.state, verdict)
  if (!state) throw new Refusal('KNOWLEDGE_SUGGESTION_ANSWERED')
  const by = actingName(employee, 'knowledge.edit', '')
  await suggestions.in(tx).update(suggestionId, { state, answer: { reason, by, at: now } })
  // Whose data is gone has left their name here, and nothing that counts their suggestions.
  const { employeeId } = suggestion.by
  const isAwaited = (await suggesters.in(tx).get(employeeId)) !== null
  if (isAwaited) await suggesters.in(tx).update(employeeId, { openIds: _.pull(suggestionId) })
  return { ...suggestion, isAwaited }
}

/** Nobody is to be asked whose data is gone. */
const authorOf = ({ by, isAwaited }: SuggestionDocument & { isAwaited: boolean }) =>
  isAwaited ? { employeeId: by.employeeId, way: 'suggested' as const } : null

interface Told {
  title: string
  reason: string
  /** The word that came of it. */
  termId: string | null
}

/** Tells whoever suggested it, if they are there. One request. */
async function tell(
  ctx: EmployeeContext,
  tx: Transaction,
  { _id, by, isAwaited }: SuggestionDocument & { isAwaited: boolean },
  { title, reason, termId }: Told,
): Promise<void> {
  if (!isAwaited) return
  await notify(tx, {
    _id: ctx.newId('notice'),
    employeeId: by.employeeId,
    kind: 'knowledge',
    title,
    body: reason,
    at: ctx.now,
    from: ctx.employee.name,
    fromId: ctx.employee.id,
    target: termId === null ? { kind: 'suggestion', id: _id } : { kind: 'term', id: termId },
  })
}
